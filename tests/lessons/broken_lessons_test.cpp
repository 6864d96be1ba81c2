// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every lesson, broken in a way that its author could break it: verify must find it.

#include "lesson/files/catalogue.hpp"
#include "lesson/judge/verify.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace awaitscope {
namespace {

class BrokenLessons : public testing::Test
{
protected:
    using Errors = std::vector<std::string>;

    /// In English alone, as others would first be told that they differ.
    static BuiltInLesson inEnglish(BuiltInLesson lesson)
    {
        std::erase_if(lesson.files, [](const LessonFile& file) { return !tellingOf(file.name).empty(); });
        return lesson;
    }

    /// Also what the story begins without, and what is told in C++ alone.
    static void showAllAtFirst(std::string& manifest)
    {
        for (std::size_t at = manifest.find("[[retelling]]"); at != std::string::npos; at = manifest.find("[[retelling]]"))
            manifest.erase(at, std::min(manifest.find("\n[", at), manifest.size() - 1) + 1 - at);
        const std::string later = "shown = false\n";
        for (std::size_t at = manifest.find(later); at != std::string::npos; at = manifest.find(later))
            manifest.erase(at, later.size());
    }

    static std::string& textOf(BuiltInLesson& lesson, const std::string& name)
    {
        return std::ranges::find(lesson.files, name, &LessonFile::name)->text;
    }

    static void replace(std::string& text, const std::string& from, const std::string& to)
    {
        const std::size_t at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
    }

    static Errors errorsOf(const BuiltInLesson& lesson)
    {
        LessonReading reading = readBuiltInLesson(lesson);
        if (reading.errors.empty())
            reading.errors = verifyLesson(reading.lesson);
        Errors errors;
        for (const Diagnostic& error : reading.errors)
            errors.push_back(error.toText());
        return errors;
    }

    static bool hasOneWith(const Errors& errors, const std::string& text)
    {
        return std::ranges::any_of(errors, [&](const std::string& error) { return error.find(text) != std::string::npos; });
    }

