// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/telling.hpp"
#include "present/outcome/outcome_model.hpp"
#include "support/builtin_catalogue.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

using namespace std::chrono_literals;

class OutcomeModelTest : public testing::Test
{
protected:
    OutcomeModelTest() : lesson(*test::builtInCatalogue().find("alan-caches-requests"))
    {
        Scenario scenario = defaultScenario(lesson);
        scenario.model = CancelModel::drop;
        result = **sweep(lesson, scenario);
    }

    const Lesson& lesson;
    Sweep result;
};

TEST_F(OutcomeModelTest, HasAStripPerVariantInTheLessonsWords)
{
    const auto strips = outcomeMapOf(lesson, result, 400ms);
    ASSERT_EQ(strips.size(), 2u);
    EXPECT_EQ(strips[0].title, "Buggy");
    EXPECT_EQ(strips[1].title, "Fixed");
    ASSERT_EQ(strips[0].segments.size(), 4u);
    EXPECT_EQ(strips[0].segments[0].words, "nothing fetched yet");
    EXPECT_EQ(strips[0].segments[1].words, "lost on its way");
    EXPECT_EQ(strips[0].segments[2].words, "lost");
    EXPECT_EQ(strips[0].segments[3].words, "cached");
}

TEST_F(OutcomeModelTest, HasSegmentsThatMeetToTheMicrosecondAndEndWithTheAxis)
{
    const auto segments = outcomeMapOf(lesson, result, 400ms)[0].segments;
    EXPECT_EQ(segments[0].from, VirtualTime{});
    EXPECT_EQ(segments[0].to, VirtualTime{200ms});
    EXPECT_EQ(segments[1].to, VirtualTime{200'001us});
    EXPECT_EQ(segments[2].from, VirtualTime{200'001us});
    EXPECT_EQ(segments[2].to, VirtualTime{300'001us});
    EXPECT_EQ(segments[3].to, VirtualTime{400ms});
    EXPECT_EQ(segments[2].verdict, Verdict::violated);
    EXPECT_TRUE(segments[1].tip.contains("a timeout of exactly 200 ms")) << segments[1].tip.toStdString();
    EXPECT_TRUE(segments[2].tip.contains("every timeout from 200.001 ms to 300 ms")) << segments[2].tip.toStdString();
}

TEST_F(OutcomeModelTest, LeavesOutWhatLiesPastTheAxis)
{
    const auto segments = outcomeMapOf(lesson, result, 250ms)[0].segments;
    ASSERT_EQ(segments.size(), 3u);
    EXPECT_EQ(segments[2].to, VirtualTime{250ms});
}

TEST_F(OutcomeModelTest, TriesEveryAwaitInEveryVariant)
{
    const AwaitTable table = awaitTableOf(lesson, result);
    EXPECT_EQ(table.titles, (std::vector<QString>{"Buggy", "Fixed"}));
    ASSERT_EQ(table.rows.size(), 4u) << "1, 2, 1+ and 2+";
    EXPECT_EQ(table.rows[0].what, "http.make_request");
    EXPECT_EQ(table.rows[1].what, "channel.send");
    EXPECT_EQ(table.rows[0].cells[0]->verdict, Verdict::notApplicable);
    EXPECT_EQ(table.rows[1].cells[0]->words, "lost");
    EXPECT_EQ(table.rows[1].cells[1]->words, "cached");
    EXPECT_EQ(table.rows[1].cells[1]->variant, "fixed");
}

TEST_F(OutcomeModelTest, GivesTheWindowAfterACompletionARowOfItsOwnWhereThereIsOne)
{
    result.variants[1].awaits[1].completedVerdict.reset();
    const AwaitTable table = awaitTableOf(lesson, result);
    ASSERT_EQ(table.rows.size(), 4u);
    EXPECT_EQ(table.rows[1].window, AwaitWindow::pending);
    const AwaitRow& completed = table.rows[3];
    EXPECT_EQ(completed.number, 2);
    EXPECT_EQ(completed.window, AwaitWindow::completed);
    EXPECT_EQ(completed.cells[0]->words, "lost");
    EXPECT_TRUE(completed.cells[0]->tip.contains("2 channel.send has completed and its coroutine has not been resumed"))
        << completed.cells[0]->tip.toStdString();
    EXPECT_FALSE(completed.cells[1]) << "this variant has no such window";
}

TEST_F(OutcomeModelTest, GivesTheWindowBeforeAFirstStepARowAfterThoseOfTheAwaits)
{
    result.variants[0].starts = {{1, "run", "buggy.cpp", 4, VirtualTime{}, true, true, Verdict::violated, "lost"},
                                 {2, "child", "buggy.cpp", 9, VirtualTime{}, true, false, Verdict::notApplicable},
                                 {3, "other", "buggy.cpp", 9, VirtualTime{}, false, false, Verdict::notApplicable}};
    const AwaitTable table = awaitTableOf(lesson, result);
    ASSERT_EQ(table.rows.size(), 6u) << "what takes its first step at once has no such window";
    EXPECT_TRUE(table.rows[4].isStart);
    EXPECT_EQ(table.rows[4].what, "run");
    EXPECT_EQ(table.rows[4].cells[0]->words, "lost");
    EXPECT_TRUE(table.rows[4].cells[0]->tip.contains("run has been spawned and has not taken its first step"));
    EXPECT_FALSE(table.rows[4].cells[1]);
    EXPECT_EQ(table.rows[5].cells[0]->words, "no timeout fires here");
}

TEST_F(OutcomeModelTest, KeepsAwaitsOfOtherNamesApart)
{
    result.variants[1].awaits[1].what = "channel.flush";
    const AwaitTable table = awaitTableOf(lesson, result);
    ASSERT_EQ(table.rows.size(), 6u);
    EXPECT_FALSE(table.rows[1].cells[1]);
    EXPECT_FALSE(table.rows[2].cells[0]);
}

TEST_F(OutcomeModelTest, HasTheWordOfTheCheckOrOfTheRunAndElseGeneralOnes)
{
    EXPECT_EQ(shortWordsFor(lesson, Verdict::violated, "lost"), "lost");
    EXPECT_EQ(shortWordsFor(lesson, Verdict::violated, ""), "violated");
    result.variants[0].map[1].word = "lost on its way";
    result.variants[0].awaits[1].word = "lost on its way";
    EXPECT_EQ(outcomeMapOf(lesson, result, 400ms)[0].segments[1].words, "lost on its way");
    EXPECT_EQ(awaitTableOf(lesson, result).rows[1].cells[0]->words, "lost on its way");
}

TEST_F(OutcomeModelTest, SaysAWordOfTheRunInTheLessonsLanguage)
{
    Lesson german = toldIn(lesson, "de");
    german.words.add("lost on its way", "unterwegs verloren");
    result.variants[0].map[1].word = "lost on its way";
    EXPECT_EQ(outcomeMapOf(german, result, 400ms)[0].segments[1].words, "unterwegs verloren");
    EXPECT_EQ(outcomeMapOf(german, result, 400ms)[0].segments[3].words, "gespeichert");
}

TEST_F(OutcomeModelTest, KnowsTheRowInWhichTheTimeoutFired)
{
    const AwaitTable table = awaitTableOf(lesson, result);
    const auto rowAt = [&](const std::string& keys) -> std::string {
        const Result<Scenario> scenario =
            parseScenario("awaitscope:alan-caches-requests?" + keys, lesson, defaultScenario(lesson));
        const std::optional<std::size_t> row = firedRow(table, *runScenario(lesson, *scenario));
        return row ? std::to_string(table.rows[*row].number)
                         + (table.rows[*row].window == AwaitWindow::completed ? "+" : "")
                   : "none";
    };
    for (const std::string model : {"&model=asio", "&model=drop", "&model=eager"}) {
        EXPECT_EQ(rowAt("timeout=100ms" + model), "1") << model;
        EXPECT_EQ(rowAt("timeout=250ms" + model), "2") << model;
        EXPECT_EQ(rowAt("await=2+" + model), "2+") << model;
        EXPECT_EQ(rowAt("timeout=none" + model), "none") << model;
        EXPECT_EQ(rowAt("timeout=390ms" + model), "none") << model << ": all is over";
    }
}

TEST_F(OutcomeModelTest, SaysOfTimeoutsThatEndTheRunByAFaultWhatTheyDoAndNoVerdict)
{
    VariantSweep& variant = result.variants.front();
    variant.map[1].verdict = Verdict::notApplicable;
    variant.map[1].word = crashedWord;
    variant.awaits[1].verdict = Verdict::notApplicable;
    variant.awaits[1].word = crashedWord;
    const auto segments = outcomeMapOf(lesson, result, 400ms)[0].segments;
    EXPECT_TRUE(segments[1].isFault);
    EXPECT_EQ(segments[1].words, "fault");
    EXPECT_FALSE(segments[0].isFault);
    const AwaitTable table = awaitTableOf(lesson, result);
    const auto row = std::ranges::find_if(table.rows, [](const AwaitRow& each) { return each.number == 2 && each.window == AwaitWindow::pending; });
    ASSERT_NE(row, table.rows.end());
    EXPECT_TRUE(row->cells[0]->isFault);
    EXPECT_EQ(row->cells[0]->words, "fault");
    EXPECT_FALSE(row->cells[1]->isFault);

    // Where nothing is expected it is one of the outcomes.
    variant.outcomeParts = {{{.kind = OutcomePart::Kind::crashed, .line = 6}}, {{.kind = OutcomePart::Kind::finished}}};
    variant.outcomeWords = {"crashed in line 6", "finished"};
    variant.outcomes = {{VirtualDuration{}, VirtualDuration{99}, 1}, {VirtualDuration{100}, std::nullopt, 0}};
    const auto outcomes = outcomeMapOf(lesson, result, 400ms)[0].segments;
    EXPECT_FALSE(outcomes[0].isFault);
    EXPECT_TRUE(outcomes[1].isFault);
    EXPECT_EQ(outcomes[1].words, "fault in line 6");
    EXPECT_EQ(outcomes[1].shorter.front(), "fault");
}

TEST(OutcomeWordsInBrief, LeaveOutWhatDidNotHappenUnlessTwoWouldBeCalledAlike)
{
    using enum OutcomePart::Kind;
    const std::vector<OutcomePart> missed{{.kind = effect, .text = "paid", .isMissing = true}};
    const std::vector<OutcomePart> paid{{.kind = effect, .text = "paid"}, {.kind = effect, .text = "stored", .isMissing = true}};
    const std::vector<OutcomePart> eof{{.kind = threw, .text = "eof"}};
    const std::vector<OutcomePart> noMemory{{.kind = threw, .text = "bad_alloc"}};
    using Words = std::vector<QStringList>;
    EXPECT_EQ(shorterOutcomeWordsFor({missed, paid, eof}), (Words{{"not paid", "not paid"}, {"paid", "paid"}, {"threw", "threw"}}));
    EXPECT_EQ(shorterOutcomeWordsFor({eof, noMemory}), (Words{{"threw eof", "threw"}, {"threw bad_alloc", "threw"}}));
    const std::vector<OutcomePart> fault{{.kind = crashed, .line = 6}};
    EXPECT_EQ(shorterOutcomeWordsFor({paid, fault}), (Words{{"paid", "paid"}, {"fault", "fault"}}));
    EXPECT_EQ(outcomeWordsFor({{.kind = effect, .text = "called", .count = 3}}), "called ×3");
}

} // namespace awaitscope
