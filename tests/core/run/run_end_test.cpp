// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_end.hpp"

#include "core/run/simulation.hpp"
#include "core/run/stage.hpp"
#include "core/support/test_run.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"
#include "core/world/spawn.hpp"

#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace awaitscope::test::run_end {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;

template <awaitable<void> (*body)(World&)>
class CallerStage final : public Stage
{
public:
    explicit CallerStage(World& world) : m_world(world) {}
    awaitable<void> caller() override { return body(m_world); }
    std::vector<TraceCheck> judge(const Trace&) const override { return {}; }
    std::string callerOutcome() const override { return {}; }
    std::string clientOutcome() const override { return {}; }

private:
    World& m_world;
};

template <awaitable<void> (*caller)(World&)>
std::unique_ptr<Stage> makeStage(World& world)
{
    return std::make_unique<CallerStage<caller>>(world);
}

Trace traceOf(std::unique_ptr<Stage> (*make)(World&))
{
    const SourceSet sources = sourcesOf(__FILE__);
    const SimulationInput input{Program{make}, &sources, "test", "test", "subject", "caller"};
    Result<Baseline> baseline = simulateWithoutTimeout(input, {});
    if (!baseline)
        throw std::runtime_error(baseline.error().toText());
    return std::move(baseline->trace);
}

