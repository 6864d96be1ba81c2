// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "support/edited_alan.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace awaitscope::cli {

class EditedFileTest : public testing::Test
{
protected:
    ~EditedFileTest() override { std::filesystem::remove(path); }

    Outcome call(const std::string& command, const std::string& text, std::vector<std::string> more = {})
    {
        std::ofstream{path} << text;
        std::vector<std::string> arguments{command, "alan-caches-requests", "--file", path};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto read = readCommandLine(arguments);
        if (const auto* const outcome = std::get_if<Outcome>(&read))
            return *outcome;
        return execute(std::get<Request>(read), builtInLessons(), {}, Installation::of(AWAITSCOPE_CLI));
    }
    static std::string original()
    {
        const std::vector<BuiltInLesson> lessons = builtInLessons();
        for (const LessonFile& file : lessons.front().files) {
            if (file.name == "fixed.cpp")
                return file.text;
        }
        return {};
    }

    std::string path = testing::TempDir() + "edited-" + std::to_string(getpid()) + ".cpp";
};

TEST_F(EditedFileTest, RunsInPlaceOfTheVariant)
{
    const Outcome outcome = call("run", original(), {"--timeout", "250ms", "--json"});
    EXPECT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    const auto json = nlohmann::ordered_json::parse(outcome.out);
    EXPECT_EQ(json["variant"], "my-buggy");
    EXPECT_EQ(json["checks"][0]["verdict"], "holds");
}

TEST_F(EditedFileTest, IsSweptBesideTheVariantsOfTheLesson)
{
    const Outcome outcome = call("sweep", original(), {"--json"});
    ASSERT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
    const auto variants = nlohmann::ordered_json::parse(outcome.out)["variants"];
    ASSERT_EQ(variants.size(), 3U);
    EXPECT_EQ(variants[1]["variant"], "my-buggy");
    EXPECT_EQ(variants[1]["map"], variants[2]["map"]);
}

TEST_F(EditedFileTest, IsServedWeeksOfTrafficAsTheProgramServesItsOwn)
{
    const std::vector<std::string> order{"--requests", "3000", "--seed", "5", "--slow", "client=0.3", "--json"};
    const Outcome outcome = call("traffic", original(), order);
    ASSERT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
    std::vector<std::string> arguments{"traffic", "alan-caches-requests", "--variant", "fixed"};
    arguments.insert(arguments.end(), order.begin(), order.end());
    const Outcome compiledIn = execute(std::get<Request>(readCommandLine(arguments)), builtInLessons(), {});
    ASSERT_EQ(compiledIn.exitCode, ExitCode::done) << compiledIn.err;
    auto served = nlohmann::ordered_json::parse(outcome.out);
    auto expected = nlohmann::ordered_json::parse(compiledIn.out);
    EXPECT_EQ(served["variant"], "my-buggy");
    EXPECT_EQ(served["answers"]["fresh"].get<int>() + served["answers"]["stale"].get<int>() + served["answers"]["none"].get<int>(), 3000);
    EXPECT_EQ(served["not_expected_because"], "What is to be expected cannot be said: the version runs in a process of its own.");
    served.erase("not_expected_because");
    for (const char* const named : {"variant", "scenario", "expected_stale", "expected_lost"}) {
        served.erase(named);
        expected.erase(named);
    }
    EXPECT_EQ(served, expected) << "the same code and the same random numbers";
}

TEST_F(EditedFileTest, WhatItDoesWrongInWeeksOfTrafficHasItsLine)
{
    const std::string line = std::to_string(test::editedLine);
    for (const auto& [mistake, sentence] : {
             std::pair{"if (key != \"0\") while (true) {}", ":" + line + ": It does not come to an end"},
             std::pair{"throw std::runtime_error(\"too late\");", std::string{"the exception \"too late\""}},
             std::pair{"std::exit(3);", std::string{"exit"}},
         }) {
        const Outcome outcome = call("traffic", test::editedAlan(mistake, "#include <cstdlib>"), {"--requests", "500"});
        EXPECT_EQ(outcome.exitCode, ExitCode::fault) << mistake;
        EXPECT_NE(outcome.err.find(sentence), std::string::npos) << mistake << ": " << outcome.err;
        EXPECT_EQ(outcome.out, "");
    }
}

namespace {

/// Alan's coroutine, with the headers that Asio's timers want, and `body` in it.
std::string withTimers(const std::string& body)
{
    return R"(#include "service.hpp"
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/system_timer.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
using namespace asio::experimental::awaitable_operators;

awaitable<void> Service::get_response(string key)
{
)" + body + "}\n";
}

