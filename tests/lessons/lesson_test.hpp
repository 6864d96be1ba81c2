// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/catalogue.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/format/scenario.hpp"

#include <gtest/gtest.h>

#include <string>

namespace awaitscope::test {

/// A lesson as it was compiled in, and runs of it by scenario string.
class LessonTest : public testing::Test
{
protected:
    explicit LessonTest(const std::string& slug) : lesson(*catalogue.find(slug)) {}

    Scenario scenario(const std::string& keys) const
    {
        const Result<Scenario> parsed = parseScenario("awaitscope:?" + keys, lesson, defaultScenario(lesson));
        EXPECT_TRUE(parsed) << (parsed ? std::string{} : parsed.error().toText());
        return parsed ? *parsed : defaultScenario(lesson);
    }

    ScenarioRun run(const std::string& keys) const
    {
        Result<ScenarioRun> result = runScenario(lesson, scenario(keys));
        EXPECT_TRUE(result) << (result ? std::string{} : result.error().toText());
        return result ? *std::move(result) : ScenarioRun{};
    }

    Catalogue catalogue{builtInLessons()};
    const Lesson& lesson;
};

class AlanTest : public LessonTest
{
protected:
    AlanTest() : LessonTest("alan-caches-requests") {}

    const Lesson& alan = lesson;
};

} // namespace awaitscope::test
