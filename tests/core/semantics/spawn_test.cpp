// SPDX-License-Identifier: GPL-3.0-or-later

// co_spawn as a shield that it is not, and frames that are destroyed.

#include "core/semantics/platform.hpp"

#include <boost/asio/detached.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/post.hpp>

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <stdexcept>

namespace awaitscope::semantics {
namespace {

using asio::awaitable;

awaitable<void> child(Platform& platform)
{
    try {
        co_await platform.sleep(100ms);
        platform.note("child slept");
    } catch (const system_error&) {
        platform.note("child was cancelled");
        throw;
    }
}

awaitable<void> awaitsAChild(Platform& platform)
{
    co_await asio::co_spawn(platform.executor(), child(platform), asio::use_awaitable);
}

TEST(CoSpawn, WithUseAwaitableItForwardsCancellationAndIsNoShield)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("parent", awaitsAChild(platform), signal.slot());
    platform.cancelAt(40ms, signal);
    EXPECT_EQ(platform.finish(), (Log{"40 child was cancelled", "40 parent ended by operation_aborted"}));
}

awaitable<void> detachesAChild(Platform& platform)
{
    asio::co_spawn(platform.executor(), child(platform), asio::detached);
    co_await platform.sleep(200ms);
}

TEST(CoSpawn, DetachedChildrenSurvive)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("parent", detachesAChild(platform), signal.slot());
    platform.cancelAt(40ms, signal);
    EXPECT_EQ(platform.finish(), (Log{"40 parent ended by operation_aborted", "100 child slept"}));
}

awaitable<void> failingChild(Platform& platform)
{
    co_await platform.sleep(10ms);
    platform.note("child fails");
    throw std::runtime_error{"the child failed"};
}

TEST(CoSpawn, WhatADetachedChildThrowsVanishes)
{
    Platform platform;
    asio::co_spawn(platform.executor(), failingChild(platform), asio::detached);
    platform.at(20ms, [&platform] { platform.note("all goes on"); });
    EXPECT_EQ(platform.finish(), (Log{"10 child fails", "20 all goes on"}));
}

void rethrow(const std::exception_ptr& error)
{
    if (error)
        std::rethrow_exception(error);
}

TEST(CoSpawn, WithAHandlerThatRethrowsItLeavesRun)
{
    Platform platform;
    asio::co_spawn(platform.executor(), failingChild(platform), rethrow);
    EXPECT_THROW(platform.run(), std::runtime_error);
}

TEST(CoSpawnDeathTest, AndTerminatesTheProgramThatDoesNotCatchItThere)
{
    const auto program = []() noexcept {
        Platform platform;
        asio::co_spawn(platform.executor(), failingChild(platform), rethrow);
        platform.run();
    };
    EXPECT_DEATH(program(), "the child failed");
}

// A handler that is destroyed uninvoked.

/// An operation that nobody completes. Its handler lies in `kept`, to be destroyed by whoever wishes.
auto keepHandler(std::shared_ptr<void>& kept)
{
    return asio::async_initiate<const asio::use_awaitable_t<>, void(error_code)>(
        [&kept](auto handler) { kept = std::make_shared<decltype(handler)>(std::move(handler)); }, asio::use_awaitable);
}

awaitable<void> waitsForNobody(Platform& platform, std::shared_ptr<void>& kept)
{
    const Guard guard{platform};
    try {
        platform.note("waits");
        co_await keepHandler(kept);
        platform.note("resumed");
    } catch (...) {
        platform.note("catch block");
        throw;
    }
}

awaitable<void> callsIt(Platform& platform, std::shared_ptr<void>& kept)
{
    const Guard guard{platform};
    co_await waitsForNobody(platform, kept);
    platform.note("code after the await");
}

const Log destroyed{"0 waits", "10 destructor", "10 destructor"};

TEST(AHandlerDestroyedUninvoked, DestroysTheFramesDestructorsRunAndNoCatchBlockNoLaterCodeNoCompletionHandler)
{
    std::shared_ptr<void> kept;
    Platform platform;
    platform.spawn("coroutine", callsIt(platform, kept));
    platform.at(10ms, [&kept] { kept.reset(); });
    EXPECT_EQ(platform.finish(), destroyed);
}

TEST(AHandlerDestroyedUninvoked, IsNotWhatCompletesTheSameOperation)
{
    std::function<void()> complete;
    Platform platform;
    const auto operation = [](Platform& on, std::function<void()>& whole) -> awaitable<void> {
        const Guard guard{on};
        co_await asio::async_initiate<const asio::use_awaitable_t<>, void(error_code)>(
            [&whole](auto handler) {
                const auto owner = std::make_shared<decltype(handler)>(std::move(handler));
                whole = [owner] { std::move (*owner)(error_code{}); };
            },
            asio::use_awaitable);
        on.note("resumed");
    };
    platform.spawn("coroutine", operation(platform, complete));
    platform.at(10ms, [&complete] { complete(); });
    EXPECT_EQ(platform.finish(), (Log{"10 resumed", "10 destructor", "10 coroutine ended"}));
}

