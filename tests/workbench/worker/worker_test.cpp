// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/trace_json.hpp"
#include "lesson/run/sandbox.hpp"
#include "lesson/run/sweep.hpp"
#include "lesson/run/sweep_json.hpp"
#include "support/edited_alan.hpp"
#include "workbench/process/process.hpp"
#include "workbench/workbench_test.hpp"

#include <nlohmann/json.hpp>

#include <csignal>
#include <map>
#include <thread>

namespace awaitscope {

class WorkerTest : public WorkbenchTest
{
};

namespace {

/// What both say of the same code, but for the names of file and variant.
std::string withoutNames(const nlohmann::ordered_json& json)
{
    std::string text = json.dump(1);
    for (const char* const name : {"my-buggy", "my-fixed", "fixed"}) {
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name))
            text.replace(at, std::string_view{name}.size(), "buggy");
    }
    return text;
}

std::vector<std::string> linesOf(const Trace& trace)
{
    std::vector<std::string> lines;
    for (const TraceLogLine& line : trace.log)
        lines.push_back(std::to_string(toMicroseconds(line.at) / 1000) + ' ' + line.text);
    return lines;
}

} // namespace

TEST_F(WorkerTest, RunsTheSameAsInProcessUnderEveryModel)
{
    const std::string text = lesson().findFile("buggy.cpp")->text;
    const Lesson edited = withEdited(lesson(), {{"buggy", "My version", text, hostOf(text)}});
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager}) {
        for (const Timeout timeout : {Timeout{NoTimeout{}}, Timeout{VirtualDuration{250'000}}, Timeout{VirtualDuration{300'000}},
                                      Timeout{AtAwait{2}}, Timeout{AtAwait{1, AwaitWindow::completed}}}) {
            Scenario scenario = defaultScenario(edited);
            scenario.model = model;
            scenario.timeout = timeout;
            std::vector<std::string> traces;
            for (const char* const variant : {"buggy", "my-buggy"}) {
                scenario.variants = {variant};
                const auto run = runScenario(edited, scenario);
                ASSERT_TRUE(run) << run.error().toText();
                traces.push_back(withoutNames(toJson(*run->variants.front().trace)));
            }
            EXPECT_EQ(traces[0], traces[1]);
        }
    }
}

TEST_F(WorkerTest, SweepsTheSameAsInProcess)
{
    const std::string text = lesson().findFile("fixed.cpp")->text;
    const Lesson edited = withEdited(lesson(), {{"fixed", "My version", text, hostOf(text)}});
    Scenario scenario = defaultScenario(edited);
    scenario.variants = {"fixed", "my-fixed"};
    const auto swept = sweep(edited, scenario);
    ASSERT_TRUE(swept) << swept.error().toText();
    const nlohmann::ordered_json json = toJson(**swept)["variants"];
    EXPECT_EQ(withoutNames(json[0]), withoutNames(json[1]));
}

TEST_F(WorkerTest, AwaitsOfNoWidthAreRunTheSameAsInProcess)
{
    const std::string text = lesson().findFile("buggy.cpp")->text;
    const Lesson edited = withEdited(lesson(), {{"buggy", "My version", text, hostOf(text)}});
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager}) {
        for (const auto& [downstream, client] : std::vector<std::pair<int, int>>{{0, 0}, {0, 1}, {1, 0}, {200'000, 0}, {0, 300'000}}) {
            Scenario scenario = defaultScenario(edited);
            scenario.model = model;
            scenario.parameters = {{"downstream", VirtualDuration{downstream}}, {"client", VirtualDuration{client}}};
            scenario.variants = {"buggy", "my-buggy"};
            const auto swept = sweep(edited, scenario);
            ASSERT_TRUE(swept) << swept.error().toText();
            const nlohmann::ordered_json json = toJson(**swept)["variants"];
            EXPECT_EQ(withoutNames(json[0]), withoutNames(json[1]));
            for (const AtAwait at : {AtAwait{1}, AtAwait{2}, AtAwait{1, AwaitWindow::completed}, AtAwait{2, AwaitWindow::completed}}) {
                std::vector<std::string> told;
                for (const char* const variant : {"buggy", "my-buggy"}) {
                    scenario.timeout = at;
                    scenario.variants = {variant};
                    const auto run = runScenario(edited, scenario);
                    told.push_back(withoutNames(run ? toJson(*run->variants.front().trace) : nlohmann::ordered_json(run.error().toText())));
                }
                EXPECT_EQ(told[0], told[1]);
            }
        }
    }
}

