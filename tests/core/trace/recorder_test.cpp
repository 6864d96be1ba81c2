// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/test_run.hpp"
#include "core/world/sleep.hpp"
#include "core/world/spawn.hpp"

#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>

#include <gtest/gtest.h>

#include <stdexcept>

namespace awaitscope::test {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;

// One await per way in which an await can end.

awaitable<void> fails()
{
    throw std::runtime_error{"no"};
    co_return;
}

awaitable<void> endsInEveryWay(World& world)
{
    co_await sleep_for(world, 1ms);
    try {
        co_await fails();
    } catch (const std::runtime_error&) {
    }
    try {
        co_await sleep_for(world, 10ms);
    } catch (const boost::system::system_error&) {
    }
    try {
        co_await sleep_for(world, 10ms);
    } catch (const boost::system::system_error&) {
    }
}

awaitable<void> cancelledSubject(World& world)
{
    co_await (sleep_for(world, 2ms) || endsInEveryWay(world));
}

TEST(Recorder, AnAwaitIsResumedOrThrowsOrIsCancelledOrIsRefused)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(cancelledSubject, "endsInEveryWay");
    EXPECT_EQ(awaitsOf(trace), (Strings{"0 sleep_for || endsInEveryWay resumed 0-2000", "1 sleep_for resumed 0-1000",
                                        "0 fails threw 1000-1000", "2 sleep_for cancelled 1000-2000",
                                        "3 sleep_for refused 2000-2000"}));
    EXPECT_EQ(coroutinesOf(trace), (Strings{"cancelledSubject returned", "endsInEveryWay returned", "fails threw"}));
}

awaitable<void> keepsItsErrors(World& world)
{
    co_await asio::this_coro::throw_if_cancelled(false);
    boost::system::error_code error;
    co_await sleep_for(world, 10ms, asio::redirect_error(asio::use_awaitable, error));
    co_await sleep_for(world, 1ms, asio::redirect_error(asio::use_awaitable, error));
    co_await (sleep_for(world, 9ms) || sleep_for(world, 1ms));
    co_await (sleep_for(world, 1ms) && sleep_for(world, 2ms));
    auto group = asio::experimental::make_parallel_group(sleep_for(world, 9ms, asio::deferred), sleep_for(world, 1ms, asio::deferred));
    co_await group.async_wait(asio::experimental::wait_for_one(), asio::use_awaitable);
    try {
        co_await fails();
    } catch (const std::runtime_error&) {
    }
}

awaitable<void> cancelledKeeper(World& world)
{
    co_await race(timeout(2ms), keepsItsErrors(world));
}

TEST(Recorder, AnAwaitTellsTheErrorThatItsCoroutineGotByWhicheverWay)
{
    const auto errorsOf = [](const Trace& trace) {
        Strings errors;
        for (const TraceAwait& await : trace.awaits)
            errors.push_back(std::string{toText(await.how)} + (await.error ? ' ' + await.error->type + ' ' + await.error->what : ""));
        return errors;
    };
    TestRun run{__FILE__};
    EXPECT_EQ(errorsOf(run.run(cancelledKeeper, "keepsItsErrors")),
              (Strings{"resumed", "resumed boost::system::error_code operation_aborted", "resumed",
                       "resumed boost::system::error_code operation_aborted", "resumed",
                       "resumed boost::system::error_code operation_aborted", "threw std::runtime_error no"}))
        << "the first is the caller's, whose timeout was cut by nobody";

    TestRun thrown{__FILE__};
    EXPECT_EQ(errorsOf(thrown.run(cancelledSubject, "endsInEveryWay")),
              (Strings{"resumed", "resumed", "threw std::runtime_error no",
                       "cancelled boost::system::system_error operation_aborted",
                       "refused boost::system::system_error operation_aborted"}));
}

awaitable<void> sleeper(World& world)
{
    co_await sleep_for(world, 10ms);
}

awaitable<void> waitsForEver(World& world)
{
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void(boost::system::error_code)>(
        [&world](auto handler) {
            startOperation(world.context(), {}, std::move(handler),
                           [](auto waiting, boost::system::error_code error) { std::move(waiting)(error); });
        },
        asio::use_awaitable);
}

TEST(Recorder, AnAwaitThatNobodyCompletesIsPendingAndItsCoroutineRunning)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(waitsForEver);
    ASSERT_EQ(trace.awaits.size(), 1U);
    EXPECT_EQ(trace.awaits[0].how, AwaitEnd::pending);
    EXPECT_FALSE(trace.awaits[0].end);
    EXPECT_EQ(coroutinesOf(trace), (Strings{"waitsForEver running"}));
}

