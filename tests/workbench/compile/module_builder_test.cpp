// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/edited_alan.hpp"
#include "workbench/workbench_test.hpp"

#include <ctime>
#include <set>
#include <thread>
#include <unistd.h>

namespace awaitscope {

class ModuleBuilderTest : public WorkbenchTest
{
protected:
    BuildResult build(const std::string& text, const std::function<void(BuildStep)>& progress = {})
    {
        const auto result = builder().build({lesson().slug, lesson().files, {"my-buggy.cpp", text}, false}, progress);
        EXPECT_TRUE(result);
        return *result;
    }
    const ModuleBuilder& builder()
    {
        const auto found = workbench.builder();
        EXPECT_TRUE(found);
        return **found;
    }
    static const CompilerMessage& first(const BuildResult& result)
    {
        static const CompilerMessage none;
        EXPECT_FALSE(result.messages.empty()) << result.output;
        return result.messages.empty() ? none : result.messages.front();
    }
};

TEST_F(ModuleBuilderTest, TheLessonsOwnFileCompilesWithoutAWord)
{
    const BuildResult result = build(lesson().findFile("buggy.cpp")->text);
    EXPECT_FALSE(result.module.empty());
    EXPECT_TRUE(result.messages.empty()) << result.output;
}

TEST_F(ModuleBuilderTest, TheSameTextCompilesNothing)
{
    const std::string text = test::editedAlan("println(\"once\");");
    build(text);
    std::set<BuildStep> steps;
    const BuildResult again = build(text, [&](BuildStep step) { steps.insert(step); });
    EXPECT_TRUE(again.wasCached);
    EXPECT_TRUE(steps.empty());
}

TEST_F(ModuleBuilderTest, AnErrorIsToldAtItsLine)
{
    const BuildResult result = build(test::editedAlan("println(\"got \", respones);"));
    EXPECT_TRUE(result.module.empty());
    EXPECT_EQ(first(result).kind, CompilerMessage::Kind::error);
    EXPECT_EQ(first(result).line, test::editedLine);
    EXPECT_NE(first(result).text.find("respones"), std::string::npos);
}

TEST_F(ModuleBuilderTest, AWarningDoesNotKeepItFromRunningAndIsToldAgain)
{
    // A text that no earlier run of this test has compiled.
    const std::string text = test::editedAlan("int unused = 3; // " + std::to_string(getpid()) + std::to_string(time(nullptr)));
    for (const bool isSecond : {false, true}) {
        const BuildResult result = build(text);
        EXPECT_EQ(result.wasCached, isSecond);
        EXPECT_FALSE(result.module.empty());
        EXPECT_EQ(first(result).kind, CompilerMessage::Kind::warning);
        EXPECT_EQ(first(result).line, test::editedLine);
    }
}

TEST_F(ModuleBuilderTest, AnErrorInsideALibraryIsToldAtTheLineThatLedThere)
{
    const BuildResult result = build(test::editedAlan("std::map<int, int> m; std::sort(m.begin(), m.end());"));
    EXPECT_EQ(first(result).line, test::editedLine);
    EXPECT_FALSE(first(result).elsewhere.empty());
    EXPECT_LE(result.messages.size(), 3U) << "an avalanche, folded";
}

TEST_F(ModuleBuilderTest, AForgottenCoAwaitIsExplained)
{
    const BuildResult result = build(test::editedAlan("auto again = http.make_request(key); cache.set(key, again);"));
    EXPECT_NE(first(result).explanation.find("co_await is missing"), std::string::npos) << result.output;
    const BuildResult ignored = build(test::editedAlan("channel.send(response);"));
    EXPECT_NE(first(ignored).explanation.find("co_await is missing"), std::string::npos) << ignored.output;
}

TEST_F(ModuleBuilderTest, AReturnThatDoesNotFitIsExplained)
{
    EXPECT_NE(first(build(test::editedAlan("return;"))).explanation.find("co_return"), std::string::npos);
    EXPECT_NE(first(build(test::editedAlan("co_return 1;"))).explanation.find("nothing to give back"), std::string::npos);
    EXPECT_NE(first(build(test::editedAlan("println(co_await number());", "awaitable<int> number() { co_return; }")))
                  .explanation.find("promises a value"),
              std::string::npos);
}

TEST_F(ModuleBuilderTest, TrapsThatCompileAreWarnings)
{
    const BuildResult result = build(test::editedAlan(
        "co_await say(key.empty() ? key : response);", "awaitable<void> say(const string& what) { (void)what; co_return; }"));
    ASSERT_EQ(result.messages.size(), 2U);
    EXPECT_EQ(result.messages[0].line, 2);
    EXPECT_EQ(result.messages[1].line, test::editedLine);
    EXPECT_FALSE(result.module.empty());
}

TEST_F(ModuleBuilderTest, OneThatIsStoppedLeavesNothing)
{
    std::stop_source stop;
    const auto result = builder().build({lesson().slug, lesson().files, {"my-buggy.cpp", test::editedAlan("println(\"stopped\");")}},
                                        [&](BuildStep) { stop.request_stop(); }, stop.get_token());
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->wasStopped);
    EXPECT_TRUE(result->module.empty());
    EXPECT_TRUE(result->messages.empty());
}

TEST_F(ModuleBuilderTest, TwoAtOnceBothGetTheirModule)
{
    const std::string text = test::editedAlan("println(\"two at once\");");
    std::vector<std::filesystem::path> modules(2);
    {
        std::vector<std::jthread> threads;
        for (std::filesystem::path& module : modules)
            threads.emplace_back([&] { module = build(text).module; });
    }
    EXPECT_FALSE(modules[0].empty());
    EXPECT_EQ(modules[0], modules[1]);
}

} // namespace awaitscope
