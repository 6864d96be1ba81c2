// SPDX-License-Identifier: GPL-3.0-or-later

// The third window in which a cancel can come: a coroutine has been spawned and has not taken its first step.

#include "core/run/run_end.hpp"
#include "core/run/stage.hpp"
#include "core/support/test_run.hpp"
#include "core/trace/trace_json.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"
#include "core/world/spawn.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/run/stage_lesson.hpp"
#include "lesson/run/sweep.hpp"
#include "lesson/run/sweep_json.hpp"
#include "lesson/run/trace_reader.hpp"
#include "lesson/tell/run_table.hpp"
#include "lesson/tell/sweep_table.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace awaitscope::test {
namespace {

using boost::asio::awaitable;
using namespace std::chrono_literals;

awaitable<void> spawnedTask(World& world)
{
    Println{world}("task begins");
    co_await sleep_for(world, 5ms);
}

awaitable<void> subjectOf(World& world)
{
    Println{world}("body ran");
    Spawn{world}(spawnedTask(world));
    boost::asio::co_spawn(world.executor(), spawnedTask(world), boost::asio::detached);
    co_await sleep_for(world, 10ms);
    world.recorder().addEffect("stored", "v2", std::source_location::current());
}

class StartStage : public Stage
{
public:
    explicit StartStage(World& world) : m_world(world) {}

    std::vector<TraceCheck> judge(const Trace& trace) const override
    {
        return {{"stored", "It is stored.", trace.effects.empty() ? Verdict::violated : Verdict::holds, ""}};
    }
    std::string callerOutcome() const override { return {}; }
    std::string clientOutcome() const override { return {}; }

protected:
    World& m_world;
};

/// As a sandbox: the run's timeout cancels its root.
class CancelledStage final : public StartStage
{
public:
    using StartStage::StartStage;
    awaitable<void> caller() override { return subjectOf(m_world); }
    bool isCancelledFromOutside() const override { return true; }
};

/// As a lesson, whose scenario has started somebody before the caller: when that one is spawned there is no race yet.
class RacedStage final : public StartStage
{
public:
    explicit RacedStage(World& world) : StartStage(world)
    {
        boost::asio::co_spawn(world.executor(), spawnedTask(world), boost::asio::detached);
    }
    awaitable<void> caller() override { co_await race(timeout(m_world.deadline()), subjectOf(m_world)); }
};

template <class StageType>
Lesson lessonOf()
{
    return stageLesson<StageType>("start", __FILE__, "subjectOf", {{"stored", "It is stored.", "stored", "lost", "nothing to store"}});
}

class StartWindow : public testing::Test
{
protected:
    Result<ScenarioRun> run(const std::string& keys) const
    {
        return runScenario(cancelled, *parseScenario("awaitscope:?" + keys, cancelled, defaultScenario(cancelled)));
    }

    Trace traceOf(const std::string& keys) const { return *run(keys)->variants.front().trace; }

    static VariantSweep swept(const Lesson& lesson, CancelModel model)
    {
        Scenario scenario = defaultScenario(lesson);
        scenario.model = model;
        return sweep(lesson, scenario)->value().variants.front();
    }

    /// "1 subjectOf queued", or "at once", and whether it began.
    static Strings startsOf(const Trace& trace)
    {
        Strings lines;
        for (const TraceStart& start : trace.starts)
            lines.push_back(std::to_string(start.number) + ' ' + start.what + (start.isQueued ? " queued" : " at once")
                            + (start.fired ? ", fired" : "") + (start.begun ? ", began" : ""));
        return lines;
    }

