// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/include_rules.hpp"

#include <gtest/gtest.h>

namespace awaitscope::architecture {
namespace {

/// The files that others include in these tests.
std::vector<SourceFile> somewhere()
{
    return {
        {"src/core/diagnostic.hpp", ""},
        {"src/core/time/virtual_time.hpp", ""},
        {"src/core/race/race.hpp", ""},
        {"src/core/world/world.hpp", ""},
        {"src/core/world/parts/queue.hpp", ""},
        {"src/lesson/format/lesson.hpp", ""},
        {"src/present/look/theme.hpp", ""},
        {"src/present/scope/scope_model.hpp", ""},
        {"src/workbench/host/protocol.hpp", ""},
        {"src/workbench/process/process.hpp", ""},
        {"src/widgets/scope.hpp", ""},
        {"lessons/first/world.hpp", ""},
        {"app/cli/commands.hpp", ""},
    };
}

/// What the project's rules say about one more file that holds one include.
std::vector<std::string> verdictOn(const std::string& path, const std::string& include)
{
    std::vector<SourceFile> files = somewhere();
    files.push_back({path, "#include " + include + "\n"});
    return violations(projectRules(), files);
}

void expectAllowed(const std::string& path, const std::string& include)
{
    EXPECT_TRUE(verdictOn(path, include).empty()) << path << " including " << include << ": " << verdictOn(path, include).front();
}

void expectForbidden(const std::string& path, const std::string& include)
{
    const std::vector<std::string> found = verdictOn(path, include);
    ASSERT_EQ(found.size(), 1U) << path << " including " << include;
    EXPECT_TRUE(found.front().starts_with(path + ":1: ")) << found.front();
}

TEST(Includes, AreFoundWithTheirLinesInQuotesAndBrackets)
{
    const auto includes = includesOf("// first\n#include <vector>\n  #  include \"core/a.hpp\" // why\n// #include <no>\nx #include <no>\n");
    ASSERT_EQ(includes.size(), 2U);
    EXPECT_EQ(includes[0].target, "vector");
    EXPECT_TRUE(includes[0].angled);
    EXPECT_EQ(includes[0].line, 2);
    EXPECT_EQ(includes[1].target, "core/a.hpp");
    EXPECT_FALSE(includes[1].angled);
    EXPECT_EQ(includes[1].line, 3);
}

TEST(Includes, OfTheLastLineNeedNoLineEnd)
{
    EXPECT_EQ(includesOf("#include <a>\r\n#include <b>").size(), 2U);
    EXPECT_TRUE(includesOf("#include").empty());
    EXPECT_TRUE(includesOf("#include <open").empty());
    EXPECT_TRUE(includesOf("").empty());
}

TEST(Includes, InRawStringsAndBlockCommentsDoNotCount)
{
    const auto includes = includesOf("const char* a = R\"x(\n#include <no>\n)\"\n#include <no>\n)x\";\n/*\n#include <no>\n*/\n"
                                     "// a /* in a line comment opens nothing\n#include <yes>\n");
    ASSERT_EQ(includes.size(), 1U);
    EXPECT_EQ(includes[0].target, "yes");
    EXPECT_EQ(includes[0].line, 10);
}

TEST(IncludeRules, AllowTheStandardLibraryEverywhere)
{
    expectAllowed("src/core/time/a.cpp", "<vector>");
    expectAllowed("lessons/first/buggy.cpp", "<string_view>");
}

TEST(IncludeRules, LetArrowsPointDownOnly)
{
    expectAllowed("src/core/race/a.cpp", "\"core/world/world.hpp\"");
    expectForbidden("src/core/world/a.cpp", "\"core/race/race.hpp\"");
    expectForbidden("src/core/time/a.cpp", "\"core/race/race.hpp\"");
    expectAllowed("src/core/world/parts/a.cpp", "\"core/world/world.hpp\"");
    expectForbidden("src/core/world/a.cpp", "\"core/world/parts/queue.hpp\"");
    expectAllowed("lessons/first/buggy.cpp", "\"core/world/parts/queue.hpp\"");
    expectAllowed("src/lesson/run/a.cpp", "\"core/race/race.hpp\"");
    expectForbidden("src/core/race/a.cpp", "\"lesson/format/lesson.hpp\"");
    expectAllowed("src/present/session/a.cpp", "\"lesson/format/lesson.hpp\"");
    expectForbidden("src/lesson/run/a.cpp", "\"present/look/theme.hpp\"");
    expectAllowed("src/widgets/timeline/a.cpp", "\"present/look/theme.hpp\"");
    expectForbidden("src/present/session/a.cpp", "\"widgets/scope.hpp\"");
    expectAllowed("app/gui/main.cpp", "\"widgets/scope.hpp\"");
    expectForbidden("app/cli/main.cpp", "\"present/look/theme.hpp\"");
}

TEST(IncludeRules, LetArrowsBetweenWingsPointDownOnly)
{
    expectAllowed("src/lesson/tell/a.cpp", "\"lesson/format/lesson.hpp\"");
    expectForbidden("src/lesson/text/a.cpp", "\"lesson/format/lesson.hpp\"");
    expectAllowed("src/present/session/a.cpp", "\"present/scope/scope_model.hpp\"");
    expectForbidden("src/present/look/a.cpp", "\"present/scope/scope_model.hpp\"");
    expectAllowed("src/workbench/host/a.cpp", "\"workbench/process/process.hpp\"");
    expectForbidden("src/workbench/process/a.cpp", "\"workbench/host/protocol.hpp\"");
    expectForbidden("src/workbench/worker/a.cpp", "\"workbench/process/process.hpp\"");
}

TEST(IncludeRules, HoldForTheCoresTopFolderAlone)
{
    expectAllowed("src/core/a.cpp", "\"core/diagnostic.hpp\"");
    expectForbidden("src/core/a.cpp", "\"core/race/race.hpp\"");
}

TEST(IncludeRules, KeepQtAboveTheLessons)
{
    for (const std::string folder : {"src/core/time", "src/core/trace", "src/lesson/run", "app/cli", "lessons/first", "tests/core"}) {
        expectForbidden(folder + "/a.cpp", "<QString>");
        expectForbidden(folder + "/a.cpp", "<QtCore/qglobal.h>");
        expectForbidden(folder + "/a.cpp", "<qglobal.h>");
    }
    expectAllowed("src/present/session/a.cpp", "<QString>");
    expectAllowed("src/widgets/a.cpp", "<QtWidgets/QLabel>");
}

TEST(IncludeRules, SendQCustomPlotAndQScintillaThroughTheirWrappers)
{
    expectAllowed("src/widgets/qcustomplot.hpp", "<qcustomplot.h>");
    expectAllowed("src/widgets/qscintilla.hpp", "<Qsci/qsciscintilla.h>");
    expectForbidden("src/widgets/timeline/a.cpp", "<qcustomplot.h>");
    expectForbidden("src/widgets/code/a.cpp", "<Qsci/qsciscintilla.h>");
    expectForbidden("app/gui/main.cpp", "<qcustomplot.h>");
}

TEST(IncludeRules, SendAsiosTimersThroughTheHeaderThatMakesThemVirtual)
{
    expectAllowed("src/core/sim/standard_timers.hpp", "<boost/asio/steady_timer.hpp>");
    expectAllowed("src/workbench/process/real_timer.hpp", "<boost/asio/basic_waitable_timer.hpp>");
    for (const std::string timer : {"steady_timer", "system_timer", "high_resolution_timer"}) {
        expectForbidden("src/workbench/process/a.cpp", "<boost/asio/" + timer + ".hpp>");
        expectForbidden("tests/core/sim/a.cpp", "<boost/asio/" + timer + ".hpp>");
    }
}

TEST(IncludeRules, SendTomlThroughItsWrapper)
{
    expectAllowed("src/lesson/text/toml_value.cpp", "<toml.hpp>");
    expectForbidden("src/lesson/files/manifest.cpp", "<toml.hpp>");
}

TEST(IncludeRules, LetNobodyIncludeALesson)
{
    expectAllowed("lessons/first/buggy.cpp", "\"world.hpp\"");
    expectForbidden("lessons/second/buggy.cpp", "\"../first/world.hpp\"");
    expectForbidden("src/lesson/run/a.cpp", "\"../../lessons/first/world.hpp\"");
    expectForbidden("tests/lessons/a.cpp", "\"../../lessons/first/world.hpp\"");
}

TEST(IncludeRules, LetLessonsStandOnTheTeachingWorldAlone)
{
    expectAllowed("lessons/first/buggy.cpp", "\"core/world/world.hpp\"");
    expectForbidden("lessons/first/buggy.cpp", "\"lesson/format/lesson.hpp\"");
    expectForbidden("lessons/first/buggy.cpp", "<nlohmann/json.hpp>");
}

TEST(IncludeRules, WantARuleForEveryFolder)
{
    for (const std::string path : {"src/elsewhere/a.cpp", "src/core/elsewhere/a.cpp", "src/lesson/a.cpp", "src/present/a.cpp", "tests/a.cpp"}) {
        const auto found = violations(projectRules(), {{path, ""}});
        ASSERT_EQ(found.size(), 1U) << path;
        EXPECT_TRUE(found.front().starts_with(path + ": ")) << found.front();
    }
}

TEST(IncludeRules, WantTheIncludedFileToExist)
{
    expectForbidden("src/lesson/run/a.cpp", "\"core/time/gone.hpp\"");
    expectForbidden("src/lesson/run/a.cpp", "\"boost/asio.hpp\"");
    expectAllowed("src/present/session/a.cpp", "\"a.moc\"");
    expectAllowed("tests/app/cli/a.cpp", "\"commands.hpp\"");
    expectForbidden("tests/lesson/a.cpp", "\"commands.hpp\"");
}

} // namespace
} // namespace awaitscope::architecture