awaitable<void> dropsSleeper(World& world)
{
    co_await race(timeout(3ms), sleeper(world));
}

TEST(Recorder, AnAwaitWhoseFrameIsDestroyedIsDropped)
{
    TestRun run{__FILE__, {CancelModel::drop, {}, {}}};
    const Trace trace = run.run(dropsSleeper, "sleeper");
    EXPECT_EQ(awaitsOf(trace), (Strings{"0 race resumed 0-3000", "1 sleep_for dropped 0-3000"}));
    EXPECT_EQ(coroutinesOf(trace), (Strings{"dropsSleeper returned", "sleeper dropped"}));
}

awaitable<void> abortedByHand(World& world)
{
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void(boost::system::error_code)>(
        [&world](auto handler) {
            Operation& operation =
                startOperation(world.context(), {}, std::move(handler),
                               [](auto waiting, boost::system::error_code error) { std::move(waiting)(error); });
            world.context().complete(operation, asio::error::operation_aborted);
        },
        asio::use_awaitable);
}

TEST(Recorder, OperationAbortedWithoutACancelIsAnOrdinaryException)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(abortedByHand);
    ASSERT_EQ(trace.awaits.size(), 1U);
    EXPECT_EQ(trace.awaits[0].how, AwaitEnd::threw);
    EXPECT_EQ(coroutinesOf(trace), (Strings{"abortedByHand threw"}));
}

// The call tree and the numbers.

awaitable<int> leaf(World& world)
{
    co_await sleep_for(world, 1ms);
    co_return 1;
}

awaitable<void> branch(World& world)
{
    for (int i = 0; i < 2; ++i)
        co_await leaf(world);
    co_await (sleeper(world) || sleeper(world));
}

awaitable<void> root(World& world)
{
    Spawn spawn{world};
    spawn(sleeper(world));
    co_await branch(world);
}

TEST(Recorder, TheCallTreeIsKnownThroughCallsGroupsAndSpawns)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(root, "branch");
    std::vector<std::pair<std::string, std::string>> tree;
    for (const TraceCoroutine& coroutine : trace.coroutines)
        tree.emplace_back(coroutine.name,
                          coroutine.parent ? trace.coroutines[static_cast<std::size_t>(*coroutine.parent) - 1].name
                                           : "");
    const std::vector<std::pair<std::string, std::string>> expected = {
        {"root", ""},       {"sleeper", "root"},   {"branch", "root"},   {"leaf", "branch"},
        {"leaf", "branch"}, {"sleeper", "branch"}, {"sleeper", "branch"}};
    EXPECT_EQ(tree, expected);
}

TEST(Recorder, NumbersGoToLeavesOfTheSubjectAndItsCalleesAndNotToSpawnedTasks)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(root, "branch");
    std::vector<std::string> numbered;
    for (const TraceAwait& await : trace.awaits)
        numbered.push_back(std::to_string(await.number) + ' ' + await.what);
    EXPECT_EQ(numbered, (Strings{"0 sleep_for", "0 branch", "0 leaf", "1 sleep_for", "0 leaf", "2 sleep_for",
                                 "0 sleeper || sleeper", "3 sleep_for", "4 sleep_for"}));
}

/// Like a sleep, but that it leaves its mark when the time is over.
auto mark(World& world, VirtualDuration after)
{
    return asio::async_initiate<const asio::use_awaitable_t<>, void(boost::system::error_code)>(
        [&world, after](auto handler) {
            startOperation(
                world.context(), {.duration = after}, std::move(handler),
                [](auto waiting, boost::system::error_code error) { std::move(waiting)(error); },
                [&world](boost::system::error_code) { world.effect("mark"); });
        },
        asio::use_awaitable);
}

awaitable<void> marker(World& world)
{
    co_await mark(world, 10ms);
}

awaitable<void> marksBesides(World& world)
{
    co_await (marker(world) && sleep_for(world, 5ms) && sleep_for(world, 10ms));
}

TEST(Recorder, WhatAnOperationDoesWhenItsTimeIsOverIsItsCoroutinesWhoeverRanLast)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(marksBesides, "marker");
    ASSERT_EQ(trace.effects.size(), 1U);
    EXPECT_EQ(trace.effects.front().at, VirtualTime{10ms});
    EXPECT_EQ(trace.effects.front().coroutine, trace.subject);
}

awaitable<void> usesThisCoro(World&)
{
    (void)co_await asio::this_coro::executor;
    (void)co_await asio::this_coro::cancellation_state;
    co_await asio::this_coro::reset_cancellation_state(asio::enable_total_cancellation());
    co_await asio::post(asio::deferred);
    co_await asio::post(asio::use_awaitable);
}

