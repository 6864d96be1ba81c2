// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/parts/waiters.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <memory>
#include <string>
#include <utility>

namespace awaitscope {

/// Something that has happened, or not yet. It stays set until it is reset. Its lane shows when it is set.
class Event
{
public:
    Event(World& world, std::string name);
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
    /// Cancels what waits.
    ~Event();

    /// All who wait go on, in the order in which they came; those who come later need not wait.
    void set();
    /// Those who come from now on wait. Who was let go by set() stays so, even if he has not been resumed yet.
    void reset();
    bool is_set() const { return m_state->isSet; }

    /// Waits until it is set. Completes with void(error_code): operation_aborted if it is cancelled while it waits, which it can
    /// be with every type of cancellation.
    template <class CompletionToken = boost::asio::use_awaitable_t<>>
    auto async_wait(CompletionToken&& token = {})
    {
        return boost::asio::async_initiate<CompletionToken, void(boost::system::error_code)>(
            [state = m_state](auto handler) {
                startWaiting(state->world, "event.wait", state->line, std::make_unique<Holding>(), std::move(handler),
                             [](auto waiting, boost::system::error_code error, Holding&) { std::move(waiting)(error); });
                if (state->isSet)
                    state->line.completeAll();
            },
            token);
    }

private:
    friend std::string moduleAbi(); // asks for sizes

    /// Shared, as an operation that is started later, as an awaitable's is, may find the event gone.
    struct State
    {
        State(World& surroundings, std::string name);

        World& world;
        Lane lane;
        WaitLine line;
        Lane::Span span;
        bool isSet = false;
    };

    std::shared_ptr<State> m_state;
};

} // namespace awaitscope
