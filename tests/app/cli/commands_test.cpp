// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "core/run/stage.hpp"
#include "core/world/sleep.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace awaitscope::cli {
namespace {

using Json = nlohmann::ordered_json;

Outcome call(const std::vector<std::string>& arguments, const Terminal& terminal = {})
{
    const auto read = readCommandLine(arguments);
    if (const auto* const outcome = std::get_if<Outcome>(&read))
        return *outcome;
    return execute(std::get<Request>(read), builtInLessons(), terminal);
}

std::string outputOf(const std::vector<std::string>& arguments, const Terminal& terminal = {})
{
    const Outcome outcome = call(arguments, terminal);
    EXPECT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
    EXPECT_TRUE(outcome.err.empty()) << outcome.err;
    return outcome.out;
}

Json jsonOf(std::vector<std::string> arguments)
{
    arguments.emplace_back("--json");
    return Json::parse(outputOf(arguments));
}

TEST(Commands, RunShowsTheFirstBuggyVariantUnlessToldOtherwise)
{
    EXPECT_EQ(jsonOf({"run", "alan-caches-requests"})["variant"], "buggy");
    EXPECT_EQ(jsonOf({"run", "alan-caches-requests", "--variant", "fixed"})["variant"], "fixed");
    EXPECT_EQ(jsonOf({"run", "awaitscope:alan-caches-requests?variants=fixed"})["variant"], "fixed");
    EXPECT_EQ(jsonOf({"run", "awaitscope:alan-caches-requests?variants=fixed,buggy"})["variant"], "buggy");
}

TEST(Commands, OptionsGoBeforeWhatTheScenarioStringSays)
{
    const std::string scenario = "awaitscope:alan-caches-requests?model=drop&await=2&client=50ms";
    const Json asItIs = jsonOf({"run", scenario});
    EXPECT_EQ(asItIs["model"], "drop");
    EXPECT_EQ(asItIs["await"], 2);
    EXPECT_EQ(asItIs["timeout_us"], 225'000);
    EXPECT_EQ(asItIs["parameters"]["client_us"], 50'000);

    const Json changed = jsonOf({"run", scenario, "--timeout", "10ms", "--model", "eager", "--set", "client=70ms"});
    EXPECT_EQ(changed["model"], "eager");
    EXPECT_EQ(changed["await"], nullptr) << "an explicit timeout replaces an await";
    EXPECT_EQ(changed["timeout_us"], 10'000);
    EXPECT_EQ(changed["parameters"]["client_us"], 70'000);
    EXPECT_EQ(jsonOf({"run", "awaitscope:alan-caches-requests?timeout=10ms", "--await", "1"})["await"], 1);
    EXPECT_EQ(jsonOf({"run", "awaitscope:alan-caches-requests?timeout=10ms", "--timeout", "none"})["timeout_us"],
              nullptr);
}

TEST(Commands, PerfettoAddsAFileToWhatRunPrintsAndChangesNothingElse)
{
    for (const bool json : {false, true}) {
        std::vector<std::string> arguments{"run", "alan-caches-requests", "--timeout", "250ms"};
        if (json)
            arguments.emplace_back("--json");
        const std::string plain = outputOf(arguments);
        arguments.insert(arguments.end(), {"--perfetto", "run.json"});
        const Outcome outcome = call(arguments);
        EXPECT_EQ(outcome.exitCode, ExitCode::done);
        EXPECT_EQ(outcome.out, plain);
        ASSERT_EQ(outcome.files.size(), 1U);
        EXPECT_EQ(outcome.files[0].path, "run.json");
        const Json written = Json::parse(outcome.files[0].text);
        EXPECT_EQ(written["otherData"]["scenario"],
                  jsonOf({"run", "alan-caches-requests", "--timeout", "250ms"})["scenario"]);
        EXPECT_FALSE(written["traceEvents"].empty());
    }
}

TEST(Commands, PerfettoWantsAFileAndARunThatCanBeDone)
{
    const Outcome unnamed = call({"run", "alan-caches-requests", "--perfetto", ""});
    EXPECT_EQ(unnamed.exitCode, ExitCode::wrongUse);
    EXPECT_EQ(unnamed.err, "--perfetto wants the name of a file to write. See awaitscope-cli --help.\n");
    EXPECT_TRUE(call({"run", "nothing", "--perfetto", "run.json"}).files.empty()) << "no run, no file";
    EXPECT_EQ(call({"sweep", "alan-caches-requests", "--perfetto", "run.json"}).exitCode, ExitCode::wrongUse);
}

TEST(Commands, TheCommandsOfTheContractGiveItsResults)
{
    const Json run =
        jsonOf({"run", "alan-caches-requests", "--variant", "buggy", "--timeout", "250ms", "--model", "asio"});
    EXPECT_EQ(run["format"], "awaitscope-trace");
    EXPECT_EQ(run["winner"], "timeout");
    EXPECT_EQ(run["checks"][0]["verdict"], "violated");
    EXPECT_EQ(run["lost"][0]["would_be_at_us"], 300'000);

    const Json atAwait =
        jsonOf({"run", "alan-caches-requests", "--variant", "buggy", "--await", "2", "--set", "client=100ms"});
    EXPECT_EQ(atAwait["timeout_us"], 250'000);
    EXPECT_EQ(atAwait["await_window"], "pending");

    const Json completed = jsonOf({"run", "alan-caches-requests", "--await", "2+"});
    EXPECT_EQ(completed["timeout_us"], 300'000);
    EXPECT_EQ(completed["await"], 2);
    EXPECT_EQ(completed["await_window"], "completed");
    EXPECT_EQ(completed["effects"].size(), 1U);
    EXPECT_EQ(jsonOf({"run", "awaitscope:alan-caches-requests?await=2+&model=drop"})["effects"].size(), 0U);

    const Json sweep = jsonOf({"sweep", "alan-caches-requests", "--model", "drop"});
    EXPECT_EQ(sweep["format"], "awaitscope-sweep");
    EXPECT_EQ(sweep["variants"].size(), 2U);
    EXPECT_EQ(sweep["variants"][0]["map"][1]["from_us"], 200'001);

    const Json lessons = jsonOf({"lessons"});
    EXPECT_EQ(lessons["format"], "awaitscope-lessons");
    EXPECT_EQ(lessons["lessons"][0]["lesson"], "alan-caches-requests");
    EXPECT_EQ(lessons["lessons"][0]["scenes"].size(), 7U);
    EXPECT_EQ(lessons["lessons"][0]["law"], "What stands after an await may never run.");
    EXPECT_EQ(lessons["lessons"][0]["minutes"], 20);
    EXPECT_EQ(lessons["lessons"][0]["variants"][1]["models"], (Json{"asio", "drop"}));

    const Json verify = jsonOf({"verify", "--all"});
    EXPECT_EQ(verify["format"], "awaitscope-verify");
    EXPECT_EQ(verify["lessons"][0]["holds"], true);
}

TEST(Commands, ColoursAreForTerminalsThatWantThem)
{
    const std::vector<std::string> run = {"run", "alan-caches-requests", "--timeout", "250ms"};
    const auto with = [&](const char* choice) {
        std::vector<std::string> arguments = run;
        arguments.insert(arguments.end(), {"--color", choice});
        return arguments;
    };
    const auto isColoured = [](const std::string& text) { return text.find('\x1b') != std::string::npos; };
    const Terminal pipe;
    const Terminal terminal{true, false, 100};
    const Terminal noColour{true, true, 100};
    EXPECT_FALSE(isColoured(outputOf(run, pipe)));
    EXPECT_TRUE(isColoured(outputOf(run, terminal)));
    EXPECT_FALSE(isColoured(outputOf(run, noColour)));
    EXPECT_TRUE(isColoured(outputOf(with("always"), pipe)));
    EXPECT_TRUE(isColoured(outputOf(with("always"), noColour)));
    EXPECT_FALSE(isColoured(outputOf(with("never"), terminal)));
    EXPECT_FALSE(isColoured(outputOf({"run", "alan-caches-requests", "--json"}, terminal)));
}

TEST(Commands, VerifyTakesALessonsNameItsFolderOrAll)
{
    const std::string folder = AWAITSCOPE_SOURCE_DIR "/lessons/alan-caches-requests";
    for (const std::string& target : {std::string{"alan-caches-requests"}, folder, folder + '/', std::string{"--all"}})
        EXPECT_TRUE(outputOf({"verify", target}).starts_with("✓ alan-caches-requests: 4 variants in asio and drop, "))
            << target;
}

TEST(Commands, WrongInputGivesOneMessageAndNothingElse)
{
    const std::vector<std::pair<std::vector<std::string>, const char*>> cases = {
        {{"run", "alan"}, "There is no lesson \"alan\". Allowed: alan-caches-requests"},
        {{"run", "awaitscope:?timeout=1ms"}, "names no lesson"},
        {{"run", "not a lesson"}, "names no lesson"},
        {{"run", ""}, "names no lesson"},
        {{"run", "awaitscope:alan-caches-requests?colour=red"}, "\"colour\""},
        {{"run", "awaitscope:alan-caches-requests?time=9s"}, "time=9s"},
        {{"run", "alan-caches-requests", "--timeout", "250"}, "timeout cannot be \"250\""},
        {{"run", "alan-caches-requests", "--timeout", "1ms&model=drop"}, "timeout cannot be \"1ms&model=drop\""},
        {{"run", "alan-caches-requests", "--await", "3"}, "allowed are 1 to 2"},
        {{"run", "alan-caches-requests", "--await", "3+"}, "allowed are 1 to 2"},
        {{"run", "alan-caches-requests", "--await", "+"}, "await cannot be \"+\""},
        {{"run", "alan-caches-requests", "--model", "rust"}, "asio, drop or eager"},
        {{"run", "alan-caches-requests", "--variant", "better"}, "buggy, fixed, task and unwaited"},
        {{"run", "alan-caches-requests", "--set", "client"}, "downstream=TIME or client=TIME"},
        {{"run", "alan-caches-requests", "--set", "timeout=1ms"}, "downstream=TIME or client=TIME"},
        {{"run", "alan-caches-requests", "--set", "client=1h"}, "0ms to 1s"},
        {{"run", "alan-caches-requests", "--set", "client=1ms", "--set", "client=2ms"}, "twice"},
        {{"sweep", "alan-caches-requests", "--model", "rust"}, "asio, drop or eager"},
        {{"verify", "nowhere"}, "There is no lesson or folder \"nowhere\"."},
    };
    for (const auto& [arguments, said] : cases) {
        const Outcome outcome = call(arguments);
        EXPECT_EQ(outcome.exitCode, ExitCode::wrongUse) << said;
        EXPECT_TRUE(outcome.out.empty()) << outcome.out;
        EXPECT_NE(outcome.err.find(said), std::string::npos) << outcome.err;
        EXPECT_EQ(outcome.err.find('\n'), outcome.err.size() - 1) << outcome.err;
    }
}

/// A caller that goes on and on in no time.
class EndlessStage : public Stage
{
public:
    explicit EndlessStage(World& world) : m_world{world} {}
    boost::asio::awaitable<void> caller() override
    {
        for (;;)
            co_await sleep_for(m_world, VirtualDuration{0});
    }
    std::vector<TraceCheck> judge(const Trace&) const override { return {}; }
    std::string callerOutcome() const override { return {}; }
    std::string clientOutcome() const override { return {}; }

private:
    World& m_world;
};

TEST(Commands, CodeThatNeverEndsGivesAnExitCodeOfItsOwn)
{
    std::vector<BuiltInLesson> lessons = builtInLessons();
    for (auto& [variant, program] : lessons.front().programs)
        program = {[](World& world) -> std::unique_ptr<Stage> { return std::make_unique<EndlessStage>(world); }};
    for (const Command command : {Command::run, Command::sweep}) {
        Request request;
        request.command = command;
        request.target = lessons.front().slug;
        const Outcome outcome = execute(request, lessons, {});
        EXPECT_EQ(outcome.exitCode, ExitCode::fault);
        if (command == Command::run)
            EXPECT_NE(outcome.out.find("spins"), std::string::npos) << "how it begins is shown: " << outcome.out;
        else
            EXPECT_TRUE(outcome.out.empty()) << outcome.out;
        EXPECT_NE(outcome.err.find("does not come to an end"), std::string::npos) << outcome.err;
    }
    Request request;
    request.command = Command::verify;
    const Outcome outcome = execute(request, lessons, {});
    EXPECT_EQ(outcome.exitCode, ExitCode::fault);
    EXPECT_NE(outcome.out.find("does not come to an end"), std::string::npos) << "there the error is the result";
}

TEST(Commands, VerifyEndsWithOneWhenALessonDoesNotHold)
{
    std::vector<BuiltInLesson> lessons = builtInLessons();
    for (LessonFile& file : lessons.front().files) {
        const std::string models = "[\"asio\", \"drop\"]";
        if (const std::size_t at = file.text.find(models); at != std::string::npos)
            file.text.replace(at, models.size(), "[\"asio\", \"eager\"]");
    }
    Request request;
    request.command = Command::verify;
    const Outcome text = execute(request, lessons, {});
    EXPECT_EQ(text.exitCode, ExitCode::violated);
    EXPECT_TRUE(text.out.starts_with("lessons/alan-caches-requests/lesson.toml:")) << text.out;
    EXPECT_NE(text.out.find("✗ alan-caches-requests: 1 error\n"), std::string::npos) << text.out;

    request.isJson = true;
    const Json json = Json::parse(execute(request, lessons, {}).out);
    EXPECT_EQ(json["lessons"][0]["holds"], false);
    EXPECT_EQ(json["lessons"][0]["errors"][0]["file"], "lessons/alan-caches-requests/lesson.toml");
    EXPECT_GT(json["lessons"][0]["errors"][0]["line"], 0);
}

} // namespace
} // namespace awaitscope::cli