#ifndef AWAITSCOPE_PLAIN_ASIO
TEST(AHandlerDestroyedUninvoked, IsWhatOurDropMakesOfACoroutine)
{
    std::shared_ptr<void> kept;
    Platform platform;
    const DomainId domain = platform.context().makeDomain(0);
    const auto sleeper = [](Platform& on) -> awaitable<void> {
        const Guard guard{on};
        try {
            on.note("waits");
            co_await on.sleep(100ms);
            on.note("resumed");
        } catch (...) {
            on.note("catch block");
            throw;
        }
    };
    const auto caller = [](Platform& on, awaitable<void> callee) -> awaitable<void> {
        const Guard guard{on};
        co_await std::move(callee);
        on.note("code after the await");
    };
    platform.spawnOn(platform.context().get_executor().withDomain(domain), "coroutine",
                     caller(platform, sleeper(platform)));
    platform.at(10ms, [&platform, domain] { platform.context().drop(domain); });
    EXPECT_EQ(platform.finish(), destroyed);
}
#endif

awaitable<void> notesItsBody(Platform& platform)
{
    platform.note("body ran");
    co_return;
}

awaitable<void> makesAndForgets(Platform& platform)
{
    const awaitable<void> neverAwaited = notesItsBody(platform);
    co_await platform.sleep(10ms);
}

TEST(AnAwaitable, ThatIsNeverAwaitedNeverRunsItsBody)
{
    Platform platform;
    platform.spawn("coroutine", makesAndForgets(platform));
    EXPECT_EQ(platform.finish(), (Log{"10 coroutine ended"}));
}

TEST(AnAwaitable, ThatIsCancelledBeforeItsFirstResumeNeverRunsItsBody)
{
    Platform platform;
    asio::cancellation_signal signal;
    // In the queue ahead of the coroutine's start.
    asio::post(platform.executor(), [&signal] { signal.emit(asio::cancellation_type::terminal); });
    platform.spawn("coroutine", notesItsBody(platform), signal.slot());
    try {
        platform.run();
    } catch (const system_error&) {
        // In Boost 1.81 not even the completion handler runs: co_spawn's own entry point awaits a post, which throws,
        // as the cancellation is sticky, and the exception leaves run().
        platform.note("run() threw");
    }
    EXPECT_EQ(platform.finish(), (Log{"0 run() threw"}));
}

TEST(AnAwaitable, ThatIsCancelledFromOutsideOfItsContextIsResumedFirstAsCoSpawnQueuesTheSignalBehindTheStart)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("coroutine", notesItsBody(platform), signal.slot());
    signal.emit(asio::cancellation_type::terminal);
    EXPECT_EQ(platform.finish(), (Log{"0 body ran", "0 coroutine ended"}));
}

// While the context runs, there is no such moment: co_spawn dispatches the first step.

awaitable<void> spawnsAndCancels(Platform& platform, asio::cancellation_signal& signal)
{
    asio::co_spawn(platform.executor(), child(platform), asio::bind_cancellation_slot(signal.slot(), asio::detached));
    platform.note("spawned");
    signal.emit(asio::cancellation_type::terminal);
    co_return;
}

TEST(AnAwaitable, ThatIsSpawnedByARunningCoroutineHasTakenItsFirstStepBeforeAnybodyCanCancelIt)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("parent", spawnsAndCancels(platform, signal));
    EXPECT_EQ(platform.finish(), (Log{"0 spawned", "0 child was cancelled", "0 parent ended"}));
}

// The end of a context.

awaitable<void> waitsAtAChannelThatOnlyItHolds(std::shared_ptr<int> alive)
{
    asio::experimental::channel<void(error_code)> channel{co_await asio::this_coro::executor};
    co_await channel.async_receive(asio::use_awaitable);
    ++*alive;
}

TEST(AContextThatGoes, UnwindsWhoWaitsAtAChannelThatNobodyElseHolds)
{
    const auto alive = std::make_shared<int>(0);
    {
        Platform platform;
        platform.spawn("coroutine", waitsAtAChannelThatOnlyItHolds(alive));
        EXPECT_EQ(platform.finish(), Log{});
        EXPECT_EQ(alive.use_count(), 2);
    }
    EXPECT_EQ(alive.use_count(), 1);
}

} // namespace
} // namespace awaitscope::semantics