TEST(Recorder, WhatNeverSuspendsIsNoAwaitPoint)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(usesThisCoro, "usesThisCoro");
    EXPECT_EQ(awaitsOf(trace), (Strings{"1 asio::post resumed 0-0", "2 asio::post resumed 0-0"}));
    EXPECT_EQ(trace.awaits[0].line + 1, trace.awaits[1].line);
}

awaitable<void> fallsAsleepAgain(World& world)
{
    bool aborted = false;
    try {
        co_await sleep_for(world, 10ms);
    } catch (const boost::system::system_error&) {
        aborted = true;
    }
    if (aborted)
        co_await asio::this_coro::reset_cancellation_state();
    co_await sleep_for(world, 5ms);
}

awaitable<void> cancelsIt(World& world)
{
    co_await race(timeout(world.deadline()), fallsAsleepAgain(world));
}

TEST(Recorder, AnAwaitKeepsItsNumberWhateverHappensBeforeIt)
{
    TestRun baseline{__FILE__};
    const Recording first = baseline.record(cancelsIt);
    const AwaitNumbers numbers{first, baseline.sources(), "fallsAsleepAgain"};
    EXPECT_EQ(numbers.count(), 2);

    TestRun run{__FILE__, {CancelModel::asio, Deadline{.after = 3ms}, {}}};
    Recording second = run.record(cancelsIt);
    const Trace trace = buildTrace(std::move(second), run.sources(), "fallsAsleepAgain", numbers, nullptr);
    EXPECT_EQ(awaitsOf(trace), (Strings{"0 race resumed 0-8000", "1 sleep_for cancelled 0-3000",
                                        "2 sleep_for resumed 3000-8000"}));
}

awaitable<void> cleansUp(World& world)
{
    bool aborted = false;
    try {
        co_await sleep_for(world, 10ms);
    } catch (const boost::system::system_error&) {
        aborted = true;
    }
    if (aborted) {
        co_await asio::this_coro::reset_cancellation_state();
        co_await sleep_for(world, 1ms);
    }
    co_await sleep_for(world, 5ms);
}

awaitable<void> cancelsCleanup(World& world)
{
    co_await race(timeout(world.deadline()), cleansUp(world));
}

TEST(Recorder, AnAwaitThatOnlyACancelLeadsToComesAfterAllOthers)
{
    TestRun baseline{__FILE__};
    const Recording first = baseline.record(cancelsCleanup);
    const AwaitNumbers numbers{first, baseline.sources(), "cleansUp"};
    TestRun run{__FILE__, {CancelModel::asio, Deadline{.after = 3ms}, {}}};
    const Trace trace =
        buildTrace(run.record(cancelsCleanup), run.sources(), "cleansUp", numbers, nullptr);
    EXPECT_EQ(awaitsOf(trace),
              (Strings{"0 race resumed 0-9000", "1 sleep_for cancelled 0-3000", "3 sleep_for resumed 3000-4000",
                       "2 sleep_for resumed 4000-9000"}));
    EXPECT_TRUE(trace.awaits[2].onlyAfterCancel);
    EXPECT_FALSE(trace.awaits[3].onlyAfterCancel);
}

// Runs that do not end.

awaitable<void> postsForEver(World&)
{
    for (;;)
        co_await asio::post(asio::deferred);
}

awaitable<int> atOnce()
{
    co_return 1;
}

awaitable<void> awaitsForEver(World&)
{
    for (;;)
        co_await atOnce();
}

TEST(Recorder, AnEndlessLoopOfPostsSpendsTheBudgetAndItsPlaceIsKnown)
{
    TestRun run{__FILE__};
    EXPECT_THROW(run.record(postsForEver), EventBudgetExceeded);
    EXPECT_EQ(run.recorder().currentCoroutineName(), "postsForEver");
    EXPECT_EQ(run.recorder().whereabouts().first, "recorder_test.cpp");
}

TEST(Recorder, AnEndlessLoopThatNeverReachesTheQueueIsStoppedToo)
{
    TestRun run{__FILE__};
    run.record(awaitsForEver);
    EXPECT_FALSE(run.context().spendEvent());
}

// Others' executors.

awaitable<int> elsewhere()
{
    co_await asio::post(asio::deferred);
    co_return 42;
}

TEST(Recorder, ACoroutineOnAnotherContextRunsUntraced)
{
    asio::io_context context;
    int result = 0;
    asio::co_spawn(context, elsewhere(), [&](std::exception_ptr, int value) { result = value; });
    context.run();
    EXPECT_EQ(result, 42);
}

} // namespace
} // namespace awaitscope::test
