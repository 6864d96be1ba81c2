// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/catalogue.hpp"
#include "lesson/files/retelling.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace awaitscope {
namespace {

const std::filesystem::path lessonsFolder = std::filesystem::path{AWAITSCOPE_SOURCE_DIR} / "lessons";

std::string read(const std::filesystem::path& path)
{
    std::ifstream stream{path, std::ios::binary};
    EXPECT_TRUE(stream) << path;
    return {std::istreambuf_iterator<char>{stream}, {}};
}

bool embeds(const BuiltInLesson& lesson, const std::string& name)
{
    return std::ranges::find(lesson.files, name, &LessonFile::name) != lesson.files.end();
}

TEST(Embedding, HoldsEveryFolderOfLessons)
{
    std::vector<std::string> folders;
    for (const auto& entry : std::filesystem::directory_iterator{lessonsFolder}) {
        if (entry.is_directory())
            folders.push_back(entry.path().filename().string());
    }
    std::vector<std::string> slugs;
    for (const BuiltInLesson& lesson : builtInLessons())
        slugs.push_back(lesson.slug);
    std::ranges::sort(folders);
    std::ranges::sort(slugs);
    EXPECT_EQ(slugs, folders);
}

TEST(Embedding, HoldsEachFileByteForByte)
{
    for (const BuiltInLesson& lesson : builtInLessons()) {
        ASSERT_FALSE(lesson.files.empty()) << lesson.slug;
        for (const LessonFile& file : lesson.files)
            EXPECT_EQ(file.text, read(lessonsFolder / lesson.slug / file.name)) << lesson.slug << '/' << file.name;
    }
}

TEST(Embedding, HoldsAllThatALessonIsMadeOf)
{
    for (const BuiltInLesson& lesson : builtInLessons()) {
        EXPECT_TRUE(embeds(lesson, "lesson.toml")) << lesson.slug;
        EXPECT_TRUE(embeds(lesson, "story.md")) << lesson.slug;
        EXPECT_TRUE(embeds(lesson, "scenario.cpp")) << lesson.slug;
        EXPECT_FALSE(lesson.programs.empty()) << lesson.slug;
    }
}

TEST(Embedding, HoldsTheSourceOfEachVariantAndItsProgram)
{
    for (const BuiltInLesson& lesson : builtInLessons()) {
        for (const auto& [variant, program] : lesson.programs) {
            EXPECT_TRUE(embeds(lesson, variant + ".cpp")) << lesson.slug << ", " << variant;
            EXPECT_NE(program.makeStage, nullptr) << lesson.slug << ", " << variant;
        }
    }
}

TEST(Embedding, HoldsTheProgramsOfEachRetelling)
{
    for (const BuiltInLesson& lesson : builtInLessons()) {
        const LessonReading reading = readBuiltInLesson(lesson);
        for (const RetellingSpec& retelling : reading.lesson.retellings) {
            for (const VariantSpec& variant : reading.lesson.variants)
                EXPECT_TRUE(!variant.isShownAtFirst || embeds(lesson, fileOf(*findOtherRuntime(retelling.runtime), variant.name)))
                    << lesson.slug << ", " << retelling.runtime << ", " << variant.name;
        }
    }
}

} // namespace
} // namespace awaitscope
