// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace awaitscope::cli {
namespace {

using Json = nlohmann::ordered_json;

class TrafficCommand : public testing::Test
{
protected:
    static Outcome call(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), {"traffic", "alan-caches-requests"});
        const auto read = readCommandLine(arguments);
        if (const auto* const outcome = std::get_if<Outcome>(&read))
            return *outcome;
        return execute(std::get<Request>(read), builtInLessons(), {});
    }

    static Json jsonOf(std::vector<std::string> arguments)
    {
        arguments.emplace_back("--json");
        const Outcome outcome = call(std::move(arguments));
        EXPECT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
        return outcome.exitCode == ExitCode::done ? Json::parse(outcome.out) : Json{};
    }

    static void expectRefused(const std::vector<std::string>& arguments, const std::string& message)
    {
        const Outcome outcome = call(arguments);
        EXPECT_EQ(outcome.exitCode, ExitCode::wrongUse) << message;
        EXPECT_EQ(outcome.err, message + '\n');
        EXPECT_TRUE(outcome.out.empty());
    }
};

TEST_F(TrafficCommand, PrintsWhatTheContractSays)
{
    const Json json = jsonOf({"--variant", "buggy", "--requests", "5000", "--seed", "3", "--timeout", "350ms"});
    EXPECT_EQ(json["format"], "awaitscope-traffic");
    EXPECT_EQ(json["version"], 1);
    EXPECT_EQ(json["scenario"], "awaitscope:alan-caches-requests?variants=buggy&timeout=350ms");
    EXPECT_EQ(json["seed"], 3);
    EXPECT_EQ(json["requests"], 5000);
    const Json& answers = json["answers"];
    EXPECT_EQ(answers["fresh"].get<int>() + answers["stale"].get<int>() + answers["none"].get<int>(), 5000);
    EXPECT_GT(json["lost"], 0);
    EXPECT_GT(json["downstream_calls"], json["lost"]);
    int sum = 0;
    int stale = 0;
    for (std::size_t index = 0; index < json["per_hour"].size(); ++index) {
        const Json& hour = json["per_hour"][index];
        EXPECT_EQ(hour["hour"], index);
        sum += hour["answers"].get<int>();
        stale += hour["stale"].get<int>();
    }
    EXPECT_EQ(sum, 5000);
    EXPECT_EQ(stale, answers["stale"]);
    const Json& waited = json["latency_us"];
    EXPECT_LE(waited["p50"], waited["p90"]);
    EXPECT_LE(waited["p90"], waited["p99"]);
    EXPECT_LE(waited["p99"], waited["max"]);
    const double expected = json["expected_stale"]["value"];
    const double error = json["expected_stale"]["standard_error"];
    EXPECT_NEAR(stale, expected, 3 * error);
}

TEST_F(TrafficCommand, TakesTheLessonsTrafficWhereNothingElseIsSaid)
{
    const Json json = jsonOf({"--requests", "1000"});
    EXPECT_EQ(json["variant"], "buggy");
    EXPECT_EQ(json["scenario"], "awaitscope:alan-caches-requests?variants=buggy&timeout=350ms");
    EXPECT_EQ(json["seed"], 1);
    EXPECT_EQ(jsonOf({"--requests", "1000", "--timeout", "none"})["lost"], 0);
    EXPECT_EQ(jsonOf({"--requests", "1000", "--variant", "fixed"})["lost"], 0);
}

TEST_F(TrafficCommand, ServesASample)
{
    const Json json = jsonOf({"--requests", "20000", "--sample", "20"});
    EXPECT_LT(json["requests"], 3000);
    EXPECT_EQ(json["sample"]["of_requests"], 20000);
}

TEST_F(TrafficCommand, TellsItInTextWithAChart)
{
    const Outcome outcome = call({"--requests", "5000"});
    EXPECT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
    for (const char* const words : {"4 weeks of traffic · buggy", "  fresh ", "  old ", "  lost ", "expected: ", "▲", "█", "dashboards, before and after",
                                    "if one in 100 of those with old data complains"})
        EXPECT_NE(outcome.out.find(words), std::string::npos) << words << "\n" << outcome.out;
}

TEST_F(TrafficCommand, SaysInOneSentenceWhatCannotBeServed)
{
    expectRefused({"--requests", "0"}, "The number of requests cannot be 0. Allowed: 1 to 1000000000.");
    expectRefused({"--requests", "-5"}, "--requests cannot be \"-5\". Allowed: a whole number.");
    expectRefused({"--requests", "many"}, "--requests cannot be \"many\". Allowed: a whole number.");
    expectRefused({"--slow", "client=-0.1"}, "The share of slow requests by client cannot be -0.1. Allowed: 0 to 1.");
    expectRefused({"--slow", "client"}, "--slow cannot be \"client\". Allowed: downstream=NUMBER or client=NUMBER.");
    expectRefused({"--slow", "client=x"}, "--slow cannot be \"x\". Allowed: a number, such as client=0.05.");
    expectRefused({"--spread", "client=inf"}, "The spread of client cannot be inf. Allowed: 0 to 2, as with a wider one there is no end to how long a "
                                              "request can take.");
    expectRefused({"--keys", "1000000000"}, "The number of keys cannot be 1000000000. Allowed: 1 to 1000000, as each takes memory.");
    expectRefused({"--weeks", "0"}, "The number of weeks cannot be 0. Allowed: 1 to 52.");
    expectRefused({"--release", "5"}, "The week of the release cannot be 5. Allowed: 0 to 4.");
    expectRefused({"--sample", "0"}, "A sample cannot be one key in 0. Allowed: 1 to 2000, as there are so many keys.");
    expectRefused({"--time-to-live", "0"}, "The time to live in hours cannot be 0. Allowed: 1 to 8760.");
}

} // namespace
} // namespace awaitscope::cli
