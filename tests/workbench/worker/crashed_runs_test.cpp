// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs that end their worker, told up to there by another one.
#include "core/trace/trace_json.hpp"
#include "lesson/run/sandbox.hpp"
#include "lesson/run/sweep.hpp"
#include "support/edited_alan.hpp"
#include "workbench/workbench_test.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <unistd.h>

namespace awaitscope {

using Json = nlohmann::ordered_json;
using namespace std::chrono_literals;

namespace {

const std::string dies = "*static_cast<volatile int*>(nullptr) = 1;";

} // namespace

class CrashedRunsTest : public WorkbenchTest
{
protected:
    /// Of a page, which has no parameters.
    static SimulationSettings ofPage()
    {
        SimulationSettings result;
        result.tellsCrash = true;
        return result;
    }

    /// The code that dies when the response is there, at 200 ms, behind `line`.
    std::shared_ptr<WorkerHost> dying(const std::string& line = {}, const std::string& before = {}, bool isSanitized = false)
    {
        return hostOf(test::editedAlan(line + dies, before), isSanitized);
    }

    std::shared_ptr<WorkerHost> pageOf(const std::string& text)
    {
        page = sandboxOf("mine.cpp", text);
        const auto made = workbench.make(page, {page.variants.front().name, {"mine.cpp", text}});
        EXPECT_TRUE(made && made->host) << (made ? made->build.output : made.error().toText());
        return made ? made->host : nullptr;
    }

    static Trace traceOf(const Result<Trace>& trace)
    {
        EXPECT_TRUE(trace) << trace.error().toText();
        return trace ? *trace : Trace{};
    }

