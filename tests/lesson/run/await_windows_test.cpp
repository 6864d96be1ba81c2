// SPDX-License-Identifier: GPL-3.0-or-later

// A lesson of awaits whose second window differs: one that another's turn completes, one that has none, one that a timer
// completes.

#include "core/run/stage.hpp"
#include "core/support/handoff.hpp"
#include "core/support/test_run.hpp"
#include "core/trace/trace_json.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/run/stage_lesson.hpp"
#include "lesson/run/sweep.hpp"
#include "lesson/run/sweep_json.hpp"
#include "lesson/run/trace_reader.hpp"
#include "lesson/run/variant_runner.hpp"
#include "lesson/tell/sweep_table.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace awaitscope::test {
namespace {

using boost::asio::awaitable;
using namespace std::chrono_literals;

/// What was handed over is lost if it is not kept.
class HandoffStage final : public Stage
{
public:
    explicit HandoffStage(World& world) : m_world(world), m_handoff(world) {}

    awaitable<void> caller() override { co_await race(timeout(m_world.deadline()), receives()); }

    std::vector<TraceCheck> judge(const Trace&) const override
    {
        const Verdict verdict = !m_handoff.isGiven() ? Verdict::notApplicable
                                : m_isKept           ? Verdict::holds
                                                     : Verdict::violated;
        return {{"kept", "What was given is kept.", verdict, ""}};
    }
    std::string callerOutcome() const override { return "over"; }
    std::string clientOutcome() const override { return "nothing"; }

private:
    awaitable<void> receives()
    {
        m_handoff.giveAfter(10ms); // in a turn that comes after the timeout's
        co_await m_handoff.wait();
        m_isKept = true;
        co_await m_handoff.goesOnAtOnce();
        co_await sleep_for(m_world, 1ms);
    }

    World& m_world;
    Handoff m_handoff;
    bool m_isKept = false;
};

Lesson handoffLesson()
{
    return stageLesson<HandoffStage>("handoff", __FILE__, "receives", {{"kept", "What was given is kept.", "kept", "lost", "nothing given"}});
}

/// What it promises is lost in the second half of its one raced await; the same again comes when the race is over.
class HalfLostStage final : public Stage
{
public:
    explicit HalfLostStage(World& world) : m_world(world) {}

    awaitable<void> caller() override
    {
        co_await race(timeout(m_world.deadline()), naps());
        co_await naps();
    }
    std::vector<TraceCheck> judge(const Trace& trace) const override
    {
        const bool isLost = trace.firedAt && *trace.firedAt >= fromMicroseconds(15'000);
        return {{"kept", "What was given is kept.", isLost ? Verdict::violated : Verdict::holds, ""}};
    }
    std::string callerOutcome() const override { return "over"; }
    std::string clientOutcome() const override { return "nothing"; }

private:
    awaitable<void> naps() { co_await sleep_for(m_world, 20ms); }

    World& m_world;
};

class AwaitWindows : public testing::Test
{
protected:
    Result<ScenarioRun> run(const std::string& keys) const
    {
        return runScenario(lesson, *parseScenario("awaitscope:?" + keys, lesson, defaultScenario(lesson)));
    }

    Sweep swept(CancelModel model) const
    {
        Scenario scenario = defaultScenario(lesson);
        scenario.model = model;
        return sweep(lesson, scenario)->value();
    }

