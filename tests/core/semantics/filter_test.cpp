// SPDX-License-Identifier: GPL-3.0-or-later

// Which cancellations reach a coroutine, and how one is shielded without forgetting them.

#include "core/semantics/platform.hpp"

#include <gtest/gtest.h>

namespace awaitscope::semantics {
namespace {

using asio::awaitable;
using asio::cancellation_type;

awaitable<void> asItIsSpawned(Platform& platform)
{
    co_await platform.sleep(100ms);
    platform.note("slept");
}

awaitable<void> enablesTotal(Platform& platform)
{
    co_await asio::this_coro::reset_cancellation_state(asio::enable_total_cancellation());
    co_await platform.sleep(100ms);
    platform.note("slept");
}

awaitable<void> enablesPartial(Platform& platform)
{
    co_await asio::this_coro::reset_cancellation_state(asio::enable_partial_cancellation());
    co_await platform.sleep(100ms);
    platform.note("slept");
}

Log cancelledWith(cancellation_type type, awaitable<void> (*coroutine)(Platform&))
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("coroutine", coroutine(platform), signal.slot());
    platform.cancelAt(40ms, signal, type);
    return platform.finish();
}

const Log untouched{"100 slept", "100 coroutine ended"};
const Log cut{"40 coroutine ended by operation_aborted"};

TEST(Filter, TheStateOfCoSpawnPassesTerminalOnly)
{
    EXPECT_EQ(cancelledWith(cancellation_type::total, asItIsSpawned), untouched);
    EXPECT_EQ(cancelledWith(cancellation_type::partial, asItIsSpawned), untouched);
    EXPECT_EQ(cancelledWith(cancellation_type::terminal, asItIsSpawned), cut);
    EXPECT_EQ(cancelledWith(cancellation_type::all, asItIsSpawned), cut);
}

TEST(Filter, TotalOrPartialAloneReachACoroutineThatEnablesThem)
{
    EXPECT_EQ(cancelledWith(cancellation_type::total, enablesTotal), cut);
    EXPECT_EQ(cancelledWith(cancellation_type::partial, enablesTotal), cut);
    EXPECT_EQ(cancelledWith(cancellation_type::partial, enablesPartial), cut);
    EXPECT_EQ(cancelledWith(cancellation_type::total, enablesPartial), untouched)
        << "total asks for more than partial: to have had no effect at all";
}

awaitable<void> resets(Platform&) { co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation()); }

awaitable<void> callsOneThatResets(Platform& platform)
{
    co_await resets(platform);
    co_await platform.sleep(100ms);
    platform.note("slept");
}

TEST(Filter, TheStateBelongsToTheWholeChainOfCoroutinesSoACalleesResetLeaksToItsCaller)
{
    EXPECT_EQ(cancelledWith(cancellation_type::terminal, callsOneThatResets), untouched);
}

awaitable<void> spawnsOneThatResets(Platform& platform)
{
    co_await asio::co_spawn(platform.executor(), resets(platform), asio::use_awaitable);
    co_await platform.sleep(100ms);
    platform.note("slept");
}

TEST(Filter, TheChainEndsAtTheNextCoSpawnWhoseResetDoesNotLeak)
{
    EXPECT_EQ(cancelledWith(cancellation_type::terminal, spawnsOneThatResets), cut);
}

// Shielding.

awaitable<void> critical(Platform& platform)
{
    platform.note("critical section begins");
    co_await platform.sleep(100ms);
    platform.note("critical section ends");
}

awaitable<void> shieldsAndDelivers(Platform& platform)
{
    co_await asio::this_coro::reset_cancellation_state(asio::enable_terminal_cancellation(),
                                                       asio::disable_cancellation());
    co_await asio::this_coro::throw_if_cancelled(false);
    co_await critical(platform);
    co_await asio::this_coro::throw_if_cancelled(true);
    platform.note("no await yet");
    co_await platform.sleep(100ms);
    platform.note("slept");
}

awaitable<void> shieldsAndForgets(Platform& platform)
{
    co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
    co_await critical(platform);
    co_await asio::this_coro::reset_cancellation_state(asio::enable_terminal_cancellation());
    co_await platform.sleep(100ms);
    platform.note("slept");
}

TEST(Shielding, AStateThatLetsNothingOutAndThrowsLaterRunsTheCriticalSectionAndStillDelivers)
{
    EXPECT_EQ(cancelledWith(cancellation_type::terminal, shieldsAndDelivers),
              (Log{"0 critical section begins", "100 critical section ends", "100 no await yet",
                   "100 coroutine ended by operation_aborted"}));
}

TEST(Shielding, PlainDisableCancellationAndALaterResetForgetTheSignal)
{
    EXPECT_EQ(cancelledWith(cancellation_type::terminal, shieldsAndForgets),
              (Log{"0 critical section begins", "100 critical section ends", "200 slept", "200 coroutine ended"}));
}

} // namespace
} // namespace awaitscope::semantics