    std::vector<BuiltInLesson> lessons = builtInLessons();
};

TEST_F(BrokenLessons, AFixThatIsSwappedWithItsBugIsFound)
{
    for (const BuiltInLesson& builtIn : lessons) {
        const Lesson whole = readBuiltInLesson(builtIn).lesson;
        for (const VariantSpec& fixed : whole.variants) {
            if (fixed.kind != VariantKind::fixed)
                continue;
            BuiltInLesson lesson = inEnglish(builtIn);
            std::string& manifest = textOf(lesson, "lesson.toml");
            if (!fixed.isShownAtFirst)
                showAllAtFirst(manifest);
            replace(manifest, "name = \"buggy\"", "name = \"swapped\"");
            replace(manifest, "name = \"" + fixed.name + '"', "name = \"buggy\"");
            replace(manifest, "name = \"swapped\"", "name = \"" + fixed.name + '"');
            const Errors errors = errorsOf(lesson);
            EXPECT_TRUE(hasOneWith(errors, "The fixed variant buggy violates a check")) << builtIn.slug << ' ' << fixed.name;
            EXPECT_TRUE(hasOneWith(errors, "The buggy variant " + fixed.name + " violates no check")) << builtIn.slug << ' ' << fixed.name;
        }
    }
}

TEST_F(BrokenLessons, AMarkThatIsGoneIsFound)
{
    for (const BuiltInLesson& builtIn : lessons) {
        BuiltInLesson lesson = inEnglish(builtIn);
        for (LessonFile& file : lesson.files) {
            const std::size_t at = file.name.ends_with(".cpp") ? file.text.find(" // mark: ") : std::string::npos;
            if (at != std::string::npos)
                file.text.erase(at, file.text.find('\n', at) - at);
        }
        EXPECT_TRUE(hasOneWith(errorsOf(lesson), "mark")) << builtIn.slug;
    }
}

TEST_F(BrokenLessons, AnotherAnswerThatIsCalledRightIsFound)
{
    for (const BuiltInLesson& builtIn : lessons) {
        BuiltInLesson whole = inEnglish(builtIn);
        const std::string& story = textOf(whole, "story.md");
        int questions = 0;
        // Each right answer hands its title on to another one of its question that has a claim.
        for (std::size_t at = story.find("right = true\n"); at != std::string::npos; at = story.find("right = true\n", at + 1)) {
            BuiltInLesson lesson = inEnglish(builtIn);
            std::string& text = textOf(lesson, "story.md");
            text.erase(at, std::string{"right = true\n"}.size());
            const std::size_t begin = text.rfind("```predict", at);
            const std::size_t end = text.find("\n```\n", begin);
            std::size_t claim = text.find("\nclaim = ", begin);
            while (claim != std::string::npos && claim < end && text.find('\n', claim + 1) >= at - 1 && text.find('\n', claim + 1) <= at)
                claim = text.find("\nclaim = ", claim + 1);
            if (claim == std::string::npos || claim >= end)
                continue;
            text.insert(text.find('\n', claim + 1) + 1, "right = true\n");
            const Errors errors = errorsOf(lesson);
            EXPECT_TRUE(hasOneWith(errors, "is called right, but run it is not true that")) << builtIn.slug << text.substr(begin, 80);
            EXPECT_TRUE(hasOneWith(errors, "is called wrong, but run it is true that")) << builtIn.slug << text.substr(begin, 80);
            ++questions;
        }
        EXPECT_GE(questions, 2) << builtIn.slug;
    }
}

TEST_F(BrokenLessons, AnExampleOfAPlaceThatIsNoneIsFound)
{
    for (const BuiltInLesson& builtIn : lessons) {
        BuiltInLesson lesson = inEnglish(builtIn);
        std::string& text = textOf(lesson, "story.md");
        const std::size_t at = text.find("\nexample = \"");
        ASSERT_NE(at, std::string::npos) << builtIn.slug << " asks nobody to place a timeout";
        text.replace(at, text.find('\n', at + 1) - at, "\nexample = \"3s\"");
        EXPECT_TRUE(hasOneWith(errorsOf(lesson), "The timeout 3s is called right")) << builtIn.slug;
    }
}

TEST_F(BrokenLessons, AnOrderOfLinesThatIsNotOfTheFixIsFound)
{
    for (const BuiltInLesson& builtIn : lessons) {
        BuiltInLesson lesson = inEnglish(builtIn);
        std::string& text = textOf(lesson, "story.md");
        const std::size_t orders = text.find("\norders = [\"");
        ASSERT_NE(orders, std::string::npos) << builtIn.slug << " asks nobody to put lines in order";
        // The last two lines change places.
        const std::size_t end = text.find('"', text.find('"', orders) + 1);
        const std::size_t last = text.rfind(' ', end);
        const std::size_t before = text.find_last_of(" \"", last - 1);
        const std::string swapped = text.substr(last + 1, end - last - 1) + ' ' + text.substr(before + 1, last - before - 1);
        text.replace(before + 1, end - before - 1, swapped);
        text.replace(before + 1 + swapped.size(), text.find(']', before) - before - 1 - swapped.size(), "\""); // and no other
        const Errors errors = errorsOf(lesson);
        EXPECT_TRUE(hasOneWith(errors, swapped + "\" is called right, but it ")) << builtIn.slug;
        EXPECT_TRUE(hasOneWith(errors, ", is not among orders")) << builtIn.slug;
    }
}

TEST_F(BrokenLessons, ATaskWhoseSolutionIsTheBugIsFound)
{
    for (const BuiltInLesson& builtIn : lessons) {
        BuiltInLesson lesson = inEnglish(builtIn);
        std::string& text = textOf(lesson, "story.md");
        const std::size_t at = text.find("```fix\n");
        ASSERT_NE(at, std::string::npos) << builtIn.slug << " asks nobody to fix it";
        const std::size_t solution = text.find("solution = \"", at) + 12;
        const std::string fixed = text.substr(solution, text.find('"', solution) - solution);
        text.replace(solution, fixed.size(), "buggy");
        EXPECT_TRUE(hasOneWith(errorsOf(lesson), "solution names \"buggy\", which is no fixed variant")) << builtIn.slug;
    }
}

TEST_F(BrokenLessons, AModelThatIsClaimedAndDoesNotShowItIsFound)
{
    for (const BuiltInLesson& builtIn : lessons) {
        const Lesson whole = readBuiltInLesson(builtIn).lesson;
        for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager}) {
            if (std::ranges::find(whole.models, model) != whole.models.end())
                continue;
            BuiltInLesson lesson = inEnglish(builtIn);
            replace(textOf(lesson, "lesson.toml"), "\nmodels = [", "\nmodels = [\"" + std::string{toText(model)} + "\", ");
            EXPECT_TRUE(hasOneWith(errorsOf(lesson), " under " + std::string{toText(model)})) << builtIn.slug;
        }
    }
}

} // namespace
} // namespace awaitscope
