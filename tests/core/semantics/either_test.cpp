// SPDX-License-Identifier: GPL-3.0-or-later

// operator||, and what happens when both sides complete.

#include "core/semantics/platform.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>

#include <gtest/gtest.h>

#include <stdexcept>

namespace awaitscope::semantics {
namespace {

using asio::awaitable;
using namespace asio::experimental::awaitable_operators;

awaitable<int> valueAfter(Platform& platform, std::chrono::milliseconds duration, int value)
{
    platform.note("side " + std::to_string(value) + " began");
    co_await platform.sleep(duration);
    co_return value;
}

awaitable<void> takesTheFirst(Platform& platform)
{
    const std::variant<int, int> first = co_await (valueAfter(platform, 50ms, 1) || valueAfter(platform, 20ms, 2));
    platform.note("side " + std::to_string(first.index()) + " won with "
                  + std::to_string(first.index() == 0 ? std::get<0>(first) : std::get<1>(first)));
}

TEST(OperatorOr, SpawnsBothSidesAndWaitsForOneSuccess)
{
    Platform platform;
    platform.spawn("caller", takesTheFirst(platform));
    EXPECT_EQ(platform.finish(), (Log{"0 side 1 began", "0 side 2 began", "20 side 1 won with 2", "20 caller ended"}));
}

/// Lets every type of cancellation in, and notes which came.
awaitable<void> notesTheType(Platform& platform)
{
    co_await asio::this_coro::reset_cancellation_state(asio::enable_total_cancellation());
    co_await asio::this_coro::throw_if_cancelled(false);
    try {
        co_await platform.sleep(100ms);
    } catch (const system_error&) {
    }
    const asio::cancellation_type got = (co_await asio::this_coro::cancellation_state).cancelled();
    const auto has = [got](asio::cancellation_type type) { return (got & type) != asio::cancellation_type::none; };
    platform.note(std::string{"got"} + (has(asio::cancellation_type::terminal) ? " terminal" : "")
                  + (has(asio::cancellation_type::partial) ? " partial" : "")
                  + (has(asio::cancellation_type::total) ? " total" : ""));
}

awaitable<void> racesTheTypes(Platform& platform) { co_await (platform.sleep(20ms) || notesTheType(platform)); }

TEST(OperatorOr, EmitsAllTypesOfCancellationToTheOtherSide)
{
    Platform platform;
    platform.spawn("caller", racesTheTypes(platform));
    EXPECT_EQ(platform.finish(), (Log{"20 got terminal partial total", "20 caller ended"}));
}

awaitable<int> shielded(Platform& platform, bool throws)
{
    co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
    co_await platform.sleep(200ms);
    platform.note("loser at its end");
    if (throws)
        throw std::runtime_error{"the loser failed"};
    co_return 7;
}

awaitable<void> racesShielded(Platform& platform, bool throws)
{
    const auto winner = co_await (platform.sleep(50ms) || shielded(platform, throws));
    platform.note("side " + std::to_string(winner.index()) + " won");
}

TEST(OperatorOr, AShieldedLoserOf200MsHoldsTheRaceFor200MsAndItsValueIsDiscarded)
{
    Platform platform;
    platform.spawn("caller", racesShielded(platform, false));
    EXPECT_EQ(platform.finish(), (Log{"200 loser at its end", "200 side 0 won", "200 caller ended"}));
}

TEST(OperatorOr, WhatTheLoserThrowsIsDiscardedToo)
{
    Platform platform;
    platform.spawn("caller", racesShielded(platform, true));
    EXPECT_EQ(platform.finish(), (Log{"200 loser at its end", "200 side 0 won", "200 caller ended"}));
}

awaitable<void> failsAfter(Platform& platform, std::chrono::milliseconds duration, std::string what)
{
    co_await platform.sleep(duration);
    platform.note(what);
    throw std::runtime_error{what};
}

awaitable<void> oneFails(Platform& platform)
{
    const auto winner = co_await (failsAfter(platform, 10ms, "left failed") || platform.sleep(60ms));
    platform.note("side " + std::to_string(winner.index()) + " won");
}

TEST(OperatorOr, IfOneSideThrowsItWaitsForTheOther)
{
    Platform platform;
    platform.spawn("caller", oneFails(platform));
    EXPECT_EQ(platform.finish(), (Log{"10 left failed", "60 side 1 won", "60 caller ended"}));
}

awaitable<void> bothFail(Platform& platform)
{
    try {
        co_await (failsAfter(platform, 10ms, "left failed") || failsAfter(platform, 60ms, "right failed"));
    } catch (const asio::multiple_exceptions& several) {
        platform.note("multiple_exceptions, the first: " + Platform::nameOf(several.first_exception()));
    }
}

TEST(OperatorOr, IfBothSidesThrowItThrowsMultipleExceptions)
{
    Platform platform;
    platform.spawn("caller", bothFail(platform));
    EXPECT_EQ(platform.finish(), (Log{"10 left failed", "60 right failed",
                                      "60 multiple_exceptions, the first: left failed", "60 caller ended"}));
}

// Both complete.

awaitable<void> noted(Platform& platform, std::chrono::milliseconds duration, std::string name)
{
    co_await platform.sleep(duration);
    platform.note(name + " resumed with its value");
}

awaitable<void> tied(Platform& platform)
{
    const auto winner = co_await (noted(platform, 30ms, "left") || noted(platform, 30ms, "right"));
    platform.note("side " + std::to_string(winner.index()) + " won");
}

TEST(BothComplete, TheOrderOfCompletionDecidesAndTheOtherHasItsValueAllTheSame)
{
    Platform platform;
    platform.spawn("caller", tied(platform));
    EXPECT_EQ(platform.finish(), (Log{"30 left resumed with its value", "30 right resumed with its value",
                                      "30 side 0 won", "30 caller ended"}));
}

awaitable<void> oneAwait(Platform& platform)
{
    co_await platform.sleep(30ms);
    const bool isSet = (co_await asio::this_coro::cancellation_state).cancelled() != asio::cancellation_type::none;
    platform.note(std::string{"resumed with its value, cancelled() "} + (isSet ? "set" : "not set"));
}

awaitable<void> second(Platform& platform)
{
    platform.note("the second await begins");
    co_await platform.sleep(30ms);
}

awaitable<void> twoAwaits(Platform& platform)
{
    co_await platform.sleep(30ms);
    platform.note("resumed with its value");
    co_await second(platform);
    platform.note("resumed again");
}

/// The timer of the cancel comes first in its moment: when it fires, the coroutine's own has fired as well, and its
/// completion is queued behind.
Log cancelledAt(std::chrono::milliseconds time, awaitable<void> (*coroutine)(Platform&))
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.cancelAt(time, signal);
    platform.spawn("coroutine", coroutine(platform), signal.slot());
    return platform.finish();
}

TEST(BothComplete, ACancelAfterTheCompletionWasQueuedFindsNothingAndTheNextAwaitThrows)
{
    EXPECT_EQ(cancelledAt(30ms, twoAwaits),
              (Log{"30 resumed with its value", "30 coroutine ended by operation_aborted"}));
}

TEST(BothComplete, ThenCancelledIsSetAndIfThereIsNoNextAwaitTheCoroutineCompletesNormally)
{
    EXPECT_EQ(cancelledAt(30ms, oneAwait), (Log{"30 resumed with its value, cancelled() set", "30 coroutine ended"}));
}

TEST(BothComplete, EveryAwaitHasTwoWindowsPendingAndCompletedButNotYetResumed)
{
    EXPECT_EQ(cancelledAt(29ms, twoAwaits), (Log{"29 coroutine ended by operation_aborted"})) << "pending";
    EXPECT_EQ(cancelledAt(30ms, twoAwaits),
              (Log{"30 resumed with its value", "30 coroutine ended by operation_aborted"}))
        << "completed, not yet resumed";
    EXPECT_EQ(cancelledAt(59ms, twoAwaits), (Log{"30 resumed with its value", "30 the second await begins",
                                                 "59 coroutine ended by operation_aborted"}))
        << "the second one pending";
    EXPECT_EQ(cancelledAt(60ms, twoAwaits), (Log{"30 resumed with its value", "30 the second await begins",
                                                 "60 resumed again", "60 coroutine ended"}))
        << "the second one completed, not yet resumed";
}

} // namespace
} // namespace awaitscope::semantics