    Lesson page;
};

TEST_F(CrashedRunsTest, HaveTheEventsOfTheSameCodeWithoutItsEnd)
{
    const Trace whole = traceOf(hostOf(test::editedAlan("println(\"here\");"))->runWithoutTimeout(settings()));
    const Trace cut = traceOf(dying("println(\"here\"); ")->runWithoutTimeout(settings()));
    EXPECT_EQ(cut.ended.how, RunEnd::crashed);
    EXPECT_EQ(cut.ended.at, VirtualTime{200ms});
    EXPECT_EQ(cut.ended.line, test::editedLine);
    EXPECT_EQ(cut.ended.file, "my-buggy.cpp");
    EXPECT_TRUE(cut.ended.why.starts_with("It reads or writes memory that is not its own")) << cut.ended.why;
    EXPECT_EQ(cut.end, VirtualTime{200ms});

    const Json all = toJson(whole)["events"];
    const Json told = toJson(cut)["events"];
    ASSERT_GT(told.size(), 5U);
    ASSERT_LT(told.size(), all.size());
    for (std::size_t i = 0; i < told.size(); ++i)
        EXPECT_EQ(told[i], all[i]);
    EXPECT_EQ(cut.log.back().text, "here");
    ASSERT_GE(cut.awaits.size(), 2U);
    EXPECT_EQ(cut.awaits.back().what, "http.make_request");
    EXPECT_EQ(cut.awaits.back().number, 1);
    EXPECT_EQ(cut.awaits.back().how, AwaitEnd::resumed);
    EXPECT_EQ(cut.awaits.back().completed, VirtualTime{200ms});
    EXPECT_TRUE(cut.effects.empty());
    EXPECT_TRUE(cut.checks.empty()) << "nobody has asked them";
    EXPECT_TRUE(cut.lost.empty());
    EXPECT_EQ(cut.clientOutcome, "");
}

TEST_F(CrashedRunsTest, AreMadeOnceAndToldAgain)
{
    const auto host = dying();
    const Trace first = traceOf(host->runWithoutTimeout(settings()));
    EXPECT_EQ(host->workerId(), 0);
    EXPECT_EQ(toJson(traceOf(host->runWithoutTimeout(settings()))), toJson(first));
    EXPECT_EQ(host->workerId(), 0) << "no process was started for it";
    EXPECT_EQ(traceOf(host->runWithoutTimeout(settings(CancelModel::drop))).model, CancelModel::drop) << "in other settings it is another run";
}

TEST_F(CrashedRunsTest, WithoutATimeoutKeepNobodyFromThoseThatItSaves)
{
    const auto host = dying();
    const Trace saved = traceOf(host->run(settings(), VirtualDuration{100ms}));
    EXPECT_EQ(saved.ended.how, RunEnd::finished);
    EXPECT_FALSE(saved.checks.empty());
    EXPECT_EQ(saved.awaits.back().number, 1) << "numbered by the run that crashed";
    const int id = host->workerId();
    EXPECT_GT(id, 0);
    const Trace well = traceOf(hostOf(test::editedAlan(""))->run(settings(), VirtualDuration{100ms}));
    EXPECT_EQ(toJson(saved)["events"], toJson(well)["events"]);
    EXPECT_EQ(toJson(saved)["awaits"], toJson(well)["awaits"]);
    EXPECT_EQ(toJson(saved)["starts"], toJson(well)["starts"]);
    traceOf(host->run(settings(), VirtualDuration{150ms}));
    EXPECT_EQ(host->workerId(), id) << "it survives, as it does not make the other";

    const Trace late = traceOf(host->run(settings(), VirtualDuration{250ms}));
    EXPECT_EQ(late.ended.how, RunEnd::crashed);
    EXPECT_EQ(late.timeout, VirtualDuration{250ms});
    EXPECT_FALSE(late.firedAt);
}

TEST_F(CrashedRunsTest, CanBeThoseOfOneMomentOfAnAwait)
{
    const auto host = dying();
    const Trace atOnce = traceOf(host->run(settings(), AtSuspension{1}));
    EXPECT_EQ(atOnce.firedAt, VirtualTime{}) << "that one is stopped before";
    EXPECT_EQ(atOnce.ended.how, RunEnd::finished);
    const Trace onItsWay = traceOf(host->run(settings(), AtCompletion{1}));
    EXPECT_EQ(onItsWay.ended.how, RunEnd::crashed);
    EXPECT_EQ(onItsWay.await, 1);
    EXPECT_TRUE(onItsWay.awaits.back().firedCompleted);
}

TEST_F(CrashedRunsTest, AfterACancelTellWhatItCut)
{
    const auto host = hostOf(test::editedAlan("try { co_await channel.send(response); } catch (...) { " + dies + " }"));
    EXPECT_EQ(traceOf(host->runWithoutTimeout(settings())).ended.how, RunEnd::finished);
    const Trace cut = traceOf(host->run(settings(), VirtualDuration{250ms}));
    EXPECT_EQ(cut.ended.how, RunEnd::crashed);
    EXPECT_EQ(cut.ended.at, VirtualTime{250ms});
    EXPECT_EQ(cut.firedAt, VirtualTime{250ms});
    EXPECT_EQ(cut.awaits.back().how, AwaitEnd::cancelled);
    EXPECT_TRUE(cut.lost.empty()) << "what was to come nobody knows";
}

TEST_F(CrashedRunsTest, EndWhenItHappensThoughNothingElseDoesThen)
{
    const auto host = pageOf("awaitable<void> run()\n{\n  auto executor = co_await asio::this_coro::executor;\n  asio::steady_timer bell(executor, 70ms);\n"
                             "  bell.async_wait([](auto) { " + dies + " });\n  asio::steady_timer long_one(executor, 1s);\n"
                             "  co_await long_one.async_wait(asio::use_awaitable);\n}\n");
    const Trace cut = traceOf(host->runWithoutTimeout(ofPage()));
    EXPECT_EQ(cut.ended.how, RunEnd::crashed);
    EXPECT_EQ(cut.ended.line, 5);
    EXPECT_EQ(cut.ended.at, VirtualTime{70ms});
    EXPECT_EQ(cut.end, VirtualTime{70ms});
    ASSERT_EQ(cut.awaits.size(), 1U);
    EXPECT_EQ(cut.awaits.front().how, AwaitEnd::pending);
}

TEST_F(CrashedRunsTest, HaveWhatIsStaticAsAtTheFirst)
{
    const auto host = pageOf("static int runs = 0;\nawaitable<void> run()\n{\n  ++runs;\n  println(\"run \", runs);\n"
                             "  asio::steady_timer t(co_await asio::this_coro::executor, 10ms);\n  co_await t.async_wait(asio::use_awaitable);\n  "
                             + dies + "\n}\n");
    for (const TimeoutAt timeout : {VirtualDuration{5ms}, VirtualDuration{20ms}, VirtualDuration{6ms}, VirtualDuration{30ms}}) {
        const Trace trace = traceOf(host->run(ofPage(), timeout));
        ASSERT_FALSE(trace.log.empty());
        EXPECT_EQ(trace.log.front().text, "run 1");
    }
    EXPECT_EQ(traceOf(host->run(ofPage(), AtStart{1})).ended.how, RunEnd::threw) << "its body never runs";
}

TEST_F(CrashedRunsTest, OfWhichNothingHappenedBeforeAreErrors)
{
    const auto host = pageOf("awaitable<void> waits() { co_return; }\nawaitable<void> run()\n{\n  " + dies + "\n  return waits();\n}\n");
    const auto none = host->runWithoutTimeout(ofPage());
    ASSERT_FALSE(none);
    EXPECT_TRUE(none.error().isFault);
    EXPECT_EQ(none.error().line, 4);
    EXPECT_FALSE(host->run(ofPage(), VirtualDuration{1ms}));
}

TEST_F(CrashedRunsTest, ThatDoNotComeSoFarAgainAreErrors)
{
    // It is long before it dies the first time, and short ever after.
    const std::string flag = testing::TempDir() + "crashed-" + std::to_string(getpid());
    const auto host = pageOf("#include <filesystem>\n#include <fstream>\nawaitable<void> run()\n{\n"
                             "  asio::steady_timer t(co_await asio::this_coro::executor, 10ms);\n  if (std::filesystem::exists(\"" + flag
                             + "\")) co_return;\n  std::ofstream{\"" + flag + "\"} << \"been here\";\n  co_await t.async_wait(asio::use_awaitable);\n  "
                             + dies + "\n}\n");
    const auto none = host->runWithoutTimeout(ofPage());
    std::filesystem::remove(flag);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().line, 9);
    EXPECT_TRUE(none.error().message.starts_with("It reads or writes memory")) << none.error().message;
}

