// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/cache.hpp"
#include "core/world/world.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <memory>
#include <optional>
#include <string>

namespace awaitscope {

/// The way to a client that is not ready to receive for a while: `notReadyFor` from when it is first sent something, be that taken
/// back or not. Its lane ("client") shows when it is not ready and what it gets. Boost 1.81's own channel is broken after a cancelled
/// receive (asio issue 1241), and has no slow receiver.
class Channel
{
public:
    /// Each send waits for the client for `notReadyFor`.
    Channel(World& world, VirtualDuration notReadyFor);
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    /// Delivers `message` when the client is ready. Completes with void(error_code): operation_aborted if it is
    /// cancelled, with any type of cancellation; then nothing is delivered, and the message, which the operation
    /// owned, is gone.
    template <class CompletionToken = boost::asio::use_awaitable_t<>>
    auto send(std::string message, CompletionToken&& token = {})
    {
        return boost::asio::async_initiate<CompletionToken, void(boost::system::error_code)>(
            [this](auto handler, std::string sent) { this->startSend(std::move(handler), std::move(sent)); }, token,
            std::move(message));
    }

    /// Answers the client with what a cache had, if anything. It waits for nobody: what is sent from now on comes too late, and the
    /// client gets it as soon as it is ready.
    void answer(const std::optional<Cache::Found>& found);

    /// What the client got first, in words ("v1, three weeks old"), or will get once it is ready; empty: nothing.
    const std::optional<std::string>& received() const { return m_received; }

private:
    template <class Handler>
    void startSend(Handler handler, std::string message)
    {
        m_world.recorder().nameOperation("channel.send");
        // A message that was delivered stays so, even if its sender never hears of it.
        startOperation(
            m_world.context(), {.duration = m_notReadyFor}, std::move(handler),
            [](auto waiting, boost::system::error_code error) { std::move(waiting)(error); },
            [this, message = std::move(message)](boost::system::error_code error) mutable {
                becomeReady();
                if (!error)
                    deliver(std::move(message));
            });
        if (!m_received) // else the client has its answer, and waits for none
            getReady();
    }

    void deliver(std::string description);
    void getReady();
    void becomeReady();

    World& m_world;
    Lane m_lane;
    VirtualDuration m_notReadyFor;
    std::shared_ptr<Channel*> m_self = std::make_shared<Channel*>(this); ///< gone with it, as the client's own time may not be
    std::optional<VirtualTime> m_readyAt; ///< empty: nobody has sent it anything yet
    std::optional<Lane::Span> m_notReady;
    std::optional<std::string> m_answer; ///< waits for the client to be ready
    std::optional<std::string> m_received;
};

} // namespace awaitscope