    Lesson lesson = handoffLesson();
};

TEST_F(AwaitWindows, AWindowThatNoTimeHitsIsAimedAtAllTheSameAndPrintedAsItself)
{
    const Result<ScenarioRun> dropped = run("model=drop&await=1+");
    ASSERT_TRUE(dropped) << dropped.error().toText();
    const Trace trace = *dropped->variants[0].trace;
    EXPECT_EQ(trace.firedAt, fromMicroseconds(10'000));
    EXPECT_EQ(trace.timeout, std::nullopt);
    EXPECT_EQ(trace.await, 1);
    EXPECT_EQ(trace.awaitWindow, AwaitWindow::completed);
    EXPECT_EQ(trace.scenario, "awaitscope:handoff?model=drop&await=1+");
    EXPECT_EQ(verdictOf(trace), Verdict::violated);
    EXPECT_EQ(verdictOf(*run("model=drop&timeout=10ms")->variants[0].trace), Verdict::notApplicable)
        << "at that time the hand-over is still to come";
    EXPECT_EQ(verdictOf(*run("model=asio&await=1+")->variants[0].trace), Verdict::holds);
}

TEST_F(AwaitWindows, ATimerThatMeetsTheTimeoutIsAnOrdinaryTime)
{
    const Trace trace = *run("await=3+")->variants[0].trace;
    EXPECT_EQ(trace.timeout, VirtualDuration{11ms});
    EXPECT_EQ(trace.scenario, "awaitscope:handoff?timeout=11ms");
}

TEST_F(AwaitWindows, AnAwaitWithoutASecondWindowIsAnErrorThatNamesThoseThatHaveOne)
{
    const Result<ScenarioRun> none = run("await=2+");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().toText(),
              "await=2+: in the variant buggy 2 m_handoff.goesOnAtOnce goes on in the turn in which it "
              "completes, and no cancel can come between. Allowed: await=2, 1+ and 3+.");
}

TEST_F(AwaitWindows, ASweepTriesBothWindowsAndListsTheSecondOnlyWhereItIs)
{
    const std::vector<SweptAwait> awaits = swept(CancelModel::drop).variants[0].awaits;
    ASSERT_EQ(awaits.size(), 3U);
    EXPECT_EQ(awaits[0].verdict, Verdict::notApplicable);
    EXPECT_EQ(awaits[0].completedVerdict, Verdict::violated);
    EXPECT_EQ(awaits[1].completedVerdict, std::nullopt);
    EXPECT_EQ(awaits[2].completedVerdict, Verdict::holds);

    const nlohmann::ordered_json json = toJson(swept(CancelModel::asio))["variants"][0]["awaits"];
    EXPECT_EQ(json[0]["verdict"], "not-applicable");
    EXPECT_EQ(json[0]["completed_verdict"], "holds");
    EXPECT_EQ(json[1]["completed_verdict"], nullptr);

    const std::string table = sweepTable(lesson, swept(CancelModel::drop), {});
    EXPECT_NE(table.find("  1+ "), std::string::npos) << table;
    EXPECT_EQ(table.find("  2+ "), std::string::npos) << table;
    EXPECT_NE(table.find("  3+ "), std::string::npos) << table;
}

TEST_F(AwaitWindows, ASweepTellsTheWorstOfAllTimeoutsInAnAwaitAndWhereNoneFires)
{
    lesson.subject = "naps";
    lesson.programs = {{[](World& world) -> std::unique_ptr<Stage> { return std::make_unique<HalfLostStage>(world); }}};
    const Sweep sweep = swept(CancelModel::drop);
    const std::vector<SweptAwait>& awaits = sweep.variants[0].awaits;
    ASSERT_EQ(awaits.size(), 2U);
    EXPECT_EQ(awaits[0].verdict, Verdict::violated) << "its middle holds";
    ASSERT_EQ(awaits[0].verdicts.size(), 2U);
    EXPECT_EQ(awaits[0].verdicts[0].verdict, Verdict::holds);
    EXPECT_EQ(rangeOf(awaits[0].verdicts[1]), "15 ms – 19.999 ms");
    EXPECT_TRUE(awaits[0].isReachable);
    EXPECT_FALSE(awaits[1].isReachable);
    EXPECT_EQ(awaits[1].verdict, Verdict::notApplicable);
    const std::string table = sweepTable(lesson, sweep, {});
    EXPECT_NE(table.find("✗ lost: 15 ms – 19.999 ms"), std::string::npos) << table;
    EXPECT_NE(table.find("– no timeout fires here"), std::string::npos) << table;
}

TEST_F(AwaitWindows, WhatIsWrittenOfEveryWindowIsReadAsItWas)
{
    for (const CancelModel model : lesson.models) {
        Scenario scenario = defaultScenario(lesson);
        scenario.model = model;
        const Result<VariantRunner> runner = VariantRunner::make(lesson, "buggy", scenario, {});
        ASSERT_TRUE(runner) << runner.error().toText();
        for (const TimeoutAt& timeout : {TimeoutAt{VirtualDuration{10ms}}, TimeoutAt{AtSuspension{2}}, TimeoutAt{AtCompletion{1}}}) {
            const Result<Trace> trace = runner->run(timeout);
            ASSERT_TRUE(trace) << trace.error().toText();
            const std::string written = toJson(*trace).dump();
            const Result<Trace> read = readTrace(written, "trace");
            ASSERT_TRUE(read) << read.error().toText();
            EXPECT_EQ(toJson(*read).dump(), written);
        }
    }
}

} // namespace
} // namespace awaitscope::test
