// SPDX-License-Identifier: GPL-3.0-or-later
//
// Solutions of Alan's exercise, as learners write them, and ways to get around it: compiled, run and judged as people do it.
#include "commands.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace awaitscope::cli {
namespace {

using Json = nlohmann::ordered_json;

class CheckTest : public testing::Test
{
protected:
    CheckTest() { std::filesystem::create_directories(folder); }
    ~CheckTest() override { std::filesystem::remove_all(folder); }

    static Outcome call(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), "check");
        const auto read = readCommandLine(arguments);
        if (const auto* const outcome = std::get_if<Outcome>(&read))
            return *outcome;
        return execute(std::get<Request>(read), builtInLessons(), {}, Installation::of(AWAITSCOPE_CLI));
    }

    std::string write(const std::string& name, const std::string& text) const
    {
        const std::string path = folder + '/' + name;
        std::ofstream{path} << text;
        return path;
    }

    /// `body` follows the answer from the cache.
    Json judge(const std::string& body, ExitCode expected, const std::string& before = {}) const
    {
        const Outcome outcome = call({"alan-caches-requests", "--json", "--file",
                                      write("mine.cpp", "#include \"service.hpp\"\n" + before + R"(
awaitable<void> Service::get_response(string key)
{
  if (auto hit = cache.get(key)) {
    co_await channel.send(*hit);
    co_return;
  }
)" + body + "}\n")});
        EXPECT_EQ(outcome.exitCode, expected) << body << outcome.out << outcome.err;
        return outcome.out.empty() ? Json::object() : Json::parse(outcome.out);
    }

    std::string folder = testing::TempDir() + "check-" + std::to_string(getpid());
};

std::vector<std::string> faultsOf(const Json& judgement)
{
    std::vector<std::string> faults;
    for (const Json& finding : judgement.at("findings"))
        faults.push_back(finding.at("fault"));
    return faults;
}

TEST_F(CheckTest, TheLessonsOwnFixIsOneAndItsBugIsNone)
{
    const Outcome fixed = call({"alan-caches-requests", "--variant", "fixed"});
    EXPECT_EQ(fixed.exitCode, ExitCode::done);
    EXPECT_TRUE(fixed.out.starts_with("✓ fixed is a fix of \"Alan caches requests\" (")) << fixed.out;
    const Outcome buggy = call({"alan-caches-requests"});
    EXPECT_EQ(buggy.exitCode, ExitCode::violated);
    EXPECT_NE(buggy.out.find("When the timeout fires at 200 ms: not kept is \"A response that was obtained is cached.\""), std::string::npos)
        << buggy.out;
    EXPECT_NE(buggy.out.find("\n    awaitscope:alan-caches-requests?variants=buggy&timeout=200ms\n"), std::string::npos) << buggy.out;
}

TEST_F(CheckTest, EverySolutionThatKeepsThePromiseIsRight)
{
    const std::array<std::pair<const char*, const char*>, 10> solutions{{
        // Store, then send.
        {"", "  auto response = co_await http.make_request(key);\n  cache.set(key, response);\n  co_await channel.send(response);\n"},
        // What is stored when the frame goes, whichever way.
        {"", R"(  auto response = co_await http.make_request(key);
  struct Store {
    Service& service;
    string key, value;
    ~Store() { service.cache.set(key, value); }
  } store{*this, key, response};
  co_await channel.send(response);
)"},
        // A coroutine of its own that fetches and stores.
        {"static awaitable<string> fetch(Service& service, string key)\n{\n  auto response = co_await service.http.make_request(key);\n"
         "  service.cache.set(key, response);\n  co_return response;\n}\n",
         "  auto response = co_await fetch(*this, key);\n  co_await channel.send(response);\n"},
        // A task of its own that stores.
        {"static awaitable<void> store(Service& service, string key, string value)\n{\n  service.cache.set(key, value);\n  co_return;\n}\n",
         "  auto response = co_await http.make_request(key);\n"
         "  asio::co_spawn(co_await asio::this_coro::executor, store(*this, key, response), asio::detached);\n"
         "  co_await channel.send(response);\n"},
        // A helper that is no coroutine.
        {"static void store(Cache& cache, const string& key, const string& value) { cache.set(key, value); }\n",
         "  auto response = co_await http.make_request(key);\n  store(cache, key, response);\n  co_await channel.send(response);\n"},
        // A lambda.
        {"", "  auto response = co_await http.make_request(key);\n  auto store = [&] { cache.set(key, response); };\n  store();\n"
             "  co_await channel.send(response);\n"},
        // A coroutine of its own that sends.
        {"static awaitable<void> answer(Channel& channel, string response)\n{\n  co_await channel.send(response);\n}\n",
         "  auto response = co_await http.make_request(key);\n  cache.set(key, response);\n  co_await answer(channel, response);\n"},
        // Errors of the send are somebody else's, after the write.
        {"", R"(  auto response = co_await http.make_request(key);
  cache.set(key, response);
  try {
    co_await channel.send(response);
  } catch (const std::exception& error) {
    println("not sent: ", error.what());
    throw;
  }
)"},
        // The request's error goes into a variable.
        {"", "  auto response = co_await http.make_request(std::move(key));\n  cache.set(\"user/42\", response);\n"
             "  co_await channel.send(std::move(response));\n"},
        // A send that nobody waits for.
        {"", "  auto response = co_await http.make_request(key);\n  channel.send(response, asio::detached);\n  cache.set(key, response);\n"},
    }};
    for (const auto& [before, body] : solutions)
        EXPECT_TRUE(judge(body, ExitCode::done, before)["holds"].get<bool>()) << before << body;
}

TEST_F(CheckTest, NoWayAroundItIsRight)
{
    struct Cheat
    {
        const char* fault; ///< that must be among what is found
        const char* body;
        const char* before = "";
    };
    const std::array<Cheat, 14> cheats{{
        {"idle", "  cache.set(key, \"v2\");\n  co_await channel.send(\"v2\");\n"},
        {"early", "  cache.set(key, \"v2\");\n  auto response = co_await http.make_request(key);\n  co_await channel.send(response);\n"},
        {"invents", "  co_await http.make_request(key);\n  cache.set(key, \"v2\");\n  co_await channel.send(\"v2\");\n"},
        {"violates", R"(  auto response = co_await http.make_request(key);
  try {
    co_await channel.send(response);
  } catch (const std::exception&) {
  }
  cache.set(key, response);
)"},
        {"late", R"(  co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
  auto response = co_await http.make_request(key);
  co_await channel.send(response);
  cache.set(key, response);
)"},
        {"answers", "  auto response = co_await http.make_request(key);\n  cache.set(key, response);\n"},
        {"crashes", R"(  auto response = co_await http.make_request(key);
  while (true) {
    try {
      co_await channel.send(response);
      cache.set(key, response);
      co_return;
    } catch (const std::exception&) {
    }
  }
)"},
        {"avoids", "  co_await channel.send(cache.get_any(key)->value);\n"},
        {"effects", "  auto response = co_await http.make_request(key);\n  cache.set(key, \"v1\");\n  co_await channel.send(response);\n"},
        {"effects", "  auto response = co_await http.make_request(key);\n  cache.set(key, response);\n  co_await channel.send(response);\n"
                    "  cache.set(key, response);\n"},
        {"late",
         "  auto response = co_await http.make_request(key);\n"
         "  asio::co_spawn(co_await asio::this_coro::executor, store(*this, key, response), asio::detached);\n  co_await channel.send(response);\n",
         "static awaitable<void> store(Service& service, string key, string value)\n{\n"
         "  asio::steady_timer rest(co_await asio::this_coro::executor, 5s);\n  co_await rest.async_wait(asio::use_awaitable);\n"
         "  service.cache.set(key, value);\n}\n"},
        {"idle", R"(  static string last;
  auto response = last.empty() ? string{} : last;
  if (response.empty())
    response = co_await http.make_request(key);
  last = response;
  cache.set(key, response);
  co_await channel.send(response);
)"},
        {"remembers", R"(  static int requests = 0;
  if (++requests > 20)
    println("by now nobody looks");
  auto response = co_await http.make_request(key);
  cache.set(key, response);
  co_await channel.send(response);
)"},
        {"stays", R"(  auto response = co_await http.make_request(key);
  cache.set(key, response);
  co_await channel.send(response);
  asio::steady_timer never(co_await asio::this_coro::executor, asio::steady_timer::time_point::max());
  co_await never.async_wait(asio::use_awaitable);
)"},
    }};
    for (const Cheat& cheat : cheats) {
        const Json judgement = judge(cheat.body, ExitCode::violated, cheat.before);
        const std::vector<std::string> faults = faultsOf(judgement);
        EXPECT_NE(std::ranges::find(faults, cheat.fault), faults.end()) << cheat.fault << " of\n" << cheat.body << judgement.dump(2);
        for (const Json& finding : judgement["findings"]) {
            EXPECT_TRUE(finding["scenario"].get<std::string>().starts_with("awaitscope:alan-caches-requests?variants=my-buggy"));
            EXPECT_FALSE(finding["why"].get<std::string>().empty());
        }
    }
}

TEST_F(CheckTest, ASandboxIsHeldToWhatItExpects)
{
    const std::string start = R"(bool paid = false, shipped = false;
awaitable<void> run()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 100ms);
)";
    const std::string judges = "}\nvoid judge() { expect(\"what is paid is shipped\", paid == shipped); }\n";
    const std::string waits = "  co_await t.async_wait(asio::use_awaitable);\n";
    const Outcome holds = call({write("whole.cpp", start + waits + "  paid = shipped = true;\n" + judges)});
    EXPECT_EQ(holds.exitCode, ExitCode::done) << holds.out << holds.err;
    const Outcome breaks = call({write("torn.cpp", start + "  paid = true;\n" + waits + "  shipped = true;\n" + judges)});
    EXPECT_EQ(breaks.exitCode, ExitCode::violated) << breaks.out << breaks.err;
    EXPECT_NE(breaks.out.find("Not kept is \"what is paid is shipped\""), std::string::npos) << breaks.out;
    EXPECT_NE(breaks.out.find("\n    awaitscope:sandbox?timeout=0ms\n"), std::string::npos) << breaks.out;
}

TEST_F(CheckTest, WhatDoesNotCompileIsNoVerdict)
{
    const Outcome outcome = call({"alan-caches-requests", "--file", write("mine.cpp", "#include \"service.hpp\"\nthis is not C++\n")});
    EXPECT_EQ(outcome.exitCode, ExitCode::fault);
    EXPECT_TRUE(outcome.out.empty());
    EXPECT_NE(outcome.err.find("mine.cpp:2"), std::string::npos) << outcome.err;
}

} // namespace
} // namespace awaitscope::cli