/// "50 index 1" for each line that was printed.
std::vector<std::string> printed(const nlohmann::ordered_json& trace)
{
    std::vector<std::string> lines;
    for (const auto& line : trace["log"])
        lines.push_back(std::to_string(line["at_us"].get<long>() / 1000) + ' ' + line["text"].get<std::string>());
    return lines;
}

} // namespace

TEST_F(EditedFileTest, IsSweptUnderDropThoughOneMomentOfOneAwaitIsOutOfItsReach)
{
    // In the moment of the post the coroutine lies in the strand's own queue.
    const Outcome outcome = call("sweep", R"(#include "service.hpp"
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>

awaitable<void> Service::get_response(string key)
{
  auto strand = asio::make_strand(co_await asio::this_coro::executor);
  co_await asio::post(strand, asio::use_awaitable);
  auto response = co_await http.make_request(key);
  co_await channel.send(response);
  cache.set(key, response);
}
)",
                                 {"--json", "--model", "drop"});
    ASSERT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
    const auto awaits = nlohmann::ordered_json::parse(outcome.out)["variants"][1]["awaits"];
    ASSERT_EQ(awaits.size(), 3U);
    EXPECT_EQ(awaits[0]["reachable"], false);
    EXPECT_EQ(awaits[1]["reachable"], true);
    EXPECT_EQ(awaits[2]["verdict"], "violated");
}

