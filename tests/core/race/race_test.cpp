// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/race/race.hpp"

#include "core/support/test_run.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"

#include <boost/asio/deferred.hpp>
#include <boost/asio/post.hpp>

#include <gtest/gtest.h>

#include <stdexcept>

namespace awaitscope::test {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;

constexpr CancelModel everyModel[] = {CancelModel::asio, CancelModel::drop, CancelModel::eager};

/// Prints when it goes, as any local object with a destructor.
struct Guard
{
    Println println;
    ~Guard() { println("destructor"); }
};

awaitable<int> work(World& world)
{
    const Println println{world};
    const Guard guard{println};
    try {
        co_await sleep_for(world, 10ms);
        println("resumed");
    } catch (const boost::system::system_error& error) {
        println("caught ", error.code() == asio::error::operation_aborted ? "operation_aborted" : "?");
        throw;
    }
    co_return 7;
}

awaitable<void> caller(World& world)
{
    const RaceResult<int> result = co_await race(timeout(world.deadline()), work(world));
    Println{world}(toText(result.winner), ' ', result.value ? std::to_string(*result.value) : "nothing");
}

Trace runCaller(CancelModel model, std::optional<VirtualDuration> after)
{
    TestRun run{__FILE__, {model, Deadline{.after = after}, {}}};
    return run.run(caller, "work");
}

TEST(Race, TheWorkWinsAndItsValueComesBackInEveryModel)
{
    for (const CancelModel model : everyModel) {
        for (const auto after : {std::optional<VirtualDuration>{20ms}, std::optional<VirtualDuration>{}}) {
            const Trace trace = runCaller(model, after);
            EXPECT_EQ(logOf(trace), (Strings{"10000 resumed", "10000 destructor", "10000 work 7"})) << toText(model);
            EXPECT_EQ(trace.winner, Winner::work);
            EXPECT_FALSE(trace.firedAt);
            EXPECT_EQ(trace.end, fromMicroseconds(10'000));
        }
    }
}

awaitable<std::string> longAnswer(World& world)
{
    co_await sleep_for(world, 10ms);
    co_return std::string(100, 'x'); // too long to be held without an allocation
}

awaitable<void> answeredCaller(World& world)
{
    const RaceResult<std::string> result = co_await race(timeout(world.deadline()), longAnswer(world));
    Println{world}(result.value.value_or("nothing"));
}

TEST(Race, AValueThatOwnsMemoryComesBackWhole)
{
    for (const CancelModel model : everyModel) {
        for (const auto after : {std::optional<VirtualDuration>{20ms}, std::optional<VirtualDuration>{}}) {
            TestRun run{__FILE__, {model, Deadline{.after = after}, {}}};
            EXPECT_EQ(logOf(run.run(answeredCaller, "longAnswer")), Strings{"10000 " + std::string(100, 'x')}) << toText(model);
        }
    }
}

TEST(Race, UnderAsioTheLoserThrowsAtItsAwaitAndUnwindsBeforeTheRaceIsOver)
{
    const Trace trace = runCaller(CancelModel::asio, 5ms);
    EXPECT_EQ(logOf(trace),
              (Strings{"5000 caught operation_aborted", "5000 destructor", "5000 timeout nothing"}));
    EXPECT_EQ(trace.firedAt, fromMicroseconds(5000));
    EXPECT_EQ(trace.raceOverAt, fromMicroseconds(5000));
}

TEST(Race, UnderDropDestructorsRunAndNoCatchBlockDoes)
{
    const Trace trace = runCaller(CancelModel::drop, 5ms);
    EXPECT_EQ(logOf(trace), (Strings{"5000 destructor", "5000 timeout nothing"}));
}

TEST(Race, UnderEagerTheLoserGoesOnAfterTheRaceIsOver)
{
    const Trace trace = runCaller(CancelModel::eager, 5ms);
    EXPECT_EQ(logOf(trace), (Strings{"5000 timeout nothing", "10000 resumed", "10000 destructor"}));
    EXPECT_EQ(trace.raceOverAt, fromMicroseconds(5000));
    EXPECT_EQ(trace.end, fromMicroseconds(10'000));
}

TEST(Race, AtATieTheTimeoutWinsAndUnderAsioTheWorkStillCompletes)
{
    EXPECT_EQ(logOf(runCaller(CancelModel::asio, 10ms)),
              (Strings{"10000 resumed", "10000 destructor", "10000 timeout nothing"}));
    EXPECT_EQ(logOf(runCaller(CancelModel::drop, 10ms)), (Strings{"10000 destructor", "10000 timeout nothing"}));
    EXPECT_EQ(logOf(runCaller(CancelModel::eager, 10ms)),
              (Strings{"10000 timeout nothing", "10000 resumed", "10000 destructor"}));
}

awaitable<void> shielded(World& world)
{
    co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
    co_await sleep_for(world, 200ms);
    Println{world}("shielded work done");
}

awaitable<void> racesShielded(World& world)
{
    const Winner winner = co_await race(timeout(50ms), shielded(world));
    Println{world}(toText(winner));
}

TEST(Race, ALoserThatIgnoresCancellationHoldsAnAsioRaceOpenAndNothingElse)
{
    const auto logUnder = [](CancelModel model) {
        TestRun run{__FILE__, {model, {}, {}}};
        return logOf(run.run(racesShielded));
    };
    // The shielded loser succeeded, and the timeout had succeeded before it.
    EXPECT_EQ(logUnder(CancelModel::asio), (Strings{"200000 shielded work done", "200000 timeout"}));
    EXPECT_EQ(logUnder(CancelModel::drop), (Strings{"50000 timeout"}));
    EXPECT_EQ(logUnder(CancelModel::eager), (Strings{"50000 timeout", "200000 shielded work done"}));
}

awaitable<void> failing(World& world)
{
    co_await sleep_for(world, 10ms);
    throw std::runtime_error{"the work failed"};
}

awaitable<void> racesFailing(World& world)
{
    try {
        const Winner winner = co_await race(timeout(world.deadline()), failing(world));
        Println{world}(toText(winner));
    } catch (const std::runtime_error& error) {
        Println{world}(error.what());
    }
}

TEST(Race, WhatTheWorkThrowsComesOutOfTheRaceUnlessAsioWaitsForTheOther)
{
    const auto logUnder = [](CancelModel model, std::optional<VirtualDuration> after) {
        TestRun run{__FILE__, {model, Deadline{.after = after}, {}}};
        return logOf(run.run(racesFailing));
    };
    // operator|| waits for one success: after a failure it waits for the other side.
    EXPECT_EQ(logUnder(CancelModel::asio, 30ms), (Strings{"30000 timeout"}));
    EXPECT_EQ(logUnder(CancelModel::drop, 30ms), (Strings{"10000 the work failed"}));
    EXPECT_EQ(logUnder(CancelModel::eager, 30ms), (Strings{"10000 the work failed"}));
    for (const CancelModel model : everyModel)
        EXPECT_EQ(logUnder(model, std::nullopt), (Strings{"10000 the work failed"}));
    EXPECT_EQ(logUnder(CancelModel::eager, 5ms), (Strings{"5000 timeout"})) << "nobody hears of it any more";
}

awaitable<void> nested(World& world)
{
    const Println println{world};
    const Guard guard{println};
    co_await ((work(world)) || (work(world)));
}

awaitable<void> racesNested(World& world)
{
    co_await race(timeout(5ms), nested(world));
    Println{world}("over");
}

TEST(Race, DroppingReachesTheMembersOfANestedGroup)
{
    TestRun run{__FILE__, {CancelModel::drop, {}, {}}};
    EXPECT_EQ(logOf(run.run(racesNested)),
              (Strings{"5000 destructor", "5000 destructor", "5000 destructor", "5000 over"}));
}

awaitable<void> racesInside(World& world)
{
    const Println println{world};
    const Guard guard{println};
    (void)co_await race(timeout(100ms), work(world));
}

awaitable<void> racesRace(World& world)
{
    co_await race(timeout(5ms), racesInside(world));
    Println{world}("over");
}

TEST(Race, ARaceInsideARaceIsDroppedWithItsWork)
{
    TestRun run{__FILE__, {CancelModel::drop, {}, {}}};
    EXPECT_EQ(logOf(run.run(racesRace)), (Strings{"5000 destructor", "5000 destructor", "5000 over"}));
}

// A cancel at an await whose span has no width.

awaitable<void> postsBetween(World& world)
{
    const Println println{world};
    co_await sleep_for(world, 10ms);
    co_await asio::post(asio::deferred);
    println("after the post");
    co_await sleep_for(world, 10ms);
    println("after the sleep");
}

awaitable<void> racesPosts(World& world)
{
    co_await race(timeout(world.deadline()), postsBetween(world));
    Println{world}("over");
}

Strings logWithCancelAtTheSuspensionOf(Recorder::AwaitId await, CancelModel model)
{
    TestRun run{__FILE__, {model, Deadline{.after = std::nullopt, .atWatchedAwait = true}, {}}};
    run.recorder().watchAwait(await);
    return logOf(run.run(racesPosts));
}

TEST(Race, ACancelAtASuspensionOnlyRequestsWhatCannotBeCancelledCompletes)
{
    constexpr Recorder::AwaitId thePost = 3; // after the race and the first sleep
    EXPECT_EQ(logWithCancelAtTheSuspensionOf(thePost, CancelModel::asio),
              (Strings{"10000 after the post", "10000 over"}));
    EXPECT_EQ(logWithCancelAtTheSuspensionOf(thePost, CancelModel::drop), (Strings{"10000 over"}));
    EXPECT_EQ(logWithCancelAtTheSuspensionOf(thePost, CancelModel::eager),
              (Strings{"10000 over", "10000 after the post", "20000 after the sleep"}));
}

TEST(Race, TheWorldShowsTheRaceAndItsTimeout)
{
    const Trace trace = runCaller(CancelModel::asio, 5ms);
    ASSERT_EQ(trace.spans.size(), 2U);
    EXPECT_EQ(trace.spans[0].lane, "race");
    EXPECT_EQ(trace.spans[0].text, "waits for the first of two");
    EXPECT_EQ(trace.spans[0].end, fromMicroseconds(5000));
    EXPECT_EQ(trace.spans[1].lane, "timeout");
    EXPECT_EQ(trace.spans[1].text, "5 ms");
    EXPECT_EQ(trace.spans[1].end, fromMicroseconds(5000));
}

} // namespace
} // namespace awaitscope::test
