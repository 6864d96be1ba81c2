// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/stage.hpp"
#include "lesson/example_lesson.hpp"
#include "lesson/files/catalogue.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace awaitscope {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<Stage> noStage(World&) { return nullptr; }

BuiltInLesson builtIn(std::string slug, std::vector<LessonFile> files = example::files())
{
    return {std::move(slug), std::move(files), {{"fixed", Program{&noStage}}, {"buggy", Program{&noStage}}}};
}

/// A folder that is gone after the test.
class LessonFolder
{
public:
    explicit LessonFolder(const std::vector<LessonFile>& files)
        : m_root{fs::temp_directory_path() / ("awaitscope-catalogue-test-" + std::to_string(getpid()))}
    {
        fs::create_directories(path());
        for (const LessonFile& file : files)
            std::ofstream{path() / file.name, std::ios::binary} << file.text;
    }
    ~LessonFolder() { fs::remove_all(m_root); }
    LessonFolder(const LessonFolder&) = delete;
    LessonFolder& operator=(const LessonFolder&) = delete;

    fs::path path() const { return m_root / "example"; }

private:
    fs::path m_root;
};

TEST(Catalogue, SortsLessonsByTheirOrderAndFindsThemBySlug)
{
    const Catalogue catalogue{
        {builtIn("late"), builtIn("early", example::filesWith("lesson.toml", "order = 7", "order = 2"))}};
    ASSERT_EQ(catalogue.lessons().size(), 2U);
    EXPECT_EQ(catalogue.lessons()[0].slug, "early");
    EXPECT_EQ(catalogue.lessons()[1].slug, "late");
    EXPECT_EQ(catalogue.find("late"), &catalogue.lessons()[1]);
    EXPECT_EQ(catalogue.find("never"), nullptr);
    EXPECT_EQ(*catalogue.require("early"), &catalogue.lessons()[0]);
    EXPECT_EQ(catalogue.require("never").error().message, "There is no lesson \"never\". Allowed: early or late.");
}

TEST(Catalogue, GivesEachVariantItsProgram)
{
    const Catalogue catalogue{{builtIn("example")}};
    const Lesson& lesson = catalogue.lessons().front();
    ASSERT_NE(lesson.findProgram("buggy"), nullptr);
    EXPECT_EQ(lesson.findProgram("buggy")->makeStage, &noStage);
    EXPECT_EQ(lesson.findProgram("better"), nullptr);
    EXPECT_EQ(example::lesson().findProgram("buggy"), nullptr) << "nothing is compiled in there";
}

TEST(Catalogue, LeavesOutALessonThatDoesNotReadAndSaysWhy)
{
    const Catalogue catalogue{{builtIn("torn", example::filesWithout("story.md")), builtIn("example")}};
    ASSERT_EQ(catalogue.lessons().size(), 1U);
    EXPECT_EQ(catalogue.lessons().front().slug, "example");
    ASSERT_EQ(catalogue.broken().size(), 1U);
    EXPECT_EQ(catalogue.broken().front().slug, "torn");
    EXPECT_EQ(catalogue.broken().front().errors.front().file, "lessons/torn/story.md");
    EXPECT_EQ(catalogue.find("torn"), nullptr);
    EXPECT_EQ(catalogue.require("torn").error().toText(),
              "lessons/torn/story.md: The lesson \"torn\" cannot be run, as its files have mistakes: The file is missing. It holds the "
              "lesson's scenes. All of them: awaitscope-cli verify torn.");
    EXPECT_EQ(catalogue.require("gone").error().message, "There is no lesson \"gone\". Allowed: example.");
}

TEST(ReadLesson, NamesEveryFileThatIsMissing)
{
    const std::vector<std::pair<const char*, const char*>> cases = {
        {"lesson.toml", "lesson.toml: The file is missing. It holds the lesson's title, variants and checks.\n"},
        {"story.md", "story.md: The file is missing. It holds the lesson's scenes.\n"},
        {"buggy.cpp", "buggy.cpp: The file is missing. It holds the variant buggy of lesson.toml.\n"},
        {"scenario.cpp",
         "scenario.cpp: The file is missing. It holds the world around the variants, the caller and the checks.\n"},
    };
    for (const auto& [file, error] : cases) {
        const std::string errors = example::errorsOf(example::read(example::filesWithout(file)));
        EXPECT_NE(errors.find(error), std::string::npos) << errors;
    }
}

TEST(ReadLesson, PutsTheFolderBeforeFileNames)
{
    const LessonReading reading = readLesson("example", example::filesWithout("story.md"), "lessons/example/");
    EXPECT_TRUE(example::errorsOf(reading).starts_with("lessons/example/story.md: ")) << example::errorsOf(reading);
}

TEST(ReadLessonFolder, RunsTheBuiltInCodeOfTheSameSources)
{
    const LessonFolder folder{example::files()};
    for (const fs::path& path : {folder.path(), folder.path() / "", folder.path() / "."}) {
        const LessonReading reading = readLessonFolder(path, {builtIn("example")});
        EXPECT_TRUE(reading.errors.empty()) << path << ": " << example::errorsOf(reading);
        EXPECT_EQ(reading.lesson.slug, "example");
        EXPECT_NE(reading.lesson.findProgram("buggy"), nullptr);
        EXPECT_TRUE(isSameLesson(reading.lesson, example::lesson()));
    }
}

TEST(ReadLessonFolder, LeavesToOthersToRunWhatWasNotCompiledIn)
{
    const LessonFolder folder{example::filesWith("buggy.cpp", "channel.send", "channel.post")};
    for (const std::vector<BuiltInLesson>& builtIns : {std::vector{builtIn("example")}, std::vector<BuiltInLesson>{}}) {
        const LessonReading reading = readLessonFolder(folder.path(), builtIns);
        EXPECT_TRUE(reading.errors.empty()) << example::errorsOf(reading);
        EXPECT_EQ(reading.lesson.findProgram("buggy"), nullptr) << "that would be other code than is shown";
        EXPECT_FALSE(isSameLesson(reading.lesson, example::lesson()));
    }
}

TEST(ReadLessonFolder, TakesAStoryThatWasChangedSinceTheBuild)
{
    const LessonFolder folder{example::filesWith("story.md", "Nothing fires.", "Nothing fires here.")};
    const LessonReading reading = readLessonFolder(folder.path(), {builtIn("example")});
    EXPECT_TRUE(reading.errors.empty()) << example::errorsOf(reading);
    EXPECT_EQ(markdownOf(reading.lesson.story.scenes[1], CancelModel::asio), "Nothing fires here.");
}

TEST(ReadLessonFolder, SaysThatAFolderIsNotThere)
{
    const LessonReading reading = readLessonFolder("/nowhere/at/all", {});
    ASSERT_EQ(reading.errors.size(), 1U);
    EXPECT_TRUE(reading.errors[0].toText().starts_with("/nowhere/at/all: The folder cannot be read: "))
        << reading.errors[0].toText();
}

} // namespace
} // namespace awaitscope
