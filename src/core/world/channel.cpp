// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/channel.hpp"

#include <boost/asio/bind_executor.hpp>

#include <utility>

namespace awaitscope {

Channel::Channel(World& world, VirtualDuration notReadyFor)
    : m_world(world), m_lane(world.lane("client")), m_notReadyFor(notReadyFor)
{
}

void Channel::answer(const std::optional<Cache::Found>& found)
{
    std::string description = found ? found->toText() : "nothing";
    if (m_received) {
        deliver(std::move(description));
        return;
    }
    m_received = description;
    m_answer = std::move(description);
    if (!m_readyAt)
        getReady();
    becomeReady();
}

void Channel::deliver(std::string description)
{
    if (m_received) {
        // A client asks once: the first answer counts. A second, of a loser that goes on, is shown and changes nothing.
        if (m_world.isRecorded())
            m_lane.holds(description + " comes too late: already answered");
        return;
    }
    if (m_world.isRecorded())
        m_lane.holds("gets " + description);
    m_received = std::move(description);
}

void Channel::getReady()
{
    m_readyAt = m_world.now() + m_notReadyFor;
    if (!m_notReady)
        m_notReady = m_lane.span("not ready", "not ready");
    // The client's own time: it is no part of the await that made it begin, and nobody's cancel reaches it.
    const Origin before = m_world.recorder().enter({});
    startOperation(
        m_world.context(), {.duration = m_notReadyFor, .isTold = false}, boost::asio::bind_executor(m_world.executor(), [] {}),
        [](const auto&, boost::system::error_code) {},
        // In traffic a client can take longer than what serves it is kept.
        [self = std::weak_ptr<Channel*>{m_self}](boost::system::error_code) {
            if (const std::shared_ptr<Channel*> there = self.lock())
                (*there)->becomeReady();
        });
    m_world.recorder().enter(before);
}

void Channel::becomeReady()
{
    if (!m_readyAt || m_world.now() < *m_readyAt)
        return;
    m_notReady.reset();
    if (const std::optional<std::string> answer = std::exchange(m_answer, std::nullopt))
        m_lane.holds("gets " + *answer);
}

} // namespace awaitscope
