// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/catalogue.hpp"
#include "lesson/judge/judge.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

class JudgeTest : public testing::Test
{
protected:
    const Lesson& lesson() const { return catalogue.lessons().front(); }

    Predict linesAt(const std::string& variant, const std::string& settings) const
    {
        Predict predict;
        predict.kind = PredictKind::lines;
        predict.variant = variant;
        predict.scenario = "awaitscope:" + lesson().slug + settings;
        return predict;
    }

    /// "http.make_request +, cache.set -": what runs to its end, in the order of the file.
    std::string fatesOf(const Predict& predict) const
    {
        std::string fates;
        for (const AskedLine& line : askedLinesOf(lesson(), predict).value())
            fates += (fates.empty() ? "" : ", ") + line.name + (line.runs ? " +" : " -");
        return fates;
    }

    bool isRight(const std::string& claim, VirtualDuration timeout) const
    {
        Predict predict;
        predict.kind = PredictKind::place;
        predict.claim = claim;
        predict.scenario = "awaitscope:" + lesson().slug;
        return isPlacedRight(lesson(), predict, timeout).value();
    }

    Catalogue catalogue{builtInLessons()};
};

} // namespace

TEST_F(JudgeTest, ALineRunsToItsEndIfItsAwaitResumesOrItsEffectHappens)
{
    EXPECT_EQ(fatesOf(linesAt("buggy", "?timeout=250ms")), "http.make_request +, channel.send -, cache.set -");
    EXPECT_EQ(fatesOf(linesAt("fixed", "?timeout=250ms")), "http.make_request +, cache.set +, channel.send -");
    EXPECT_EQ(fatesOf(linesAt("buggy", "?timeout=100ms")), "http.make_request -, channel.send -, cache.set -");
    EXPECT_EQ(fatesOf(linesAt("buggy", "")), "http.make_request +, channel.send +, cache.set +");
}

TEST_F(JudgeTest, UnderJsRaceEveryLineOfTheLoserRuns)
{
    EXPECT_EQ(fatesOf(linesAt("buggy", "?model=eager&timeout=250ms")),
              "http.make_request +, channel.send +, cache.set +");
}

TEST_F(JudgeTest, ALineIsTheSourcesWithoutItsMark)
{
    const std::vector<AskedLine> lines = askedLinesOf(lesson(), linesAt("buggy", "?timeout=250ms")).value();
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[1].text, "co_await channel.send(response);");
    EXPECT_EQ(lines[2].text, "cache.set(key, response);");
    EXPECT_LT(lines[0].line, lines[1].line);
}

TEST_F(JudgeTest, AVariantThatIsNotShownIsAnError)
{
    const auto lines = askedLinesOf(lesson(), linesAt("fixed", "?variants=buggy"));
    ASSERT_FALSE(lines);
    EXPECT_NE(lines.error().message.find("\"fixed\", which its scenario does not show"), std::string::npos);
}

TEST_F(JudgeTest, EveryPlaceThatMakesTheClaimTrueIsRight)
{
    using namespace std::chrono_literals;
    for (const VirtualDuration timeout : {VirtualDuration{200ms}, VirtualDuration{200'001}, VirtualDuration{299'999}})
        EXPECT_TRUE(isRight("buggy violates obtained-response-is-cached", timeout)) << timeout.count();
    for (const VirtualDuration timeout : {VirtualDuration{0}, VirtualDuration{199'999}, VirtualDuration{300ms}})
        EXPECT_FALSE(isRight("buggy violates obtained-response-is-cached", timeout)) << timeout.count();
}

} // namespace awaitscope
