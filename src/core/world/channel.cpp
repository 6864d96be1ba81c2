// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/channel.hpp"

#include "core/world/span_guard.hpp"

namespace awaitscope {

Channel::Channel(World& world, VirtualDuration notReadyFor) : m_world(world), m_notReadyFor(notReadyFor)
{
    m_world.recorder().addLane("client", "client", "world");
}

std::shared_ptr<void> Channel::notReadySpan()
{
    return std::make_shared<SpanGuard>(m_world.recorder(), "client", "not ready", "not ready");
}

void Channel::answer(const std::optional<Cache::Found>& found)
{
    deliver(found ? found->toText() : "nothing");
}

void Channel::deliver(std::string description)
{
    if (m_received) {
        // A client asks once: the first answer counts. A second, of a loser that goes on, is shown and changes nothing.
        m_world.recorder().setValue("client", description + " comes too late: already answered");
        return;
    }
    m_world.recorder().setValue("client", "gets " + description);
    m_received = std::move(description);
}

} // namespace awaitscope
