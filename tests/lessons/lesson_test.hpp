// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/catalogue.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/run/sweep.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace awaitscope::test {

using Strings = std::vector<std::string>;

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

    Sweep swept(const std::string& keys) const
    {
        const Result<std::optional<Sweep>> result = sweep(lesson, scenario(keys));
        EXPECT_TRUE(result && *result);
        return result && *result ? **result : Sweep{};
    }

    /// "0 ms – 99.999 ms: all there", for each segment of a variant's map.
    Strings mapOf(const std::string& keys, const std::string& variant) const
    {
        Strings lines;
        const Sweep sweep = swept(keys);
        const auto found = std::ranges::find(sweep.variants, variant, &VariantSweep::variant);
        if (found == sweep.variants.end())
            return {"no variant " + variant};
        for (const MapSegment& segment : found->map)
            lines.push_back(rangeOf(segment) + ": " + segment.word);
        return lines;
    }

    // Of the one variant that is run.
    std::string clientOf(const std::string& keys) const { return run(keys).variants.front().trace->clientOutcome; }
    std::string whyOf(const std::string& keys) const { return run(keys).variants.front().trace->checks.front().why; }

    /// Each from `from` up to `until` microseconds.
    void expectMapIsWhatRunningEveryTimeoutGives(const std::string& times, std::int64_t from, std::int64_t until) const
    {
        for (const std::string model : {"asio", "drop", "eager"}) {
            const std::string keys = "model=" + model + '&' + times;
            const Sweep sweep = swept(keys);
            for (const VariantSweep& variant : sweep.variants) {
                for (std::int64_t timeout = from; timeout < until; ++timeout) {
                    const ScenarioRun one = run(keys + "&variants=" + variant.variant + "&timeout=" + std::to_string(timeout) + "us");
                    const auto segment = std::ranges::find_if(variant.map, [&](const MapSegment& candidate) {
                        return !candidate.last || timeout <= candidate.last->count();
                    });
                    ASSERT_NE(segment, variant.map.end());
                    const TraceCheck& check = one.variants.front().trace->checks.front();
                    EXPECT_EQ(check.verdict, segment->verdict) << keys << ' ' << variant.variant << ' ' << timeout;
                    EXPECT_EQ(check.word, segment->word) << keys << ' ' << variant.variant << ' ' << timeout;
                }
            }
        }
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
