// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/parts/waiters.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <exception>
#include <memory>
#include <string>
#include <utility>

namespace awaitscope {

/// A coroutine that goes on by itself, and a handle of it. What cancels or drops the one that made the handle does not reach
/// it, and to lose the handle does nothing to it: only abort() does. Its lane shows when it runs and how it ended.
class Task
{
public:
    /// Starts it: it runs at once, to its first await.
    Task(World& world, std::string name, boost::asio::awaitable<void> coroutine);

    /// What the run's CancelModel means by it:
    ///  - asio: terminal cancellation is requested of it;
    ///  - drop: its frames are destroyed where it waits, as soon as the current turn is over;
    ///  - eager: nothing, it cannot be stopped.
    /// One that has ended stays as it is.
    void abort();

    bool is_done() const { return m_state->isDone; }

    /// Waits until it has ended. Completes with void(std::exception_ptr): what the coroutine threw, or operation_aborted if
    /// it was dropped; operation_aborted too if the join is cancelled while it waits, which it can be with every type of
    /// cancellation and which does nothing to the task. It can be joined several times.
    template <class CompletionToken = boost::asio::use_awaitable_t<>>
    auto async_join(CompletionToken&& token = {})
    {
        return boost::asio::async_initiate<CompletionToken, void(std::exception_ptr)>(
            [state = m_state](auto handler) {
                startWaiting(state->world, "task.join", state->joining, std::make_unique<Holding>(), std::move(handler),
                             [state](auto waiting, boost::system::error_code error, Holding&) {
                                 std::exception_ptr thrown = error ? asException(error) : state->thrown;
                                 std::move(waiting)(std::move(thrown));
                             });
                if (state->isDone)
                    state->joining.completeAll();
            },
            token);
    }

private:
    friend std::string moduleAbi(); // asks for sizes

    /// The task's own, and everybody's who wants to hear of it.
    struct State
    {
        explicit State(World& surroundings) : world(surroundings), joining(surroundings.context()) {}

        World& world;
        WaitLine joining;
        std::exception_ptr thrown;
        bool isDone = false;
    };
    struct Running;
    struct Ending;
    struct Drop;

    static std::exception_ptr asException(boost::system::error_code error);

    std::shared_ptr<State> m_state;
};

} // namespace awaitscope