    Lesson cancelled = lessonOf<CancelledStage>();
    Lesson raced = lessonOf<RacedStage>();
};

TEST_F(StartWindow, IsThatOfTheRootAndOfNobodyWhoIsSpawnedByARunningCoroutineAsAsioDispatchesTheFirstStep)
{
    EXPECT_EQ(startsOf(traceOf("")), (Strings{"1 subjectOf queued, began", "2 spawnedTask at once, began",
                                              "3 spawnedTask at once, began"}));
}

TEST_F(StartWindow, UnderAsioAndUnderDropTheBodyNeverRunsAndUnderJavaScriptItDoes)
{
    for (const std::string model : {"asio", "drop"}) {
        const Trace trace = traceOf("start=1&model=" + model);
        EXPECT_EQ(trace.firedAt, fromMicroseconds(0)) << model;
        EXPECT_EQ(logOf(trace), Strings{}) << model;
        EXPECT_EQ(startsOf(trace), (Strings{"1 subjectOf queued, fired"})) << model;
        EXPECT_EQ(trace.start, 1);
        EXPECT_EQ(trace.lost.size(), 1U) << model;
    }
    const Trace eager = traceOf("start=1&model=eager");
    EXPECT_EQ(startsOf(eager).front(), "1 subjectOf queued, fired, began");
    EXPECT_EQ(logOf(eager).front(), "0 body ran");
    EXPECT_TRUE(eager.lost.empty());
}

TEST_F(StartWindow, UnderAsioTheExceptionLeavesTheContextAndTheRunSaysSoAndIsNoFaultOfTheCode)
{
    const Trace trace = traceOf("start=1");
    EXPECT_EQ(trace.ended.how, RunEnd::threw);
    EXPECT_EQ(trace.ended.why, "The root coroutine was cancelled before its first step, so that its body never ran. "
                               "boost::system::system_error (operation_aborted) left the context's run(), and its completion "
                               "handler was not called.");
    EXPECT_FALSE(faultOf(trace));
}

TEST_F(StartWindow, IsEarlierThanATimeoutOf0)
{
    EXPECT_EQ(logOf(traceOf("timeout=0ms")), (Strings{"0 body ran", "0 task begins", "0 task begins"}))
        << "the root was spawned first, and so takes its first step first";
}

TEST_F(StartWindow, IsTriedByASweep)
{
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager}) {
        const VariantSweep variant = swept(cancelled, model);
        ASSERT_EQ(variant.starts.size(), 3U);
        EXPECT_TRUE(variant.starts[0].isReachable) << toText(model);
        EXPECT_EQ(variant.starts[0].verdict, model == CancelModel::eager ? Verdict::holds : Verdict::violated) << toText(model);
        EXPECT_FALSE(variant.starts[1].isQueued);
        EXPECT_FALSE(variant.starts[1].isReachable);
    }
}

TEST_F(StartWindow, InWhichNoTimeoutFiresIsTold)
{
    const VariantSweep variant = swept(raced, CancelModel::asio);
    ASSERT_EQ(variant.starts.size(), 3U) << "the caller is none: its race does not exist before it begins";
    EXPECT_EQ(variant.starts[0].what, "spawnedTask");
    EXPECT_TRUE(variant.starts[0].isQueued);
    EXPECT_FALSE(variant.starts[0].isReachable);

    Sweep all;
    all.lesson = raced.slug;
    all.variants = {variant};
    const std::string table = sweepTable(raced, all, {false, 100});
    EXPECT_NE(table.find("start 1 spawnedTask"), std::string::npos) << table;
    EXPECT_NE(table.find("– no timeout fires here"), std::string::npos) << table;
    EXPECT_NE(table.find("spawnedTask takes its first step in the turn that spawns it: no timeout fires before."), std::string::npos)
        << table;
}

TEST_F(StartWindow, ARaceShiftsNoStart)
{
    // With a timeout the race spawns two more, and the same two are found all the same.
    const Result<ScenarioRun> timed = runScenario(raced, *parseScenario("awaitscope:?timeout=8ms", raced, defaultScenario(raced)));
    EXPECT_EQ(startsOf(*timed->variants.front().trace),
              (Strings{"1 spawnedTask queued, began", "0 subjectOf at once, began", "2 spawnedTask at once, began",
                       "3 spawnedTask at once, began"}));
}

TEST_F(StartWindow, ThatIsNotThereIsRefusedWithThoseThereAre)
{
    EXPECT_EQ(run("start=2").error().message,
              "start=2: in the variant buggy spawnedTask takes its first step in the turn in which it is spawned, and no cancel can "
              "come between. Allowed: start=1 (subjectOf).");
    EXPECT_EQ(run("start=4").error().message, "start=4: the variant buggy spawns 3 coroutines. Allowed: start=1 (subjectOf).");
}

TEST_F(StartWindow, IsSaidInTheTextOfARun)
{
    const std::string text = runTable("A start", traceOf("start=1&model=drop"), {false, 160});
    EXPECT_NE(text.find("timeout (at start 1)"), std::string::npos) << text;
    EXPECT_NE(text.find("1 subjectOf had been spawned when the timeout fired, and had still to take its first step: its body never ran"),
              std::string::npos)
        << text;
}

TEST_F(StartWindow, IsReadBackAsItIsWritten)
{
    for (const std::string keys : {"", "start=1", "start=1&model=drop", "start=1&model=eager", "timeout=5ms"}) {
        const std::string written = toJson(traceOf(keys)).dump();
        const Result<Trace> read = readTrace(written, "trace.json");
        ASSERT_TRUE(read) << keys << ": " << read.error().message;
        EXPECT_EQ(toJson(*read).dump(), written) << keys;
    }
}

TEST_F(StartWindow, IsInTheJsonOfASweep)
{
    Sweep all;
    all.lesson = cancelled.slug;
    all.variants = {swept(cancelled, CancelModel::asio)};
    EXPECT_EQ(toJson(all)["variants"][0]["starts"][0].dump(),
              R"({"number":1,"what":"subjectOf","file":"start_window_test.cpp","line":)"
                  + std::to_string(all.variants[0].starts[0].line)
                  + R"(,"spawned_us":0,"queued":true,"reachable":true,"verdict":"violated"})");
}

} // namespace
} // namespace awaitscope::test
