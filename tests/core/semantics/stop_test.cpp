// SPDX-License-Identifier: GPL-3.0-or-later

// The two ways to cancel: on the coroutine, by the slot that co_spawn was given, and on the operation, by a slot of its own or
// by its object. They differ in the tick of a completion.

#include "core/semantics/platform.hpp"

#include <gtest/gtest.h>

namespace awaitscope::semantics {
namespace {

using asio::awaitable;

awaitable<void> waitsTwice(Platform& platform)
{
    co_await platform.sleep(10ms);
    platform.note("first");
    co_await platform.sleep(10ms);
    platform.note("second");
}

awaitable<void> waitsTwiceWithASlot(Platform& platform, asio::cancellation_slot slot)
{
    co_await platform.sleep(10ms, asio::bind_cancellation_slot(slot, asio::use_awaitable_t<>{}));
    platform.note("first");
    co_await platform.sleep(10ms, asio::bind_cancellation_slot(slot, asio::use_awaitable_t<>{}));
    platform.note("second");
}

awaitable<void> waitsTwiceFor(Platform& platform, Timer& timer)
{
    co_await timer.async_wait(asio::use_awaitable);
    platform.note("first");
    platform.set(timer, 10ms);
    co_await timer.async_wait(asio::use_awaitable);
    platform.note("second");
}

/// The stop comes first in its instant: the operation has completed then, and its coroutine has not been resumed.
template <class Stop, class Start>
Log stoppedAt(std::chrono::milliseconds time, Stop stop, Start start)
{
    Platform platform;
    platform.at(time, stop);
    start(platform);
    return platform.finish();
}

TEST(TwoWaysToCancel, TheCoroutineKeepsAStopInTheTickOfACompletionForItsNextAwait)
{
    asio::cancellation_signal signal;
    const auto on = [&signal] { signal.emit(asio::cancellation_type::terminal); };
    const auto start = [&signal](Platform& platform) { platform.spawn("work", waitsTwice(platform), signal.slot()); };
    EXPECT_EQ(stoppedAt(10ms, on, start), (Log{"10 first", "10 work ended by operation_aborted"}));
    EXPECT_EQ(stoppedAt(5ms, on, start), (Log{"5 work ended by operation_aborted"}));
}

TEST(TwoWaysToCancel, TheSlotOfTheOperationLosesItForGood)
{
    asio::cancellation_signal signal;
    const auto on = [&signal] { signal.emit(asio::cancellation_type::terminal); };
    const auto start = [&signal](Platform& platform) { platform.spawn("work", waitsTwiceWithASlot(platform, signal.slot())); };
    EXPECT_EQ(stoppedAt(10ms, on, start), (Log{"10 first", "20 second", "20 work ended"}));
    EXPECT_EQ(stoppedAt(5ms, on, start), (Log{"5 work ended by operation_aborted"}));
    EXPECT_EQ(stoppedAt(15ms, on, start), (Log{"10 first", "15 work ended by operation_aborted"}));
}

TEST(TwoWaysToCancel, SoDoesTheObjectOfTheOperation)
{
    for (const auto& [time, told] : {std::pair{10ms, Log{"10 first", "20 second", "20 work ended"}},
                                     std::pair{5ms, Log{"5 work ended by operation_aborted"}}}) {
        Platform platform;
        Timer* timer = nullptr;
        platform.at(time, [&timer] { timer->cancel(); });
        Timer own = platform.timer(10ms);
        timer = &own;
        platform.spawn("work", waitsTwiceFor(platform, own));
        EXPECT_EQ(platform.finish(), told);
    }
}

#ifndef AWAITSCOPE_PLAIN_ASIO
TEST(TwoWaysToCancel, OurStopOfAnOperationIsThatOfItsSlotWithoutAChangeToTheProgram)
{
    for (const auto time : {5ms, 10ms, 15ms, 25ms}) {
        asio::cancellation_signal own;
        const Log slot = stoppedAt(time, [&own] { own.emit(asio::cancellation_type::terminal); },
                                   [&own](Platform& platform) { platform.spawn("work", waitsTwiceWithASlot(platform, own.slot())); });
        asio::cancellation_signal unused; // without one, an operation has no slot
        std::shared_ptr<const OperationStop> stop;
        const Log ours = stoppedAt(time, [&stop] { (*stop)(); }, [&](Platform& platform) {
            stop = Recorder::of(platform.context())->stopOfNextSpawn();
            platform.spawn("work", waitsTwice(platform), unused.slot());
        });
        EXPECT_EQ(ours, slot) << time.count();
    }
}
#endif

} // namespace
} // namespace awaitscope::semantics
