// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs that are left in their midst, as those are that a process does not survive.
#include "core/race/race.hpp"
#include "core/run/simulation.hpp"
#include "core/run/stage.hpp"
#include "core/support/test_run.hpp"
#include "core/trace/trace_json.hpp"
#include "core/world/sleep.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <unistd.h>

namespace awaitscope::test::left_run {
namespace {

using boost::asio::awaitable;
using namespace std::chrono_literals;

/// Whether the program comes by what nobody survives.
bool isDeadly = false;

awaitable<void> fetch(World& world)
{
    co_await sleep_for(world, 10ms);
    world.recorder().addEffect("fetched", "v2", std::source_location::current());
}

awaitable<void> subject(World& world)
{
    co_await fetch(world);
    co_await sleep_for(world, 20ms);
    world.recorder().addLogLine("here");
    if (isDeadly)
        std::abort();
    co_await sleep_for(world, 30ms);
    world.recorder().addEffect("stored", "v2", std::source_location::current());
}

class RacingStage final : public Stage
{
public:
    explicit RacingStage(World& world) : m_world(world) {}
    awaitable<void> caller() override { co_await race(timeout(m_world.deadline()), subject(m_world)); }
    std::vector<TraceCheck> judge(const Trace& trace) const override { return {expect("It is stored.", trace.effects.size() == 2)}; }
    std::string callerOutcome() const override { return "over"; }
    std::string clientOutcome() const override { return "gets v2"; }

private:
    World& m_world;
};

class LeftRuns : public testing::Test
{
protected:
    ~LeftRuns() override { isDeadly = false; }

    Baseline whole() const { return *simulateWithoutTimeout(input, {}); }

    /// What there is after so many events, of a run that goes on and is none the worse for it.
    std::optional<Trace> leftAfter(std::uint64_t events) const
    {
        std::optional<Trace> left;
        leaveWithoutTimeout(input, {}, {events, [&](Trace trace, const Recording&) { left = std::move(trace); }});
        return left;
    }

    const SourceSet sources = sourcesOf(__FILE__);
    const SimulationInput input{Program{[](World& world) -> std::unique_ptr<Stage> { return std::make_unique<RacingStage>(world); }},
                                &sources, "test", "test", "subject", "caller"};
};

TEST_F(LeftRuns, HaveTheFirstEventsOfTheWholeAndNoVerdict)
{
    const Trace all = whole().trace;
    const auto events = toJson(all)["events"];
    for (std::uint64_t count = 1; count <= all.events.size(); ++count) {
        SCOPED_TRACE(count);
        const std::optional<Trace> left = leftAfter(count);
        ASSERT_TRUE(left);
        const auto told = toJson(*left)["events"];
        ASSERT_EQ(told.size(), count);
        for (std::size_t i = 0; i < count; ++i)
            EXPECT_EQ(told[i]["kind"], events[i]["kind"]);
        EXPECT_EQ(left->end, all.events[count - 1].at);
        EXPECT_TRUE(left->checks.empty());
        EXPECT_EQ(left->clientOutcome, "");
        for (std::size_t i = 0; i < left->awaits.size(); ++i) {
            EXPECT_EQ(left->awaits[i].what, all.awaits[i].what);
            if (left->awaits[i].end) {
                EXPECT_EQ(left->awaits[i].completed, all.awaits[i].completed) << "all of it is told with its last event";
            }
        }
    }
}

TEST_F(LeftRuns, BearTheNumbersOfTheWhole)
{
    const Trace all = whole().trace;
    const std::optional<Trace> left = leftAfter(all.events.size() - 2);
    ASSERT_TRUE(left);
    for (std::size_t i = 0; i < left->awaits.size(); ++i)
        EXPECT_EQ(left->awaits[i].number, all.awaits[i].number);
    EXPECT_EQ(left->subject, all.subject);
}

TEST_F(LeftRuns, RunNothingOfWhatNobodySurvives)
{
    // The last event before it is the line that is printed.
    const Trace all = whole().trace;
    const auto logged = std::ranges::find(all.events, TraceEvent::Kind::logged, &TraceEvent::kind);
    const auto events = static_cast<std::uint64_t>(logged - all.events.begin()) + 1;
    isDeadly = true;
    EXPECT_EXIT(leaveWithoutTimeout(input, {}, {events, [](const Trace& trace, const Recording&) {
                                                    std::fprintf(stderr, "%s at %ld, %zu effects", trace.log.back().text.c_str(),
                                                                 static_cast<long>(toMicroseconds(trace.end)), trace.effects.size());
                                                    _exit(7);
                                                }}),
                testing::ExitedWithCode(7), "here at 30000, 1 effects");
    EXPECT_EXIT(static_cast<void>(simulateWithoutTimeout(input, {})), testing::KilledBySignal(SIGABRT), "") << "else nothing is told";
}

TEST_F(LeftRuns, AreNotLeftWhereTheyDoNotComeSoFar) { EXPECT_FALSE(leftAfter(whole().trace.events.size() + 1)); }

TEST_F(LeftRuns, LoseNothingThatMayHaveBeenToCome)
{
    const Baseline baseline = whole();
    std::optional<Trace> left;
    leaveWithTimeout(input, {}, baseline, VirtualDuration{20ms}, {6, [&](Trace trace, const Recording&) { left = std::move(trace); }});
    ASSERT_TRUE(left);
    EXPECT_EQ(left->timeout, VirtualDuration{20ms});
    EXPECT_TRUE(left->lost.empty());
    EXPECT_FALSE((*simulate(input, {}, baseline, VirtualDuration{20ms})).lost.empty()) << "as a run would that came to its end";
}

TEST_F(LeftRuns, AreWhatOthersGoByAsByWholeOnes)
{
    const Baseline baseline = whole();
    std::optional<Baseline> other;
    leaveWithoutTimeout(input, {}, {baseline.trace.events.size(), [&](const Trace& trace, const Recording& recording) {
                                        other = baselineOf(input, recording, trace.effects);
                                    }});
    ASSERT_TRUE(other);
    EXPECT_EQ(other->numbers.count(), baseline.numbers.count());
    for (const TimeoutAt timeout : {TimeoutAt{VirtualDuration{20ms}}, TimeoutAt{AtSuspension{2}}, TimeoutAt{AtCompletion{1}}, TimeoutAt{VirtualDuration{1s}}})
        EXPECT_EQ(toJson(*simulate(input, {}, *other, timeout)), toJson(*simulate(input, {}, baseline, timeout)));
}

TEST_F(LeftRuns, TellHowFarARunHasGotInMemoryThatOthersCanSee)
{
    RunReached reached;
    TestRun run{__FILE__};
    run.recorder().tellReached(&reached);
    const Recording recording = run.record([](World& world) -> awaitable<void> { co_await subject(world); });
    EXPECT_EQ(reached.events, recording.events.size());
    EXPECT_EQ(reached.now, toMicroseconds(recording.end));
}

} // namespace
} // namespace awaitscope::test::left_run
