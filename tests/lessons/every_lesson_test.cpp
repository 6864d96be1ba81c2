// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/catalogue.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/format/story.hpp"
#include "lesson/judge/judge.hpp"
#include "lesson/judge/verify.hpp"

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

TEST(EveryLesson, HasWordsForAllThatItsRunsSayInEachOfItsLanguages)
{
    const Catalogue catalogue{builtInLessons()};
    for (const Lesson& lesson : catalogue.lessons()) {
        for (const Telling& telling : lesson.tellings) {
            std::set<std::string> unsaid;
            for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager}) {
                Scenario scenario = defaultScenario(lesson);
                scenario.model = model;
                scenario.variants.clear();
                for (const VariantSpec& variant : lesson.variants)
                    scenario.variants.push_back(variant.name);
                for (int timeout = 0; timeout <= 500; timeout += 10) {
                    scenario.timeout = VirtualDuration{std::chrono::milliseconds{timeout}};
                    const Result<ScenarioRun> run = runScenario(lesson, scenario);
                    ASSERT_TRUE(run);
                    for (const VariantRun& variant : run->variants) {
                        for (const std::string& words : wordsOf(*variant.trace)) {
                            if (!telling.words.find(words))
                                unsaid.insert(words);
                        }
                    }
                }
            }
            EXPECT_EQ(unsaid, std::set<std::string>{}) << lesson.slug << " in " << telling.language;
        }
    }
}

TEST(EveryLesson, IsToldInGermanToo)
{
    const Catalogue catalogue{builtInLessons()};
    for (const Lesson& lesson : catalogue.lessons()) {
        const Lesson* const german = catalogue.find(lesson.slug, "de");
        ASSERT_TRUE(german);
        EXPECT_EQ(german->language, "de");
        EXPECT_NE(german->title, lesson.title);
        for (std::size_t i = 0; i < lesson.story.scenes.size(); ++i) {
            EXPECT_TRUE(german->story.scenes[i].title != lesson.story.scenes[i].title
                        || lesson.story.scenes[i].title == "println")
                << lesson.story.scenes[i].title;
        }
    }
    EXPECT_EQ(catalogue.lessons("fr").front().language, "en") << "what nobody told is told in English";
}

TEST(EveryLesson, JudgesInEachOfItsLanguagesAlike)
{
    for (const BuiltInLesson& builtIn : builtInLessons()) {
        const Lesson english = readBuiltInLesson(builtIn).lesson;
        std::vector<Lesson> told = {english};
        for (const Telling& telling : english.tellings)
            told.push_back(toldIn(english, telling.language));
        for (const Lesson& lesson : told) {
            const Result<ScenarioRun> run = runScenario(lesson, defaultScenario(lesson));
            ASSERT_TRUE(run);
            for (std::size_t i = 0; i < lesson.checks.size(); ++i) {
                if (lesson.checks[i].isLiveness)
                    continue; // told of only where nothing happened
                EXPECT_EQ(run->variants.front().trace->checks.at(i).id, lesson.checks[i].id) << lesson.slug << ' ' << lesson.language;
            }
            for (const Scene& scene : lesson.story.scenes) {
                for (const StoryBlock& block : scene.blocks) {
                    if (!block.predict || block.predict->kind == PredictKind::lines || isTask(block.predict->kind))
                        continue;
                    const Predict& question = *block.predict;
                    const std::string claim = question.kind == PredictKind::place
                                                  ? question.claim
                                                  : question.answers.at(static_cast<std::size_t>(question.right)).claim;
                    Scenario scenario = *parseScenario(question.scenario, lesson, defaultScenario(lesson));
                    if (question.kind == PredictKind::place)
                        scenario.timeout = *tryParseDuration(question.example);
                    const Result<ScenarioRun> asked = runScenario(lesson, scenario);
                    ASSERT_TRUE(asked);
                    EXPECT_TRUE(areTrue(*parseClaims(claim, lesson), *asked)) << lesson.slug << ' ' << lesson.language << ": " << claim;
                }
            }
        }
    }
}

/// What a scene says fits its column beside a question: see lessons/README.md.
TEST(EveryLesson, HasScenesThatNeedNoScrolling)
{
    for (const BuiltInLesson& builtIn : builtInLessons()) {
        const Lesson lesson = readBuiltInLesson(builtIn).lesson;
        std::vector<Scene> scenes = lesson.story.scenes;
        for (const Telling& telling : lesson.tellings)
            scenes.insert(scenes.end(), telling.story.scenes.begin(), telling.story.scenes.end());
        for (const Scene& scene : scenes) {
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
