// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/race/race.hpp"

namespace awaitscope::race_detail {

RaceLanes::RaceLanes(World& world, const Deadline& deadline)
    : m_recorder(world.recorder()), m_race(m_recorder.beginRace(deadline.isOfRun, deadline.after))
{
}

// A race that threw or was dropped has not come by over(). After over() it has its end, and keeps it.
RaceLanes::~RaceLanes() { m_recorder.endRace(m_race, std::nullopt); }

void RaceLanes::timeoutFired() { m_recorder.timeoutFired(m_race); }

void RaceLanes::over(Winner winner) { m_recorder.endRace(m_race, winner); }

} // namespace awaitscope::race_detail
