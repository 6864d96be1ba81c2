// SPDX-License-Identifier: GPL-3.0-or-later

// What a cancelled coroutine does: "Asio does not drop", and "a cancellation is sticky".

#include "core/semantics/platform.hpp"

#include <boost/asio/as_tuple.hpp>

#include <gtest/gtest.h>

namespace awaitscope::semantics {
namespace {

using asio::awaitable;

awaitable<void> sleeps(Platform& platform)
{
    const Guard guard{platform};
    try {
        co_await platform.sleep(100ms);
        platform.note("resumed");
    } catch (const system_error& error) {
        platform.note(error.code() == asio::error::operation_aborted ? "caught operation_aborted" : "caught another");
        throw;
    }
}

TEST(AsioDoesNotDrop, ACancelledCoroutineIsResumedAndThePendingAwaitThrowsOperationAborted)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("coroutine", sleeps(platform), signal.slot());
    platform.cancelAt(40ms, signal);
    EXPECT_EQ(platform.finish(),
              (Log{"40 caught operation_aborted", "40 destructor", "40 coroutine ended by operation_aborted"}));
}

awaitable<void> catches(Platform& platform)
{
    try {
        co_await platform.sleep(100ms);
    } catch (const system_error&) {
        platform.note("caught");
    }
    platform.note("goes on");
}

TEST(AsioDoesNotDrop, WhatACancelledAwaitThrowsCanBeCaughtAndTheCoroutineGoesOn)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("coroutine", catches(platform), signal.slot());
    platform.cancelAt(40ms, signal);
    EXPECT_EQ(platform.finish(), (Log{"40 caught", "40 goes on", "40 coroutine ended"}));
}

awaitable<void> takesATuple(Platform& platform)
{
    const auto [error] = co_await platform.sleep(100ms, asio::as_tuple(asio::use_awaitable));
    platform.note(error == asio::error::operation_aborted ? "got operation_aborted" : "got another");
}

TEST(AsioDoesNotDrop, AsTupleReturnsOperationAbortedInsteadOfThrowingIt)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("coroutine", takesATuple(platform), signal.slot());
    platform.cancelAt(40ms, signal);
    EXPECT_EQ(platform.finish(), (Log{"40 got operation_aborted", "40 coroutine ended"}));
}

// Sticky.

awaitable<void> notesThatItRuns(Platform& platform)
{
    platform.note("body ran");
    co_return;
}

/// An operation that notes that it was started, and completes at once.
auto notesThatItStarts(Platform& platform)
{
    return asio::async_initiate<const asio::use_awaitable_t<>, void(error_code)>(
        [&platform](auto handler) {
            platform.note("operation started");
            platform.sleep(0ms, std::move(handler));
        },
        asio::use_awaitable);
}

awaitable<void> awaitsAfterACancel(Platform& platform)
{
    co_await platform.sleep(100ms, asio::as_tuple(asio::use_awaitable));
    // Here, and not in a callee: to call one would be an await.
    for (const bool operation : {false, true}) {
        const std::string kind = operation ? "operation" : "awaitable";
        try {
            if (operation)
                co_await notesThatItStarts(platform);
            else
                co_await notesThatItRuns(platform);
            platform.note(kind + " completed");
        } catch (const system_error& error) {
            const bool saysIt = std::string{error.what()}.starts_with("co_await");
            platform.note(kind + (saysIt ? " threw \"co_await…\"" : std::string{" threw "} + error.what()));
        }
    }
}

TEST(Sticky, AfterACancellationWasDeliveredEachFurtherAwaitThrowsBeforeItStartsAndSaysCoAwait)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("coroutine", awaitsAfterACancel(platform), signal.slot());
    platform.cancelAt(40ms, signal);
    EXPECT_EQ(platform.finish(),
              (Log{"40 awaitable threw \"co_await…\"", "40 operation threw \"co_await…\"", "40 coroutine ended"}));
}

TEST(Sticky, WithoutACancellationTheSameAwaitsRun)
{
    Platform platform;
    platform.spawn("coroutine", awaitsAfterACancel(platform));
    EXPECT_EQ(platform.finish(), (Log{"100 body ran", "100 awaitable completed", "100 operation started",
                                      "100 operation completed", "100 coroutine ended"}));
}

awaitable<void> asksItself(Platform& platform)
{
    co_await platform.sleep(100ms, asio::as_tuple(asio::use_awaitable));
    const auto executor = co_await asio::this_coro::executor;
    const auto state = co_await asio::this_coro::cancellation_state;
    const bool throws = co_await asio::this_coro::throw_if_cancelled();
    platform.note(executor == platform.executor() && state.cancelled() != asio::cancellation_type::none && throws
                      ? "asked, and nothing was thrown"
                      : "asked, and was told something else");
}

TEST(Sticky, AwaitingThisCoroThrowsNothing)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("coroutine", asksItself(platform), signal.slot());
    platform.cancelAt(40ms, signal);
    EXPECT_EQ(platform.finish(), (Log{"40 asked, and nothing was thrown", "40 coroutine ended"}));
}

awaitable<void> wantsNoThrow(Platform& platform)
{
    co_await platform.sleep(100ms, asio::as_tuple(asio::use_awaitable));
    co_await asio::this_coro::throw_if_cancelled(false);
    co_await notesThatItRuns(platform);
    const auto [error] = co_await platform.sleep(30ms, asio::as_tuple(asio::use_awaitable));
    platform.note(error ? "second sleep was cut" : "second sleep ran in full");
}

TEST(Sticky, WithThrowIfCancelledFalseLaterAwaitsRunInFullAsTheSignalIsNotSentAgain)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("coroutine", wantsNoThrow(platform), signal.slot());
    platform.cancelAt(40ms, signal);
    EXPECT_EQ(platform.finish(), (Log{"40 body ran", "70 second sleep ran in full", "70 coroutine ended"}));
}

} // namespace
} // namespace awaitscope::semantics
