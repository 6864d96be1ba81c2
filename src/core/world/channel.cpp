// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/channel.hpp"

namespace awaitscope {

Channel::Channel(World& world, VirtualDuration notReadyFor)
    : m_world(world), m_lane(world.lane("client")), m_notReadyFor(notReadyFor)
{
}

void Channel::answer(const std::optional<Cache::Found>& found)
{
    deliver(found ? found->toText() : "nothing");
}

void Channel::deliver(std::string description)
{
    if (m_received) {
        // A client asks once: the first answer counts. A second, of a loser that goes on, is shown and changes nothing.
        m_lane.holds(description + " comes too late: already answered");
        return;
    }
    m_lane.holds("gets " + description);
    m_received = std::move(description);
}

} // namespace awaitscope
