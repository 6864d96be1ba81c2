// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/sweep.hpp"
#include "lessons/lesson_test.hpp"

#include <algorithm>

namespace awaitscope::test {
namespace {

using Strings = std::vector<std::string>;

class MessageTest : public LessonTest
{
protected:
    MessageTest() : LessonTest("the-message-that-moved") {}

    Sweep swept(const std::string& keys) const
    {
        const Result<std::optional<Sweep>> result = sweep(lesson, scenario(keys));
        EXPECT_TRUE(result && *result);
        return result && *result ? **result : Sweep{};
    }

    Strings mapOf(const std::string& keys, std::size_t variant) const
    {
        Strings lines;
        const Sweep sweep = swept(keys);
        for (const MapSegment& segment : sweep.variants.at(variant).map)
            lines.push_back(rangeOf(segment) + ": " + segment.word);
        return lines;
    }

    std::string clientOf(const std::string& keys) const { return run(keys).variants.front().trace->clientOutcome; }
    std::string whyOf(const std::string& keys) const { return run(keys).variants.front().trace->checks.front().why; }
};

TEST_F(MessageTest, UnderAsioOneIsLostAsLongAsOneIsInAPush)
{
    EXPECT_EQ(mapOf("model=asio", 0), (Strings{"0 ms – 99.999 ms: all there", "100 ms – 300 ms: lost", "from 300.001 ms: all there"}));
}

TEST_F(MessageTest, UnderDropOneIsLostAsLongAsAPushWaits)
{
    EXPECT_EQ(mapOf("model=drop", 0), (Strings{"0 ms – 100 ms: all there", "100.001 ms – 300 ms: lost", "from 300.001 ms: all there"}));
}

TEST_F(MessageTest, UnderJavaScriptsRaceNoneIsLostAndWhatIsSavedIsSentToo)
{
    EXPECT_EQ(mapOf("model=eager", 0), (Strings{"0 ms – 200 ms: twice", "from 200.001 ms: all there"}));
    EXPECT_EQ(mapOf("model=eager", 1), (Strings{"0 ms – 300 ms: twice", "from 300.001 ms: all there"}));
    EXPECT_EQ(mapOf("model=eager", 2), (Strings{"0 ms – 340 ms: twice", "from 340.001 ms: all there"}));
}

TEST_F(MessageTest, TheFixesKeepEveryMessageWhateverTheTimesAre)
{
    for (const std::string model : {"asio", "drop"}) {
        for (const std::string times : {"client=0ms", "client=1us&connect=0ms", "client=60ms", "client=500ms", "connect=0ms", "connect=500ms"}) {
            for (const std::size_t variant : {1U, 2U})
                EXPECT_EQ(mapOf("model=" + model + '&' + times, variant), (Strings{"any: all there"})) << model << ' ' << times;
        }
    }
}

TEST_F(MessageTest, AClientThatTakesNoTimeLosesNothingUnderDrop)
{
    EXPECT_EQ(mapOf("model=drop&client=0ms", 0), (Strings{"any: all there"}));
}

/// The opposite of Alan's: there the window after a completion is lost under drop alone.
TEST_F(MessageTest, AfterACompletionItIsTheNextMessageThatIsLostUnderAsioAndNoneUnderDrop)
{
    EXPECT_EQ(whyOf("model=asio&await=4"), "Neither delivered nor kept: C");
    EXPECT_EQ(whyOf("model=asio&await=4+"), "Neither delivered nor kept: D");
    EXPECT_EQ(whyOf("model=drop&await=4"), "Neither delivered nor kept: C");
    EXPECT_EQ(whyOf("model=drop&await=4+"), "Kept: D");
    EXPECT_EQ(whyOf("model=eager&await=4"), "Kept and delivered too: D");
}

TEST_F(MessageTest, WhoAsksAgainComesInAnotherOrder)
{
    EXPECT_EQ(clientOf("variants=buggy"), "gets A, B, C, D");
    EXPECT_EQ(clientOf("variants=reserve"), "gets A, B, C, D");
    EXPECT_EQ(clientOf("variants=retry"), "gets A, B, D, C");
}

TEST_F(MessageTest, TheMapIsWhatRunningEveryTimeoutGives)
{
    for (const std::string model : {"asio", "drop", "eager"}) {
        const std::string keys = "model=" + model + "&client=7us&connect=5us";
        const Sweep sweep = swept(keys);
        for (const VariantSweep& variant : sweep.variants) {
            for (std::int64_t timeout = 0; timeout < 200; ++timeout) {
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

} // namespace
} // namespace awaitscope::test
