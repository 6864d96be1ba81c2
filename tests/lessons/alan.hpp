// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/catalogue.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/format/scenario.hpp"

#include <gtest/gtest.h>

#include <string>

namespace awaitscope::test {

/// Alan's lesson as it was compiled in, and runs of it by scenario string.
class AlanTest : public testing::Test
{
protected:
    Scenario scenario(const std::string& keys) const
    {
        const Result<Scenario> parsed =
            parseScenario("awaitscope:alan-caches-requests?" + keys, alan, defaultScenario(alan));
        EXPECT_TRUE(parsed) << (parsed ? std::string{} : parsed.error().toText());
        return parsed ? *parsed : defaultScenario(alan);
    }

    ScenarioRun run(const std::string& keys) const
    {
        Result<ScenarioRun> result = runScenario(alan, scenario(keys));
        EXPECT_TRUE(result) << (result ? std::string{} : result.error().toText());
        return result ? *std::move(result) : ScenarioRun{};
    }

    Catalogue catalogue{builtInLessons()};
    const Lesson& alan = *catalogue.find("alan-caches-requests");
};

} // namespace awaitscope::test