TEST_F(CrashedRunsTest, AreToldOfWhatASanitizerFindsToo)
{
    const auto host = hostOf(test::editedAlan("auto* p = new int(3); delete p; println(*p);"), true);
    const Trace cut = traceOf(host->run(settings(), VirtualDuration{250ms}));
    EXPECT_EQ(cut.ended.how, RunEnd::crashed);
    EXPECT_NE(cut.ended.why.find("heap-use-after-free"), std::string::npos) << cut.ended.why;
    EXPECT_EQ(cut.ended.line, test::editedLine);
    EXPECT_EQ(cut.awaits.back().what, "http.make_request");
}

TEST_F(CrashedRunsTest, AreMadeOnceForWhoShowsNone)
{
    const std::string tally = testing::TempDir() + "made-" + std::to_string(getpid());
    const auto host = pageOf("#include <fstream>\nawaitable<void> run()\n{\n  std::ofstream{\"" + tally
                             + "\", std::ios::app} << '.' << std::flush;\n  co_await sleep_for(world(), 10ms);\n  " + dies + "\n}\n");
    const auto made = [&tally] { return std::filesystem::file_size(tally); };
    SimulationSettings unshown = ofPage();
    unshown.tellsCrash = false;
    const auto judged = host->runWithoutTimeout(unshown);
    ASSERT_FALSE(judged);
    EXPECT_EQ(judged.error().line, 6);
    EXPECT_EQ(made(), 1U);
    EXPECT_EQ(traceOf(host->runWithoutTimeout(ofPage())).ended.why, judged.error().message);
    EXPECT_EQ(made(), 3U) << "once to crash, and once to be told";
    std::filesystem::remove(tally);
}

TEST_F(CrashedRunsTest, AreSweptBesideThoseThatDoNotCrash)
{
    const std::string text = "awaitable<void> run()\n{\n  asio::steady_timer t(co_await asio::this_coro::executor, 10ms);\n"
                             "  co_await t.async_wait(asio::use_awaitable);\n  println(\"woke\");\n  " + dies + "\n}\n";
    const auto host = pageOf(text);
    Lesson lesson = withHosts(page, {host});
    const auto swept = sweep(lesson, defaultScenario(lesson), {.showsFaults = true});
    ASSERT_TRUE(swept) << swept.error().toText();
    const VariantSweep& variant = (*swept)->variants.front();
    std::vector<std::string> told;
    for (const SweptOutcome& outcome : variant.outcomes)
        told.push_back(rangeOf(outcome.from, outcome.last) + ' ' + variant.outcomeWords[static_cast<std::size_t>(outcome.outcome)]);
    EXPECT_EQ(told, (std::vector<std::string>{"0 ms – 9.999 ms cancelled in line 4", "from 10 ms crashed in line 6"}));
    EXPECT_EQ(variant.fault->toText(), "mine.cpp:6: " + variant.fault->message);
}

} // namespace awaitscope
