// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/race/race.hpp"

namespace awaitscope::race_detail {

RaceLanes::RaceLanes(World& world, const Deadline& deadline)
    : m_recorder(world.recorder()), m_race(m_recorder.beginSpan("race", "waiting", "waits for the first of two"))
{
    // Where the timeout is aimed at a moment there is no time to say how long it waits.
    if (deadline.after)
        m_timeout = m_recorder.beginSpan("timeout", "waiting", toReadableText(*deadline.after));
}

RaceLanes::~RaceLanes()
{
    // A race that threw or was dropped has not come by over(). After over() both spans have their end, and keep it.
    m_recorder.endSpan(m_race);
    if (m_timeout)
        m_recorder.endSpan(*m_timeout);
}

void RaceLanes::timeoutFired()
{
    m_recorder.timeoutFired();
    if (m_timeout)
        m_recorder.endSpan(*m_timeout);
}

void RaceLanes::over(Winner winner)
{
    if (m_timeout)
        m_recorder.endSpan(*m_timeout);
    m_recorder.endSpan(m_race);
    m_recorder.raceOver(winner);
}

} // namespace awaitscope::race_detail