TEST_F(EditedFileTest, ARequestOrATimerEndsWithTheTimerInVirtualTime)
{
    const std::string text = withTimers(R"(
  asio::steady_timer limit{co_await asio::this_coro::executor, 50ms};
  auto first = co_await (http.make_request(key) || limit.async_wait(asio::use_awaitable));
  println("index ", first.index());
  co_await channel.send("nothing");
  cache.set(key, "nothing");
)");
    const Outcome outcome = call("run", text, {"--json"});
    ASSERT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
    const auto json = nlohmann::ordered_json::parse(outcome.out);
    EXPECT_EQ(printed(json), (std::vector<std::string>{"50 index 1"}));
    ASSERT_EQ(json["effects"].size(), 1U);
    EXPECT_EQ(json["effects"][0]["at_us"], 150'000);
    for (const char* const model : {"asio", "drop"}) {
        const Outcome cut = call("run", text, {"--json", "--timeout", "20ms", "--model", model});
        ASSERT_EQ(cut.exitCode, ExitCode::done) << cut.err;
        const auto trace = nlohmann::ordered_json::parse(cut.out);
        for (const auto& await : trace["awaits"])
            EXPECT_EQ(await["end_us"], 20'000) << model;
        EXPECT_EQ(trace["effects"].size(), 0U) << model;
    }
}

TEST_F(EditedFileTest, ATimersCallbackIsCalledInVirtualTime)
{
    const Outcome outcome = call("run", withTimers(R"(
  asio::steady_timer bell{co_await asio::this_coro::executor, 50ms};
  bell.async_wait([this](boost::system::error_code) { println("rang"); });
  auto response = co_await http.make_request(key);
  co_await channel.send(response);
  cache.set(key, response);
)"), {"--json"});
    ASSERT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
    EXPECT_EQ(printed(nlohmann::ordered_json::parse(outcome.out)), (std::vector<std::string>{"50 rang"}));
}

TEST_F(EditedFileTest, TheClocksTellVirtualTimeAndTheTimersNames)
{
    const std::string text = withTimers(R"(
  const auto start = std::chrono::steady_clock::now();
  const auto date = std::chrono::system_clock::now();
  asio::steady_timer tick{co_await asio::this_coro::executor};
  int turns = 0;
  while (std::chrono::steady_clock::now() < start + 250ms) {
    tick.expires_after(100ms);
    co_await tick.async_wait(asio::use_awaitable);
    ++turns;
  }
  println(turns, " turns, ", (std::chrono::steady_clock::now() - start).count(), " ns");
  asio::system_timer exact{co_await asio::this_coro::executor};
  exact.expires_at(date + 333'001us);
  co_await exact.async_wait(asio::use_awaitable);
  println((std::chrono::system_clock::now() - date).count(), " ns, ", start.time_since_epoch().count());
  cache.set(key, "x");
)");
    const Outcome outcome = call("run", text, {"--json"});
    ASSERT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
    const auto json = nlohmann::ordered_json::parse(outcome.out);
    EXPECT_EQ(printed(json), (std::vector<std::string>{"300 3 turns, 300000000 ns", "333 333001000 ns, 86400000000000"}));
    std::vector<std::string> waits;
    for (const auto& await : json["awaits"]) {
        if (await["number"] != 0)
            waits.push_back(await["what"].get<std::string>() + ' ' + std::to_string(await["end_us"].get<long>()));
    }
    EXPECT_EQ(waits, (std::vector<std::string>{"tick.async_wait 100000", "tick.async_wait 200000", "tick.async_wait 300000",
                                               "exact.async_wait 333001"}));
    EXPECT_EQ(call("run", text, {"--json"}).out, outcome.out);
}

TEST_F(EditedFileTest, WhatDoesNotCompileIsAFaultByTheNameThatWasGiven)
{
    const Outcome outcome = call("run", test::editedAlan("println(respones);"));
    EXPECT_EQ(outcome.exitCode, ExitCode::fault);
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(outcome.err.starts_with(path + ":13:")) << outcome.err;
}

TEST_F(EditedFileTest, AWarningGoesBesideTheResult)
{
    const Outcome outcome = call("run", test::editedAlan("int unused = 4;"), {"--json"});
    EXPECT_EQ(outcome.exitCode, ExitCode::done);
    EXPECT_NE(outcome.err.find("13:7: warning"), std::string::npos) << outcome.err;
    EXPECT_FALSE(outcome.out.empty());
}

TEST_F(EditedFileTest, AFaultHasTheLineOfTheFile)
{
    const Outcome outcome = call("run", test::editedAlan("throw std::runtime_error(\"no such luck\");"));
    EXPECT_EQ(outcome.exitCode, ExitCode::fault);
    EXPECT_TRUE(outcome.err.starts_with(path + ":13: ") && outcome.err.find("no such luck") != std::string::npos) << outcome.err;
}

TEST_F(EditedFileTest, ACrashIsToldUpToThereWithoutAVerdict)
{
    const Outcome outcome = call("run", test::editedAlan("*static_cast<volatile int*>(nullptr) = 1;"), {"--timeout", "250ms", "--json"});
    EXPECT_EQ(outcome.exitCode, ExitCode::fault);
    EXPECT_TRUE(outcome.err.starts_with(path + ":13: It reads or writes memory")) << outcome.err;
    const auto json = nlohmann::ordered_json::parse(outcome.out);
    EXPECT_EQ(json["ended"]["how"], "crashed");
    EXPECT_EQ(json["ended"]["at_us"], 200'000);
    EXPECT_EQ(json["checks"].size(), 0U);
    EXPECT_EQ(json["outcome"]["client"], "");
    EXPECT_EQ(call("sweep", test::editedAlan("*static_cast<volatile int*>(nullptr) = 1;")).out, "") << "of a lesson all of it or nothing";
}

TEST_F(EditedFileTest, SanitizersSayWhatTheyFind)
{
    const Outcome outcome = call("run", test::editedAlan("auto* p = new int(3); delete p; println(*p);"), {"--sanitize"});
    EXPECT_EQ(outcome.exitCode, ExitCode::fault);
    EXPECT_NE(outcome.err.find("heap-use-after-free"), std::string::npos) << outcome.err;
}

TEST_F(EditedFileTest, WhatCannotBeReadIsWrongUse)
{
    for (const std::string& bad : {std::string{"/nowhere/my.cpp"}, std::string{"/"}, std::string{}}) {
        const auto read = readCommandLine({"run", "alan-caches-requests", "--file", bad});
        const Outcome outcome = std::holds_alternative<Outcome>(read)
                                    ? std::get<Outcome>(read)
                                    : execute(std::get<Request>(read), builtInLessons(), {}, Installation::of(AWAITSCOPE_CLI));
        EXPECT_EQ(outcome.exitCode, ExitCode::wrongUse) << bad;
        EXPECT_NE(outcome.err, "");
    }
    EXPECT_EQ(call("run", "\xff\xfe").exitCode, ExitCode::wrongUse);
    const auto alone = readCommandLine({"run", "alan-caches-requests", "--sanitize"});
    const Outcome outcome = execute(std::get<Request>(alone), builtInLessons(), {});
    EXPECT_EQ(outcome.exitCode, ExitCode::wrongUse);
    EXPECT_NE(outcome.err.find("--sanitize is for code that is compiled. Allowed: with --file"), std::string::npos) << outcome.err;
}

TEST_F(EditedFileTest, WithoutAWorkerSaysSo)
{
    std::ofstream{path} << original();
    const auto read = readCommandLine({"run", "alan-caches-requests", "--file", path});
    const Outcome outcome = execute(std::get<Request>(read), builtInLessons(), {});
    EXPECT_EQ(outcome.exitCode, ExitCode::wrongUse);
    EXPECT_NE(outcome.err.find("awaitscope-worker"), std::string::npos);
}

} // namespace awaitscope::cli