TEST_F(WorkerTest, AnAwaitThatAnotherTurnCompletesIsSwept)
{
    const std::string text = "#include \"service.hpp\"\n#include <boost/asio/post.hpp>\n\n"
                             "awaitable<void> Service::get_response(string key)\n{\n"
                             "  auto executor = co_await asio::this_coro::executor;\n"
                             "  co_await asio::post(executor, asio::use_awaitable);\n"
                             "  println(\"posted \\x01\\xff\");\n"
                             "  auto response = co_await http.make_request(key);\n"
                             "  cache.set(key, response);\n}\n";
    const Lesson edited = withEdited(lesson(), {{"buggy", "My version", text, hostOf(text)}});
    Scenario scenario = defaultScenario(edited);
    scenario.variants = {"my-buggy"};
    const auto swept = sweep(edited, scenario);
    ASSERT_TRUE(swept) << swept.error().toText();
    EXPECT_EQ((*swept)->variants.front().awaits.size(), 2U);
    const auto run = runScenario(edited, scenario);
    ASSERT_TRUE(run) << run.error().toText();
    EXPECT_EQ(linesOf(*run->variants.front().trace).front(), "0 posted \\x01\\xff");
}

TEST_F(WorkerTest, AResponseThatIsAnErrorInAVariableWasNotObtained)
{
    for (const std::string token : {"asio::redirect_error(asio::use_awaitable, error)", "asio::as_tuple(asio::use_awaitable)"}) {
        const std::string text = "#include \"service.hpp\"\n#include <boost/asio/redirect_error.hpp>\n"
                                 "#include <boost/asio/as_tuple.hpp>\n\n"
                                 "awaitable<void> Service::get_response(string key)\n{\n  boost::system::error_code error;\n"
                                 "  auto response = co_await http.make_request(key, " + token + ");\n"
                                 "  co_await channel.send(\"x\");\n  (void)response;\n}\n";
        const auto host = hostOf(text);
        const auto trace = host->run(settings(), VirtualDuration{100'000});
        ASSERT_TRUE(trace) << trace.error().toText();
        EXPECT_EQ(trace->checks.front().verdict, Verdict::notApplicable) << trace->checks.front().why;
        const auto request = std::ranges::find(trace->awaits, std::string{"http.make_request"}, &TraceAwait::what);
        ASSERT_NE(request, trace->awaits.end());
        EXPECT_EQ(request->how, AwaitEnd::resumed);
        EXPECT_EQ(request->error, (TraceError{"boost::system::error_code", "operation_aborted"}));
    }
}

TEST_F(WorkerTest, WhatTheCodePrintsIsInTheConsoleWithItsVirtualTime)
{
    const auto host = hostOf(test::editedAlan("std::printf(\"printf %d\\n\", 1); std::cout << \"cout\" << std::endl; "
                                              "std::cerr << \"cerr\\n\"; println(\"println\"); std::fputs(\"no end\", stdout);",
                                              "#include <cstdio>"));
    const auto trace = host->run(settings(), VirtualDuration{250'000});
    ASSERT_TRUE(trace);
    EXPECT_EQ(linesOf(*trace), (std::vector<std::string>{"0 miss user/42", "200 printf 1", "200 cout", "200 cerr", "200 println",
                                                         "250 timeout", "300 no end"}));
    const auto again = host->run(settings(), VirtualDuration{250'000});
    EXPECT_EQ(linesOf(*again), linesOf(*trace)) << "nothing is left over for the next run";
}

TEST_F(WorkerTest, OneProcessStaysUpBetweenRuns)
{
    const auto host = hostOf(lesson().findFile("buggy.cpp")->text);
    ASSERT_TRUE(host->runWithoutTimeout(settings()));
    const int id = host->workerId();
    EXPECT_GT(id, 0);
    ASSERT_TRUE(host->run(settings(CancelModel::drop), VirtualDuration{1}));
    EXPECT_EQ(host->workerId(), id);
}

TEST_F(WorkerTest, IsReplacedWhenItDies)
{
    const auto host = hostOf(lesson().findFile("buggy.cpp")->text);
    ASSERT_TRUE(host->runWithoutTimeout(settings()));
    const int id = host->workerId();
    kill(id, SIGKILL);
    const auto dead = host->runWithoutTimeout(settings());
    ASSERT_FALSE(dead);
    EXPECT_TRUE(dead.error().isFault);
    EXPECT_TRUE(host->runWithoutTimeout(settings()));
    EXPECT_NE(host->workerId(), id);
}

TEST_F(WorkerTest, CanBeStoppedInTheMiddleOfARun)
{
    const auto host = hostOf(test::editedAlan("for (volatile int i = 0;; ++i) {}"));
    std::jthread stopper{[&] {
        while (host->workerId() == 0)
            std::this_thread::yield();
        host->stop();
    }};
    const Diagnostic stopped = faultOf(*host);
    EXPECT_NE(stopped.message.find("stopped"), std::string::npos) << stopped.message;
    EXPECT_NE(faultOf(*host).message.find("stopped"), std::string::npos) << "for good";
}

TEST_F(WorkerTest, LeavesNoProcessBehind)
{
    int id = 0;
    {
        const auto host = hostOf(lesson().findFile("buggy.cpp")->text);
        ASSERT_TRUE(host->runWithoutTimeout(settings()));
        id = host->workerId();
        EXPECT_EQ(kill(id, 0), 0);
    }
    EXPECT_NE(kill(id, 0), 0);
}

TEST_F(WorkerTest, ACodeThatLacksWhatTheLessonCallsIsTold)
{
    const auto host = hostOf("#include \"service.hpp\"\n");
    const Diagnostic error = faultOf(*host);
    EXPECT_EQ(error.message,
              "The lesson calls Service::get_response(std::string), which the file does not define. Define it with just these parameters.");
}

TEST_F(WorkerTest, HasNoFilesOrEnvironmentOfItsStarters)
{
    const auto host = hostOf(test::editedAlan(
        R"(int open = 0;
  for (int i = 3; i < 20; ++i) open += fcntl(i, F_GETFD) >= 0;
  println("open ", open, ", environment ", environ[0] ? environ[0] : "empty");)",
        "#include <fcntl.h>\n#include <unistd.h>"));
    const auto trace = host->run(settings(), VirtualDuration{250'000});
    ASSERT_TRUE(trace) << trace.error().toText();
    EXPECT_EQ(trace->log.at(1).text, "open 0, environment empty");
}

TEST_F(WorkerTest, AModuleOfAnotherVersionIsNotRun)
{
    // An object of the lesson's own part that says another version, linked as modules are.
    const auto builder = workbench.builder();
    ASSERT_TRUE(builder);
    std::string name = testing::TempDir() + "module-XXXXXX";
    const std::filesystem::path folder = mkdtemp(name.data());
    const std::filesystem::path source = folder / "other.cpp";
    {
        std::FILE* const file = std::fopen(source.c_str(), "w");
        ASSERT_TRUE(file);
        std::fputs("extern \"C\" const char* awaitscope_module_abi() { return \"awaitscope-module 0\"; }\n"
                   "extern \"C\" void awaitscope_module_program(void*) {}\n",
                   file);
        std::fclose(file);
    }
    const std::filesystem::path module = folder / "other.so";
    ASSERT_TRUE(runProcess((*builder)->toolchain().compiler, {"-shared", "-fPIC", source.string(), "-o", module.string()}).succeeded());
    WorkerSetup setup;
    setup.program = Installation::of("/proc/self/exe").worker;
    setup.load = {module, lesson().slug, "buggy", lesson().subject, lesson().caller, {{"my-buggy.cpp", ""}}};
    const auto started = WorkerProcess::start(setup);
    ASSERT_FALSE(started);
    EXPECT_NE(started.error().message.find("another version of Awaitscope"), std::string::npos);
    std::filesystem::remove_all(folder);
}

TEST_F(WorkerTest, FindsAtAThousandRunsOfAPageWhatIsStaticAsAtTheFirst)
{
    const std::string text = R"(#include <map>
std::map<string, int> table{{"a", 1}};
namespace box { static std::vector<int> all; }
template <class T> struct Kept { static inline T value{}; };
struct Once
{
  int made;
};
int next = 0;
Once& once() { static Once only{++next}; return only; }
awaitable<void> run()
{
  static int calls = 0;
  ++calls; ++table["b"]; ++table["a"]; box::all.push_back(1); ++Kept<int>::value; ++once().made;
  asio::steady_timer t(co_await asio::this_coro::executor, 1ms);
  co_await t.async_wait(asio::use_awaitable);
  effect("seen", std::to_string(calls) + std::to_string(table["a"]) + std::to_string(table["b"]) + std::to_string(box::all.size())
         + std::to_string(Kept<int>::value) + std::to_string(once().made) + std::to_string(next));
}
void judge() { expect("it is the first run", Kept<int>::value == 1 && table.size() == 2 && box::all.size() == 1 && next == 1); }
)";
    const Lesson page = sandboxOf("state.cpp", text);
    const auto made = workbench.make(page, {page.variants.front().name, {"state.cpp", text}});
    ASSERT_TRUE(made && made->host) << (made ? made->build.output : made.error().toText());
    SimulationSettings settings;
    // One that is cut, one at a tie, and one that runs to its end.
    std::map<std::int64_t, std::string> first;
    for (int run = 0; run < 1000; ++run) {
        const std::int64_t timeout = 500 + 500 * (run % 3);
        const Result<Trace> trace = made->host->run(settings, VirtualDuration{timeout});
        ASSERT_TRUE(trace) << trace.error().toText();
        const auto [known, isFirst] = first.try_emplace(timeout, toJson(*trace).dump());
        ASSERT_EQ(toJson(*trace).dump(), known->second) << "run " << run;
        ASSERT_EQ(verdictOf(*trace), Verdict::holds);
        if (isFirst && timeout > 1000) {
            ASSERT_EQ(trace->effects.size(), 1U);
            EXPECT_EQ(trace->effects.front().detail, "1211121");
        }
    }
    EXPECT_EQ(first.size(), 3U);
}

} // namespace awaitscope
