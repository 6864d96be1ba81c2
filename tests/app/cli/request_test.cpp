// SPDX-License-Identifier: GPL-3.0-or-later
#include "request.hpp"

#include <gtest/gtest.h>

namespace awaitscope::cli {
namespace {

Request requestOf(const std::vector<std::string>& arguments)
{
    const auto read = readCommandLine(arguments);
    if (const auto* const outcome = std::get_if<Outcome>(&read)) {
        ADD_FAILURE() << outcome->err;
        return {};
    }
    return std::get<Request>(read);
}

Outcome outcomeOf(const std::vector<std::string>& arguments)
{
    const auto read = readCommandLine(arguments);
    if (const auto* const outcome = std::get_if<Outcome>(&read))
        return *outcome;
    ADD_FAILURE() << "the arguments were taken";
    return {};
}

TEST(Request, ReadsEveryOptionOfRun)
{
    const Request request =
        requestOf({"run", "alan", "--variant", "buggy", "--timeout=250ms", "--model", "drop", "--set", "client=1ms",
                   "--set", "downstream=2ms", "--json", "--color", "always"});
    EXPECT_EQ(request.command, Command::run);
    EXPECT_EQ(request.target, "alan");
    EXPECT_EQ(request.variant, "buggy");
    EXPECT_EQ(request.timeout, "250ms");
    EXPECT_EQ(request.await, std::nullopt);
    EXPECT_EQ(request.model, "drop");
    EXPECT_EQ(request.parameters, (std::vector<std::string>{"client=1ms", "downstream=2ms"}));
    EXPECT_TRUE(request.isJson);
    EXPECT_EQ(request.colour, ColourChoice::always);
}

TEST(Request, ReadsTheOtherCommands)
{
    EXPECT_EQ(requestOf({"lessons", "--json"}).command, Command::lessons);
    EXPECT_EQ(requestOf({"sweep", "awaitscope:alan?model=drop"}).target, "awaitscope:alan?model=drop");
    EXPECT_EQ(requestOf({"verify", "lessons/alan"}).command, Command::verify);
    EXPECT_EQ(requestOf({"verify", "--all"}).target, "");
    EXPECT_EQ(requestOf({"run", "--set", "client=1ms", "alan"}).target, "alan") << "--set takes one value at a time";
}

TEST(Request, HelpAndVersionAreNoMistakes)
{
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"--help"}, {"-h"}, {"run", "--help"}, {"verify", "-h"}, {"--version"}}) {
        const Outcome outcome = outcomeOf(arguments);
        EXPECT_EQ(outcome.exitCode, ExitCode::done);
        EXPECT_FALSE(outcome.out.empty());
        EXPECT_TRUE(outcome.err.empty());
    }
    EXPECT_NE(outcomeOf({"run", "--help"}).out.find("--timeout"), std::string::npos);
    EXPECT_EQ(outcomeOf({"sweep", "--help"}).out.find("--timeout TIME"), std::string::npos) << "a sweep tries them all";
    for (const char* const command : {"run", "share", "sweep"})
        EXPECT_NE(outcomeOf({command, "--help"}).out.find("--cancel-type"), std::string::npos) << command;
    EXPECT_EQ(outcomeOf({"traffic", "--help"}).out.find("--cancel-type"), std::string::npos) << "a lesson's caller cancels";
    EXPECT_EQ(outcomeOf({"traffic", "alan-caches-requests", "--cancel-type", "total"}).exitCode, ExitCode::wrongUse);
}

TEST(Request, WrongUseGivesOneMessageAndNothingElse)
{
    const std::vector<std::pair<std::vector<std::string>, const char*>> cases = {
        {{}, "subcommand"},
        {{"walk"}, "There is no command \"walk\". Allowed: check, lessons, new-lesson, run, share, show, sweep, traffic and verify."},
        {{"run"}, "LESSON"},
        {{"run", "alan", "more"}, "more"},
        {{"run", "alan", "--colour"}, "--colour"},
        {{"run", "alan", "--timeout"}, "--timeout"},
        {{"run", "alan", "--timeout", "1ms", "--timeout", "2ms"}, "--timeout"},
        {{"run", "alan", "--timeout", "1ms", "--await", "2"}, "--timeout and --await"},
        {{"run", "alan", "--start", "1", "--await", "2"}, "--await and --start"},
        {{"run", "alan", "--color", "sometimes"}, "auto,always,never"},
        {{"run", "alan", "--variant", "a", "--variant", "b"}, "--variant"},
        {{"sweep", "alan", "--timeout", "1ms"}, "--timeout"},
        {{"verify"}, "--all"},
        {{"verify", "alan", "--all"}, "--all"},
        {{"lessons", "alan"}, "alan"},
        {{"share"}, "LESSON"},
        {{"share", "alan", "--save", "alan.json"}, "--save cannot be \"alan.json\". Allowed: a name that ends in"},
        {{"share", "alan", "--save", ""}, "--save"},
        {{"share", "alan", "--perfetto", ""}, "--perfetto"},
        {{"share", "alan", "--save", "a.awaitscope", "--perfetto", "a.awaitscope"}, "a file for each"},
        {{"run", "alan", "--save", "a.awaitscope"}, "--save"},
    };
    for (const auto& [arguments, said] : cases) {
        const Outcome outcome = outcomeOf(arguments);
        EXPECT_EQ(outcome.exitCode, ExitCode::wrongUse) << said;
        EXPECT_TRUE(outcome.out.empty()) << outcome.out;
        EXPECT_NE(outcome.err.find(said), std::string::npos) << outcome.err;
        EXPECT_EQ(outcome.err.find('\n'), outcome.err.size() - 1) << outcome.err;
        EXPECT_NE(outcome.err.find("awaitscope-cli --help"), std::string::npos) << outcome.err;
    }
}

} // namespace
} // namespace awaitscope::cli
