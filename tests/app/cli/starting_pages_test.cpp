// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pages that the window offers to start from, compiled and run as people do it.
#include "commands.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

namespace awaitscope::cli {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> startingPages()
{
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator{AWAITSCOPE_SOURCE_DIR "/resources/pages"}) {
        if (entry.is_regular_file()) // those in other languages are the same code
            paths.push_back(entry.path().string());
    }
    std::ranges::sort(paths);
    return paths;
}

class StartingPage : public testing::TestWithParam<std::string>
{
protected:
    Outcome call(std::vector<std::string> arguments)
    {
        const auto read = readCommandLine(arguments);
        if (const auto* const outcome = std::get_if<Outcome>(&read))
            return *outcome;
        return execute(std::get<Request>(read), builtInLessons(), {}, Installation::of(AWAITSCOPE_CLI));
    }
};

TEST_P(StartingPage, RunsToItsEndWithoutAWordOfTheCompiler)
{
    const Outcome outcome = call({"run", GetParam(), "--json"});
    EXPECT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    const Json trace = Json::parse(outcome.out);
    EXPECT_EQ(trace["ended"]["how"], "finished") << trace["ended"].dump();
    EXPECT_FALSE(trace["effects"].empty());
    for (const Json& check : trace["checks"])
        EXPECT_EQ(check["verdict"], "holds") << check.dump();
}

TEST_P(StartingPage, HasATimeoutThatChangesWhatItDoes)
{
    const Outcome outcome = call({"sweep", GetParam(), "--json"});
    const Json variant = Json::parse(outcome.out)["variants"][0];
    std::set<std::string> words;
    for (const Json& segment : variant["map"])
        words.insert(segment["verdict"]);
    if (variant.contains("outcomes")) {
        for (const Json& segment : variant["outcomes"])
            words.insert(segment["outcome"]);
    }
    EXPECT_GT(words.size(), 1U) << variant.dump(2).substr(0, 2000);
}

INSTANTIATE_TEST_SUITE_P(All, StartingPage, testing::ValuesIn(startingPages()), [](const auto& page) {
    std::string name = std::filesystem::path{page.param}.stem().string();
    std::ranges::replace(name, '-', '_');
    return name;
});

} // namespace
} // namespace awaitscope::cli
