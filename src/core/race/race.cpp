// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/race/race.hpp"

namespace awaitscope::race_detail {

bool isByStopping(const World& world, const Deadline& deadline)
{
    return world.model() == CancelModel::asio && world.cancelOn() == CancelOn::operation && deadline.isOfRun && !deadline.isNever();
}

RaceLanes::RaceLanes(World& world, const Deadline& deadline)
    : m_recorder(world.recorder()), m_race(isByStopping(world, deadline) ? m_recorder.beginRace(true, deadline.after, "waits for the work, which the timeout stops")
                                           : m_recorder.beginRace(deadline.isOfRun, deadline.after))
{
}

// A race that threw or was dropped has not come by over(). After over() it has its end, and keeps it.
RaceLanes::~RaceLanes() { m_recorder.endRace(m_race, std::nullopt); }

void RaceLanes::timeoutFired() { m_recorder.timeoutFired(m_race); }

void RaceLanes::over(Winner winner) { m_recorder.endRace(m_race, winner); }

void dropAll(World& world, DomainId domain, boost::asio::cancellation_signal& cancellation)
{
    VirtualContext& context = world.context();
    context.drop(domain);
    if (world.recorder().findRunning(domain) == 0)
        return;
    // Somebody else holds what it waits for, as a channel of Asio's does, and gives it back when it is cancelled: by a task of the
    // coroutine's own executor, where the second drop finds it. Nothing runs in between but the cancel itself.
    cancellation.emit(boost::asio::cancellation_type::terminal);
    context.drop(domain);
    if (const Origin left = world.recorder().findRunning(domain))
        world.recorder().refuseDrop(left);
}

} // namespace awaitscope::race_detail
