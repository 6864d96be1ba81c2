// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/workbench_test.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

namespace awaitscope {

using ScenarioInAWorkerTest = WorkbenchTest;

namespace {

/// Alan's lesson, with one thing changed in its scenario.
Lesson withScenario(Lesson lesson, const std::string& from, const std::string& to)
{
    for (LessonFile& file : lesson.files) {
        if (file.name != "scenario.cpp")
            continue;
        const std::size_t at = file.text.find(from);
        if (at == std::string::npos)
            throw std::logic_error("the scenario has no " + from);
        file.text.replace(at, from.size(), to);
    }
    return lesson;
}

int lineOf(const Lesson& lesson, const std::string& text)
{
    const std::string& scenario = lesson.findFile("scenario.cpp")->text;
    return 1 + static_cast<int>(std::count(scenario.begin(), scenario.begin() + static_cast<long>(scenario.find(text)), '\n'));
}

} // namespace

TEST_F(ScenarioInAWorkerTest, ItsExceptionsAreToldWithTheirLines)
{
    const std::string thrown = "throw std::runtime_error(\"no luck\");";
    for (const auto& [from, to, part] : std::vector<std::array<std::string, 3>>{
             {"cache.preload(one.key", thrown + " cache.preload(one.key", "constructor"},
             {"return {obtained_is_cached(trace), every_client_is_answered()};", thrown, "judge()"},
             {"return \"still waiting\";", thrown, "callerOutcome()"},
             {"const auto& received = one.channel.received();", "const auto& received = one.channel.received(); " + thrown, "clientOutcome()"}}) {
        // So that there is no winner, and callerOutcome() gets there.
        const Lesson changed = withScenario(withScenario(lesson(), from, to), "if (winner == Winner::timeout) {", "winner.reset();\n    if (winner == Winner::timeout) {");
        const auto made = workbench.make(changed, {"my-buggy", {"my-buggy.cpp", lesson().findFile("buggy.cpp")->text}, false});
        ASSERT_TRUE(made && made->host) << (made ? made->build.output : made.error().toText());
        const Diagnostic fault = faultOf(*made->host);
        EXPECT_TRUE(fault.isFault);
        EXPECT_NE(fault.message.find("the exception \"no luck\" left the scenario's " + part), std::string::npos) << fault.message;
        EXPECT_EQ(fault.file, "scenario.cpp");
        EXPECT_EQ(fault.line, lineOf(changed, thrown)) << fault.message;
    }
}

TEST_F(ScenarioInAWorkerTest, AMisspeltParameterIsToldWithThoseThatThereAre)
{
    const Lesson changed = withScenario(lesson(), "world.parameter(\"client\")", "world.parameter(\"clint\")");
    const auto made = workbench.make(changed, {"my-buggy", {"my-buggy.cpp", lesson().findFile("buggy.cpp")->text}, false});
    ASSERT_TRUE(made && made->host) << (made ? made->build.output : made.error().toText());
    const Diagnostic fault = faultOf(*made->host);
    EXPECT_TRUE(fault.isFault);
    EXPECT_EQ(fault.toText(), "scenario.cpp:" + std::to_string(lineOf(changed, "\"clint\""))
                                  + ": The lesson has no parameter \"clint\". Those of its lesson.toml: downstream, client.");
}

} // namespace awaitscope
