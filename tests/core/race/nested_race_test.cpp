// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/race/race.hpp"

#include "core/support/test_run.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"

#include <gtest/gtest.h>

namespace awaitscope::test::nested_race {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;

constexpr CancelModel everyModel[] = {CancelModel::asio, CancelModel::drop, CancelModel::eager};

Trace runOf(const TestRun::Caller& caller, CancelModel model, std::optional<VirtualDuration> after)
{
    TestRun run{__FILE__, {model, Deadline{.after = after}, {}}};
    return run.run(caller);
}

awaitable<void> asksDownstream(World& world) { co_await sleep_for(world, 30ms); }

awaitable<void> limitsItself(World& world)
{
    const Winner winner = co_await race(timeout(20ms), asksDownstream(world));
    Println{world}("inner ", toText(winner));
    co_await sleep_for(world, 20ms);
    Println{world}("late");
}

awaitable<void> outerCaller(World& world)
{
    const Winner winner = co_await race(timeout(world.deadline()), limitsItself(world));
    Println{world}("outer ", toText(winner));
}

/// "race 2 at 0 fired 20000 over 20000 timeout"
Strings racesOf(const Trace& trace)
{
    Strings lines;
    for (const TraceRace& race : trace.races) {
        const auto at = [](const std::optional<VirtualTime>& time) { return time ? std::to_string(toMicroseconds(*time)) : "never"; };
        lines.push_back(race.lane + (race.isOfRun ? " of the run" : "") + " at " + at(race.begin) + " fired " + at(race.firedAt)
                        + " over " + at(race.end) + ' ' + (race.winner ? std::string{toText(*race.winner)} : "nobody"));
    }
    return lines;
}

TEST(NestedRace, HasAWinnerAndAnEndOfItsOwnAndTheRunIsToldByTheOuterOne)
{
    for (const CancelModel model : everyModel) {
        const Trace trace = runOf(outerCaller, model, std::nullopt);
        EXPECT_EQ(racesOf(trace), (Strings{"race of the run at 0 fired never over 40000 work",
                                           "race 2 at 0 fired 20000 over 20000 timeout"}))
            << toText(model);
        EXPECT_EQ(trace.winner, Winner::work) << toText(model);
        EXPECT_EQ(trace.raceOverAt, fromMicroseconds(40'000));
        EXPECT_FALSE(trace.firedAt) << "a run without a timeout in which one fires";
    }
}

TEST(NestedRace, IsOverWithTheOuterOneThatCancelsIt)
{
    EXPECT_EQ(racesOf(runOf(outerCaller, CancelModel::asio, 10ms)),
              (Strings{"race of the run at 0 fired 10000 over 10000 timeout", "race 2 at 0 fired never over 10000 nobody"}));
    EXPECT_EQ(racesOf(runOf(outerCaller, CancelModel::drop, 10ms)),
              (Strings{"race of the run at 0 fired 10000 over 10000 timeout", "race 2 at 0 fired never over 10000 nobody"}));
    EXPECT_EQ(racesOf(runOf(outerCaller, CancelModel::eager, 10ms)),
              (Strings{"race of the run at 0 fired 10000 over 10000 timeout", "race 2 at 0 fired 20000 over 20000 timeout"}));
}

TEST(NestedRace, DrawsItsSpansInLanesOfItsOwn)
{
    const Trace trace = runOf(outerCaller, CancelModel::asio, 35ms);
    Strings lanes;
    for (const TraceLane& lane : trace.lanes)
        lanes.push_back(lane.id + ' ' + lane.kind);
    EXPECT_EQ(lanes, (Strings{"race caller", "timeout caller", "race 2 race", "timeout 2 race"}));
    for (const TraceSpan& span : trace.spans) {
        const bool isInner = span.lane.ends_with(" 2");
        EXPECT_EQ(span.end, fromMicroseconds(isInner ? 20'000 : 35'000)) << span.lane;
    }
}

awaitable<void> retries(World& world)
{
    for (int i = 0; i < 3; ++i) {
        const Winner winner = co_await race(timeout(10ms), asksDownstream(world));
        Println{world}(toText(winner));
    }
}

TEST(NestedRace, TakesTheLanesThatTheLastOneLeft)
{
    const Trace trace = runOf(retries, CancelModel::asio, std::nullopt);
    EXPECT_EQ(racesOf(trace), (Strings{"race 2 at 0 fired 10000 over 10000 timeout", "race 2 at 10000 fired 20000 over 20000 timeout",
                                       "race 2 at 20000 fired 30000 over 30000 timeout"}));
    EXPECT_FALSE(trace.winner) << "no race waits for the run's own timeout";
}

awaitable<void> twoAtOnce(World& world)
{
    co_await (race(timeout(10ms), asksDownstream(world)) && race(timeout(40ms), asksDownstream(world)));
}

TEST(NestedRace, BesideAnotherHasTheNextLanes)
{
    EXPECT_EQ(racesOf(runOf(twoAtOnce, CancelModel::asio, std::nullopt)),
              (Strings{"race 2 at 0 fired 10000 over 10000 timeout", "race 3 at 0 fired never over 30000 work"}));
}

TEST(NestedRace, TellsTheAwaitWhoseOperandItIs)
{
    const Trace trace = runOf(outerCaller, CancelModel::asio, std::nullopt);
    ASSERT_EQ(trace.races.size(), 2U);
    ASSERT_TRUE(trace.races[1].await);
    const TraceAwait& await = trace.awaits.at(static_cast<std::size_t>(*trace.races[1].await) - 1);
    EXPECT_EQ(trace.coroutines.at(static_cast<std::size_t>(await.coroutine) - 1).name, "limitsItself");
    EXPECT_EQ(await.what, "race");
}

} // namespace
} // namespace awaitscope::test::nested_race
