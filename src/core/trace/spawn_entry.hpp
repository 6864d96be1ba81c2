// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Part of traced_awaitable.hpp, and like it leans on asio::detail: the coroutine that co_spawn puts around what it spawns.

#include "core/sim/virtual_executor.hpp"
#include "core/trace/recorder.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <coroutine>
#include <memory>
#include <utility>

namespace awaitscope::tracing {

namespace asio = boost::asio;

using EntryFrame = asio::detail::awaitable_frame<asio::detail::awaitable_thread_entry_point, asio::any_io_executor>;

/// Calls what the pending operation has put into the slot that its coroutine gave it, and nothing on the way there: what
/// bind_cancellation_slot() with a slot of one's own does, without a change to the program.
void stopOperationOf(EntryFrame& entry);

/// Asio's own entry point, plus a report of when a coroutine was spawned and when it takes its first step.
class SpawnEntry : public EntryFrame
{
public:
    using BaseFrame = EntryFrame;

    /// With the arguments of co_spawn_entry_point().
    template <class T, class Function, class Handler>
    SpawnEntry(asio::awaitable<T, asio::any_io_executor>*, const asio::any_io_executor& executor, Function&, Handler&)
    {
        if (const VirtualContext* const context = virtualContextOf(executor))
            m_recorder = Recorder::of(*context);
        if (!m_recorder)
            return;
        m_stop = m_recorder->takeStop();
        if (m_stop)
            m_stop->connect(this, [](void* self) { stopOperationOf(*static_cast<SpawnEntry*>(self)); });
        m_spawn = m_recorder->spawned();
    }
    ~SpawnEntry()
    {
        if (m_stop)
            m_stop->disconnect();
    }
    SpawnEntry(const SpawnEntry&) = delete;
    SpawnEntry& operator=(const SpawnEntry&) = delete;

    template <class T>
    auto await_transform(asio::awaitable<T, asio::any_io_executor> operand)
    {
        using Inner = decltype(BaseFrame::await_transform(std::move(operand)));
        struct Awaiter
        {
            Inner inner;
            bool await_ready() const noexcept { return inner.await_ready(); }
            // As in TracedAwaiter: a handle to Asio's own promise, which lies at the same address.
            void await_suspend(std::coroutine_handle<SpawnEntry> handle)
            {
                inner.await_suspend(std::coroutine_handle<BaseFrame>::from_address(handle.address()));
            }
            auto await_resume() { return inner.await_resume(); }
        };
        Awaiter awaiter{BaseFrame::await_transform(std::move(operand))};
        // The first is the dispatch by which it comes to its executor, in place or through the queue; the second is what was
        // spawned. If it has been cancelled meanwhile the line above has thrown: the body never runs.
        if (m_recorder && ++m_awaits == 2)
            m_recorder->takesFirstStep(m_spawn);
        return awaiter;
    }

    template <class Operand>
    auto await_transform(Operand&& operand)
    {
        return BaseFrame::await_transform(std::forward<Operand>(operand));
    }

private:
    Recorder* m_recorder = nullptr; ///< null: it runs on an executor that is not ours
    std::shared_ptr<OperationStop> m_stop;
    Recorder::SpawnId m_spawn = 0;
    int m_awaits = 0;
};

} // namespace awaitscope::tracing

template <class... Args>
struct std::coroutine_traits<boost::asio::awaitable<boost::asio::detail::awaitable_thread_entry_point, boost::asio::any_io_executor>,
                             Args...>
{
    using promise_type = awaitscope::tracing::SpawnEntry;

    static_assert(alignof(promise_type) == alignof(promise_type::BaseFrame),
                  "Asio finds the frame from its own promise: the derived one must start where it starts");
};
