// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/catalogue.hpp"
#include "lesson/story.hpp"
#include "lesson/verify.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <sstream>

namespace awaitscope {
namespace {

TEST(EveryLesson, KeepsItsPromises)
{
    for (const BuiltInLesson& builtIn : builtInLessons()) {
        LessonReading reading = readBuiltInLesson(builtIn);
        if (reading.errors.empty())
            reading.errors = verifyLesson(reading.lesson);
        for (const Diagnostic& error : reading.errors)
            ADD_FAILURE() << builtIn.slug << '/' << error.toText();
    }
}

TEST(EveryLesson, IsBuiltIn)
{
    std::set<std::string> folders;
    for (const auto& entry : std::filesystem::directory_iterator{AWAITSCOPE_SOURCE_DIR "/lessons"}) {
        if (entry.is_directory())
            folders.insert(entry.path().filename().string());
    }
    std::set<std::string> slugs;
    for (const BuiltInLesson& builtIn : builtInLessons())
        slugs.insert(builtIn.slug);
    EXPECT_EQ(folders, slugs);
}

/// What a scene says fits its column beside a question: see lessons/README.md.
TEST(EveryLesson, HasScenesThatNeedNoScrolling)
{
    for (const BuiltInLesson& builtIn : builtInLessons()) {
        for (const Scene& scene : readBuiltInLesson(builtIn).lesson.story.scenes) {
            for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager}) {
                std::istringstream text{markdownOf(scene, model)};
                const auto words = std::count_if(std::istream_iterator<std::string>{text}, {},
                                                 [](const std::string&) { return true; });
                EXPECT_GE(words, 40) << builtIn.slug << ": " << scene.title;
                EXPECT_LE(words, 130) << builtIn.slug << ": " << scene.title;
            }
        }
    }
}

} // namespace
} // namespace awaitscope