int lineOf(std::string_view text)
{
    const std::string source = readSource(__FILE__);
    const std::size_t at = source.find(text);
    return 1 + static_cast<int>(std::count(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

awaitable<void> finishes(World& world) { co_await sleep_for(world, 10ms); }

TEST(RunEnd, IsFinishedWhenTheRootReturnsAndBearsThatTime)
{
    const TraceEnd end = traceOf(makeStage<finishes>).ended;
    TraceEnd expected;
    expected.at = fromMicroseconds(10'000);
    EXPECT_EQ(end, expected);
}

awaitable<void> waitsForNobody(World& world)
{
    co_await sleep_for(world, 10ms);
    asio::steady_timer bell{world.executor(), asio::steady_timer::time_point::max()};
    co_await bell.async_wait(asio::use_awaitable); // stuck here
}

TEST(RunEnd, IsStuckWhenTheRootWaitsForWhatNothingCanEnd)
{
    const TraceEnd end = traceOf(makeStage<waitsForNobody>).ended;
    EXPECT_EQ(end.how, RunEnd::stuck);
    EXPECT_EQ(end.line, lineOf("co_await bell.async_wait"));
    EXPECT_EQ(end.why, "waitsForNobody waits on bell.async_wait (run_end_test.cpp:" + std::to_string(end.line)
                           + ") since 10 ms; nothing is left that could end it.");
}

awaitable<void> callsOneThatWaits(World& world) { co_await waitsForNobody(world); }

TEST(RunEnd, TellsTheLastOfAChainThatIsStuck)
{
    const TraceEnd end = traceOf(makeStage<callsOneThatWaits>).ended;
    EXPECT_TRUE(end.why.starts_with("waitsForNobody waits on")) << end.why;
    EXPECT_EQ(end.why.find("callsOneThatWaits"), std::string::npos) << end.why;
}

awaitable<void> spins(World& world)
{
    co_await sleep_for(world, 10ms);
    for (;;)
        co_await asio::post(world.executor(), asio::use_awaitable);
}

TEST(RunEnd, SpinsWhereAnInstantGoesOnForEverAndShowsHowItBegins)
{
    const Trace trace = traceOf(makeStage<spins>);
    EXPECT_EQ(trace.ended.how, RunEnd::spins);
    EXPECT_EQ(trace.ended.at, fromMicroseconds(10'000));
    EXPECT_EQ(trace.ended.line, lineOf("co_await asio::post(world.executor(), asio::use_awaitable);\n}"));
    EXPECT_GT(trace.awaits.size(), 10U);
    EXPECT_LT(trace.awaits.size(), 50U) << "the rest is the same again";
    EXPECT_FALSE(trace.coroutines.at(0).end);
    ASSERT_TRUE(faultOf(trace));
    EXPECT_TRUE(faultOf(trace)->message.starts_with("spins does not come to an end")) << faultOf(trace)->message;
}

awaitable<void> swallowsAndSpins(World& world)
{
    for (;;) {
        try {
            co_await asio::post(world.executor(), asio::use_awaitable);
        } catch (...) {
        }
    }
}

TEST(RunEnd, SpinsWhateverTheLoopCatches) { EXPECT_EQ(traceOf(makeStage<swallowsAndSpins>).ended.how, RunEnd::spins); }

/// Writes after many turns, far behind what is shown.
awaitable<void> writesWhileItSpins(World& world)
{
    for (int turn = 0;; ++turn) {
        co_await asio::post(world.executor(), asio::use_awaitable);
        if (turn == 1'000)
            world.effect("written");
    }
}

class JudgesWrites final : public Stage
{
public:
    explicit JudgesWrites(World& world) : m_world(world) {}
    awaitable<void> caller() override { return writesWhileItSpins(m_world); }
    std::vector<TraceCheck> judge(const Trace& trace) const override
    {
        return {expect("It is written.", !trace.effects.empty()), expect("It spins.", trace.ended.how == RunEnd::spins)};
    }
    std::string callerOutcome() const override { return {}; }
    std::string clientOutcome() const override { return {}; }

private:
    World& m_world;
};

TEST(RunEnd, WhatSpinsIsJudgedByAllThatItDidAndShownAsItBegins)
{
    const Trace trace = traceOf([](World& world) -> std::unique_ptr<Stage> { return std::make_unique<JudgesWrites>(world); });
    ASSERT_EQ(trace.checks.size(), 2U);
    EXPECT_EQ(trace.checks[0].verdict, Verdict::holds);
    EXPECT_EQ(trace.checks[1].verdict, Verdict::holds);
    EXPECT_TRUE(trace.effects.empty()) << "that lies behind what is shown";
    EXPECT_LT(trace.events.size(), 100U);
}

awaitable<void> works(World& world);

awaitable<void> spinsBesideOneThatWaits(World& world)
{
    asio::co_spawn(world.executor(), works(world), asio::detached);
    co_await spins(world);
}

TEST(RunEnd, SpinsForEverThoughOthersWaitForTimeToPass)
{
    const Trace trace = traceOf(makeStage<spinsBesideOneThatWaits>);
    EXPECT_EQ(trace.ended.how, RunEnd::spins);
    EXPECT_EQ(trace.end, fromMicroseconds(10'000));
}

awaitable<void> thousandsOfTimers(World& world)
{
    for (int i = 0; i < 3000; ++i) {
        auto timer = std::make_shared<asio::steady_timer>(world.executor(), 0ms);
        timer->async_wait([timer](boost::system::error_code) {});
        co_await sleep_for(world, 0ms);
    }
}

TEST(RunEnd, DoesNotSpinForThousandsOfTimersOfOneInstant)
{
    EXPECT_EQ(traceOf(makeStage<thousandsOfTimers>).ended.how, RunEnd::finished);
}

awaitable<void> breaks(World& world)
{
    co_await sleep_for(world, 10ms);
    throw std::out_of_range("too far");
}

awaitable<void> callsOneThatBreaks(World& world) { co_await breaks(world); }

TEST(RunEnd, ThrewTellsWhatLeftTheRootAndWhereItCameFrom)
{
    const Trace trace = traceOf(makeStage<callsOneThatBreaks>);
    EXPECT_EQ(trace.ended.how, RunEnd::threw);
    EXPECT_EQ(trace.ended.at, fromMicroseconds(10'000));
    EXPECT_EQ(trace.ended.error, (TraceError{"std::out_of_range", "too far"}));
    EXPECT_EQ(trace.ended.line, lineOf("awaitable<void> breaks") + 2);
    ASSERT_TRUE(faultOf(trace));
    EXPECT_NE(faultOf(trace)->message.find("left the caller"), std::string::npos) << faultOf(trace)->message;
}

awaitable<void> fails(World& world)
{
    asio::steady_timer timer{world.executor(), 10ms};
    asio::post(world.executor(), [&timer] { timer.cancel(); });
    co_await timer.async_wait(asio::use_awaitable); // aborted
}

TEST(RunEnd, ThrewAtAnAwaitBearsItsLine)
{
    const TraceEnd end = traceOf(makeStage<fails>).ended;
    EXPECT_EQ(end.error, (TraceError{"boost::system::system_error", "operation_aborted"}));
    EXPECT_EQ(end.line, lineOf("co_await timer.async_wait(asio::use_awaitable); // aborted"));
}

awaitable<void> throwsInAHandler(World& world)
{
    asio::post(world.executor(), [] { throw std::runtime_error("in a handler"); });
    co_await sleep_for(world, 10ms);
}

TEST(RunEnd, ThrewWhatAHandlerThrewAsItLeavesRunToo)
{
    const TraceEnd end = traceOf(makeStage<throwsInAHandler>).ended;
    EXPECT_EQ(end.how, RunEnd::threw);
    EXPECT_EQ(end.at, VirtualTime{});
    EXPECT_EQ(end.error, (TraceError{"std::runtime_error", "in a handler"}));
}

/// "breaks threw passed on" for each await that threw and each coroutine that an exception left.
Strings exceptionsOf(const Trace& trace)
{
    Strings lines;
    for (const TraceAwait& await : trace.awaits) {
        if (await.seen)
            lines.push_back("await " + await.what + ' ' + await.error.value_or(TraceError{}).what + ' ' + std::string{toText(*await.seen)});
    }
    for (const TraceCoroutine& coroutine : trace.coroutines) {
        if (coroutine.seen)
            lines.push_back(coroutine.name + ' ' + coroutine.error.value_or(TraceError{}).what + ' ' + std::string{toText(*coroutine.seen)});
    }
    return lines;
}

awaitable<void> catches(World& world)
{
    try {
        co_await callsOneThatBreaks(world);
    } catch (const std::exception&) {
    }
    co_await sleep_for(world, 1ms);
}

TEST(Exceptions, ArePassedOnUntilACoroutineCatchesThem)
{
    EXPECT_EQ(exceptionsOf(traceOf(makeStage<catches>)),
              (Strings{"await callsOneThatBreaks too far caught", "await breaks too far passed on", "callsOneThatBreaks too far passed on",
                       "breaks too far passed on"}));
}

awaitable<void> works(World& world) { co_await sleep_for(world, 20ms); }

awaitable<void> either(World& world) { co_await (breaks(world) || works(world)); }

TEST(Exceptions, ThatOrSwallowsAreSeenByNobody)
{
    EXPECT_EQ(exceptionsOf(traceOf(makeStage<either>)), Strings{"breaks too far nobody"});
}

awaitable<void> spawnsAndForgets(World& world)
{
    asio::co_spawn(world.executor(), callsOneThatBreaks(world), asio::detached);
    co_await sleep_for(world, 20ms);
}

TEST(Exceptions, OfADetachedCoroutineAreSeenByNobody)
{
    EXPECT_EQ(exceptionsOf(traceOf(makeStage<spawnsAndForgets>)),
              (Strings{"await breaks too far nobody", "callsOneThatBreaks too far nobody", "breaks too far passed on"}));
}

awaitable<void> spawnsOneThatBreaks(World& world)
{
    const Spawn spawn{world};
    spawn(breaks(world));
    co_await sleep_for(world, 20ms);
}

TEST(Exceptions, OfASpawnedTaskAreToldInTheConsole)
{
    const Trace trace = traceOf(makeStage<spawnsOneThatBreaks>);
    EXPECT_EQ(exceptionsOf(trace), Strings{"breaks too far passed on"});
    EXPECT_EQ(logOf(trace), Strings{"10000 a spawned task failed: too far"});
}

awaitable<void> both(World& world)
{
    try {
        co_await (breaks(world) && works(world));
    } catch (const asio::multiple_exceptions&) {
    }
}

TEST(Exceptions, OfAnAndAreInItsMultipleExceptions)
{
    const Strings lines = exceptionsOf(traceOf(makeStage<both>));
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines[0], "await breaks && works first: too far caught");
}

awaitable<void> throwsAnother(World& world)
{
    try {
        co_await breaks(world);
    } catch (const std::exception&) {
        throw std::logic_error("worse");
    }
}

TEST(Exceptions, ThatAreReplacedInACatchBlockWereCaught)
{
    const Trace trace = traceOf(makeStage<throwsAnother>);
    EXPECT_EQ(exceptionsOf(trace), (Strings{"await breaks too far caught", "throwsAnother worse passed on", "breaks too far passed on"}));
    EXPECT_EQ(trace.ended.error, (TraceError{"std::logic_error", "worse"}));
}

TEST(RunEnd, CrashedIsAFaultInTheWordsAndAtThePlaceOfWhatItDiedOf)
{
    Trace trace;
    trace.ended = {RunEnd::crashed, fromMicroseconds(10'000), "It divides by zero.", {}, "mine.cpp", 4};
    ASSERT_TRUE(faultOf(trace));
    EXPECT_TRUE(faultOf(trace)->isFault);
    EXPECT_EQ(faultOf(trace)->toText(), "mine.cpp:4: It divides by zero.");
}

} // namespace
} // namespace awaitscope::test::run_end
