// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/editing/offered_world.hpp"

#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/sandbox.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/edited_alan.hpp"
#include "workbench/workbench.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace awaitscope {
namespace {

QStringList callsOf(const std::vector<OfferedPart>& offered)
{
    QStringList calls;
    for (const OfferedPart& part : offered)
        calls += part.call;
    return calls;
}

TEST(OfferedWorldTest, IsCodeThatCompilesInAPage)
{
    const std::vector<OfferedPart> offered = offeredWorld(sandboxOf("page.cpp", "awaitable<void> run();\n"));
    ASSERT_GT(offered.size(), 40U);
    QString text = "#include <array>\n\nawaitable<void> work()\n{\n  co_return;\n}\n\nawaitable<void> run()\n{\n  const int paid = 1;\n  const int shipped = 1;\n";
    const auto makes = [](const OfferedPart& part) { return part.call.at(0).isUpper() || part.call.contains(" timer(") || part.call.startsWith("world()"); };
    for (const OfferedPart& part : offered) {
        if (makes(part))
            text += "  " + part.code + '\n';
    }
    for (const OfferedPart& part : offered) {
        if (!makes(part))
            text += "  {\n" + part.code + "\n  }\n";
    }
    text += "}\n";
    Workbench workbench{Installation::of("/proc/self/exe")};
    const Lesson page = sandboxOf("page.cpp", text.toStdString());
    const VariantSpec& variant = page.variants.front();
    const auto made = workbench.make(page, {variant.name, {variant.file, text.toStdString()}, false, {}});
    ASSERT_TRUE(made) << made.error().toText();
    EXPECT_TRUE(made->host) << made->build.output << '\n' << text.toStdString();
    EXPECT_EQ(made->build.output, "") << "nobody is warned of what was offered";
}

TEST(OfferedWorldTest, IsCodeThatCompilesInALesson)
{
    const Lesson& alan = test::builtInAlan();
    QString body = "  asio::steady_timer timer(co_await asio::this_coro::executor);\n";
    for (const OfferedPart& part : offeredWorld(alan))
        body += "  {\n" + part.code + "\n  }\n";
    const std::string text = test::editedAlan(body.toStdString());
    Workbench workbench{Installation::of("/proc/self/exe")};
    const auto made = workbench.make(alan, {"my-buggy", {"my-buggy.cpp", text}, false, {}});
    ASSERT_TRUE(made) << made.error().toText();
    EXPECT_TRUE(made->host) << made->build.output << '\n' << text;
}

TEST(OfferedWorldTest, CallsThePartsOfALessonAsItsCodeDoes)
{
    const QStringList calls = callsOf(offeredWorld(*test::builtInCatalogue().find("dequeued-then-dropped")));
    EXPECT_TRUE(calls.contains("inbox.async_pop()")) << calls.join(' ').toStdString();
    EXPECT_FALSE(calls.contains("queue.async_pop()")) << "nothing is called so there";
}

TEST(OfferedWorldTest, IsInALessonOnlyWhatItsFilesHave)
{
    const QStringList calls = callsOf(offeredWorld(test::builtInAlan()));
    EXPECT_TRUE(calls.contains("cache.set(key, value)"));
    EXPECT_TRUE(calls.contains("co_await"));
    EXPECT_FALSE(calls.contains("queue.async_pop()"));
    EXPECT_FALSE(calls.contains("effect(name, detail)")) << "a lesson's parts do that";
}

TEST(OfferedWorldTest, IsSearchedByAllOfTheWordsInNamesAndInSentences)
{
    const Lesson page = sandboxOf("page.cpp", "awaitable<void> run();\n");
    EXPECT_EQ(callsOf(offeredWorld(page, "POP async")), QStringList{"queue.async_pop()"});
    EXPECT_TRUE(callsOf(offeredWorld(page, "permits")).contains("semaphore.async_acquire()"));
    EXPECT_EQ(callsOf(offeredWorld(page, "ca")).front(), "cache.get(key)") << "and not each sentence on cancelling";
    EXPECT_TRUE(offeredWorld(page, "socket").empty());
    EXPECT_EQ(offeredWorld(page, "  ").size(), offeredWorld(page).size());
}

TEST(OfferedWorldTest, IsPutBelowTheCaretAsDeepAsWhatStandsAbove)
{
    const QStringList page{"awaitable<void> run()", "{", "  first();", "", "}"};
    EXPECT_EQ(withStatement(page, 1, "a();\nb();", 2), (QStringList{"{", "  a();", "  b();"}));
    EXPECT_EQ(withStatement(page, 2, "a();", 2), (QStringList{"  first();", "  a();"}));
    EXPECT_EQ(withStatement(page, 3, "a();", 2), (QStringList{"  a();"})) << "in a blank line";
    EXPECT_EQ(withStatement({""}, 0, "a();", 2), (QStringList{"a();"}));
    EXPECT_EQ(withStatement({"  {", "   "}, 1, "a();", 2), (QStringList{"    a();"}));
}

} // namespace
} // namespace awaitscope
