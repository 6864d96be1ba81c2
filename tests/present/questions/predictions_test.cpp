// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/code/asked_code.hpp"
#include "present/outcome/outcome_model.hpp"
#include "present/questions/scope_cover.hpp"
#include "present/session/session.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include <algorithm>

namespace awaitscope {

using namespace std::chrono_literals;

namespace {

/// Scenes of Alan's story, by what they ask.
constexpr int weeksLater = 3;
constexpr int printlnScene = 4;
constexpr int barbara = 5;
constexpr int theFix = 6;

class PredictionsTest : public testing::Test
{
protected:
    const Predict& question(const std::string& id)
    {
        for (const Predict* const predict : Predictions::questionsOf(session.lesson())) {
            if (predict->id == id)
                return *predict;
        }
        throw std::logic_error("no question " + id);
    }

    QuestionProgress stateOf(const std::string& id)
    {
        return session.predictions().stateOf(session.lesson(), question(id));
    }

    QString judgement(const std::string& id)
    {
        const Judgement judgement = judgementOf(session.lesson(), question(id), session.predictions());
        EXPECT_EQ(judgement.isRight, judgement.words.startsWith("**✓ Right.**")) << judgement.words.toStdString();
        return judgement.words;
    }

    ScopeModel scope(std::size_t variant = 0)
    {
        ScopeModel model =
            scopeOf(session.run().variants.at(variant), session.playback().position(), session.run().axis);
        coverScope(model, session.cover());
        return model;
    }

    VirtualDuration position() { return session.playback().position().time_since_epoch(); }

    Session session{test::builtInCatalogue()};
};

} // namespace

TEST_F(PredictionsTest, ASceneThatAsksNothingCoversNothing)
{
    for (const int scene : {0, 1, 2}) {
        session.setScene(scene);
        EXPECT_EQ(session.cover(), Cover{}) << scene;
        EXPECT_EQ(session.openQuestion(), nullptr);
        EXPECT_TRUE(session.playback().isAtEnd());
    }
}

TEST_F(PredictionsTest, AnOpenQuestionKeepsThePlayheadBeforeTheTimeout)
{
    session.setScene(printlnScene);
    EXPECT_EQ(position(), 200ms) << "the response is there, and what comes of it is not seen";
    QSignalSpy answerFirst(&session, &Session::answerFirst);
    session.playback().toNextStep();
    session.playback().toEnd();
    session.playback().setPosition(VirtualTime{399ms});
    EXPECT_EQ(position(), 200ms);
    EXPECT_EQ(answerFirst.count(), 3);
    session.playback().toPreviousStep();
    EXPECT_EQ(position(), 0ms) << "back is as free as ever";
}

TEST_F(PredictionsTest, NothingOfWhatIsCoveredIsInTheScope)
{
    for (const int scene : {weeksLater, printlnScene, theFix}) {
        session.setScene(scene);
        ASSERT_TRUE(session.cover().limit) << scene;
        const VirtualTime limit = *session.cover().limit;
        for (std::size_t variant = 0; variant < session.run().variants.size(); ++variant) {
            const ScopeModel model = scope(variant);
            EXPECT_FALSE(model.verdict.verdict);
            EXPECT_EQ(model.verdict.main, "?  Predict first");
            EXPECT_EQ(model.verdict.client, "");
            EXPECT_EQ(model.coveredFrom, limit);
            for (const ScopeLane& lane : model.lanes) {
                EXPECT_TRUE(lane.ghosts.empty());
                for (const ScopeSpan& span : lane.spans) {
                    EXPECT_LE(span.end, limit) << "an outline tells where it ends";
                    EXPECT_FALSE(span.isCut());
                }
                for (const ScopeEffect& effect : lane.effects)
                    EXPECT_TRUE(!effect.lost && effect.at <= limit);
                for (const ScopeNote& note : lane.notes)
                    EXPECT_LE(note.at, limit);
            }
        }
    }
}

TEST_F(PredictionsTest, TheOutcomeMapAndTheTableAreCoveredToo)
{
    session.setScene(printlnScene);
    ASSERT_TRUE(test::waitFor([this] { return session.sweep().has_value(); }));
    for (const OutcomeStrip& strip : outcomeMapOf(session)) {
        EXPECT_TRUE(strip.isCovered);
        EXPECT_TRUE(strip.segments.empty());
    }
    const AwaitTable table = awaitTableOf(session);
    ASSERT_FALSE(table.rows.empty());
    for (const AwaitRow& row : table.rows) {
        for (const std::optional<TriedAwait>& cell : row.cells) {
            if (cell) {
                EXPECT_EQ(cell->words, "?");
                EXPECT_EQ(cell->verdict, Verdict::notApplicable);
            }
        }
    }
    session.answer(question("missing-line"), 2);
    EXPECT_FALSE(outcomeMapOf(session).front().isCovered);
    EXPECT_NE(awaitTableOf(session).rows.front().cells.front()->words, "?");
}

TEST_F(PredictionsTest, NeitherANeighbouringTimeoutNorAnotherModelGivesItAway)
{
    session.setScene(printlnScene);
    for (const VirtualDuration timeout : {VirtualDuration{150ms}, VirtualDuration{260ms}, VirtualDuration{390ms}}) {
        session.setTimeout(timeout);
        EXPECT_TRUE(session.cover().run) << timeout.count();
        EXPECT_LT(position(), timeout);
    }
    session.setTimeout(NoTimeout{});
    EXPECT_TRUE(session.cover().run);
    EXPECT_FALSE(session.playback().isAtEnd());
}

TEST_F(PredictionsTest, WhatIsNotAskedAboutIsNotCovered)
{
    session.setScene(barbara); // asks about JS race alone
    EXPECT_EQ(session.cover(), Cover{});
    session.setModel(CancelModel::eager);
    EXPECT_TRUE(session.cover().run);
    session.setModel(CancelModel::drop);
    EXPECT_EQ(session.cover(), Cover{});
    EXPECT_TRUE(session.playback().isAtEnd()) << "who had gone to the end is at the end";
}

TEST_F(PredictionsTest, AnAnswerUncoversItAndShowsWhatWasAskedAbout)
{
    session.setScene(weeksLater);
    session.answer(question("slow-client"), 0);
    session.answer(question("slow-client"), 2);
    EXPECT_EQ(session.scenario().parameters.at("client"), VirtualDuration{200ms});
    EXPECT_EQ(session.cover(), Cover{});
    EXPECT_TRUE(session.playback().isAtEnd());
    EXPECT_TRUE(judgement("slow-client").startsWith("**Not quite. Right is: “v1, three weeks old”.** v2 was there"));
    EXPECT_FALSE(stateOf("slow-client").isRight);

    session.answer(question("slow-client"), 1);
    EXPECT_TRUE(judgement("slow-client").startsWith("**✓ Right.** v2 was there"));
    EXPECT_TRUE(stateOf("slow-client").isRight);
    EXPECT_EQ(stateOf("slow-client").tries, 3);

    session.answer(question("slow-client"), 2);
    EXPECT_TRUE(stateOf("slow-client").isRight) << "what was reached is not taken away";
}

TEST_F(PredictionsTest, WhoChoosesWrongMayChooseAgainAndIsToldNothing)
{
    session.setScene(weeksLater);
    session.answer(question("slow-client"), 0);
    EXPECT_TRUE(session.cover().run);
    EXPECT_TRUE(session.cover().map);
    EXPECT_FALSE(session.predictions().isSettled(session.lesson(), question("slow-client")));
    EXPECT_EQ(judgement("slow-client"), "**Not “v2, a little late”.** You have another try.");
    session.answer(question("slow-client"), 1);
    EXPECT_TRUE(judgement("slow-client").startsWith("**✓ Right.**"));
    EXPECT_EQ(session.cover(), Cover{});

    session.setScene(theFix);
    session.answer(question("nothing-to-lose"), 0);
    EXPECT_TRUE(session.predictions().isSettled(session.lesson(), question("nothing-to-lose"))) << "of two, only the right one is left";
}

TEST_F(PredictionsTest, WhoAsksForTheAnswerAfterAWrongChoiceGetsItAsTheAnswer)
{
    session.setScene(weeksLater);
    session.answer(question("slow-client"), 0);
    session.showAnswer(question("slow-client"));
    EXPECT_TRUE(judgement("slow-client").startsWith("**The answer: “v1, three weeks old”.**"));
}

TEST_F(PredictionsTest, ASceneBeginsWithWhatItsFirstQuestionAsksAboutOrIsSetUpForIt)
{
    for (const Lesson& lesson : test::builtInCatalogue().lessons()) {
        for (int scene = 0; scene < static_cast<int>(lesson.story.scenes.size()); ++scene) {
            session.setLesson(QString::fromStdString(lesson.slug), scene);
            const std::vector<const Predict*> asked = Predictions::questionsOf(lesson, scene, session.scenario().model);
            if (asked.empty() || isTask(asked.front()->kind))
                continue;
            // Many are asked at the end of their scene, after something else has been shown: the window offers to set them up.
            const bool isAtOnce = lesson.slug == "alan-caches-requests" && scene != barbara;
            if (!isAtOnce && !Predictions::isSetUp(lesson, *asked.front(), session.scenario()))
                session.setUp(*asked.front());
            EXPECT_TRUE(Predictions::isSetUp(lesson, *asked.front(), session.scenario())) << lesson.slug << ' ' << asked.front()->id;
        }
    }
}

TEST_F(PredictionsTest, TheQuestionAtHandIsTheOneAboutWhatIsShown)
{
    session.setScene(weeksLater);
    EXPECT_EQ(session.questionAtHand(), &question("slow-client"));
    session.setParameter("client", 100ms);
    EXPECT_EQ(session.questionAtHand(), &question("lose-it"));
    session.setParameter("client", 300ms);
    EXPECT_EQ(session.questionAtHand(), &question("slow-client")) << "the first";
}

TEST_F(PredictionsTest, AnyPlaceThatMakesItTrueIsRightAndAWrongOneKeepsTheMapCovered)
{
    session.setScene(weeksLater);
    session.setUp(question("lose-it"));
    session.setTimeout(VirtualDuration{150ms});
    session.answerPlace(question("lose-it"));
    EXPECT_FALSE(stateOf("lose-it").isRight);
    EXPECT_FALSE(session.cover().run) << "what came of it is seen";
    EXPECT_TRUE(session.cover().map);
    EXPECT_TRUE(session.playback().isAtEnd());
    EXPECT_TRUE(judgement("lose-it").startsWith("**Not with 150 ms.**"));

    session.setTimeout(VirtualDuration{250ms});
    EXPECT_TRUE(session.cover().run) << "whoever only looked about would find the place";
    session.setTimeout(VirtualDuration{150ms});
    EXPECT_FALSE(session.cover().run) << "what was fired is seen";

    session.setTimeout(VirtualDuration{299'999});
    session.answerPlace(question("lose-it"));
    EXPECT_TRUE(stateOf("lose-it").isRight);
    EXPECT_EQ(session.cover(), Cover{});
    EXPECT_TRUE(judgement("lose-it").startsWith("**✓ Right.**"));
    EXPECT_EQ(session.scenario().timeout, Timeout{VirtualDuration{299'999}});
}

TEST_F(PredictionsTest, WithoutATimeoutThereIsNothingToPlace)
{
    session.setScene(weeksLater);
    session.setTimeout(NoTimeout{});
    QSignalSpy failed(&session, &Session::failed);
    session.answerPlace(question("lose-it"));
    EXPECT_EQ(failed.count(), 1);
    EXPECT_EQ(stateOf("lose-it").tries, 0);
}

TEST_F(PredictionsTest, LinesAreMarkedInTheCodeAndJudgedByTheRun)
{
    session.setScene(theFix);
    const Predict& lines = question("fixed-lines");
    EXPECT_EQ(lineQuestionFor(session, "fixed"), &lines);
    EXPECT_EQ(lineQuestionFor(session, "buggy"), nullptr);
    EXPECT_EQ(position(), 0ms) << "of lines that run nothing is seen before";

    const std::vector<AskedLine>& asked = session.predictions().linesOf(session.lesson(), lines);
    ASSERT_EQ(asked.size(), 3U);
    toggleAskedLine(session, lines, asked[0].line);
    toggleAskedLine(session, lines, asked[2].line);
    toggleAskedLine(session, lines, 1); // not asked about
    CodePicture picture;
    askForLines(picture, session, lines);
    EXPECT_TRUE(picture.lines[asked[0].line].isMarked);
    EXPECT_FALSE(picture.lines[asked[1].line].isMarked);
    EXPECT_EQ(picture.lines.size(), 3U);

    session.answerLines(lines);
    EXPECT_FALSE(stateOf("fixed-lines").isRight);
    EXPECT_TRUE(judgement("fixed-lines").startsWith("**Not quite. Right is: `http.make_request`, `cache.set`.**"));
    EXPECT_EQ(lineQuestionFor(session, "fixed"), nullptr) << "the code shows the run now";

    toggleAskedLine(session, lines, asked[2].line);
    toggleAskedLine(session, lines, asked[1].line);
    session.answerLines(lines);
    EXPECT_TRUE(stateOf("fixed-lines").isRight);
}

TEST_F(PredictionsTest, WhatWasAnsweredIsSeenThoughAnotherQuestionIsOpenAboutItsLike)
{
    session.setScene(theFix);
    session.answerLines(question("fixed-lines"));
    EXPECT_EQ(session.openQuestion(), &question("nothing-to-lose"));
    EXPECT_FALSE(session.cover().run);
    EXPECT_TRUE(session.cover().map);
    session.setTimeout(VirtualDuration{251ms});
    EXPECT_TRUE(session.cover().run) << "a neighbour is covered as before";
    session.answer(question("nothing-to-lose"), 0);
    EXPECT_EQ(session.cover(), Cover{});
}

TEST_F(PredictionsTest, TheAnswerCanBeAskedForAndPlayed)
{
    session.setScene(printlnScene);
    session.showAnswer(question("missing-line"));
    EXPECT_EQ(session.cover(), Cover{});
    EXPECT_TRUE(judgement("missing-line").startsWith("**The answer: “cached v2”.**"));
    EXPECT_EQ(stateOf("missing-line").tries, 0);
    EXPECT_EQ(session.openQuestion(), nullptr);

    session.playAnswer(question("missing-line"));
    EXPECT_TRUE(session.playback().isPlaying());
    EXPECT_EQ(position(), 200ms) << "from where it was covered on";

    session.setScene(weeksLater);
    session.showAnswer(question("lose-it"));
    EXPECT_EQ(session.run().timeout, VirtualDuration{250ms}) << "the author's example";
    EXPECT_TRUE(judgement("lose-it").startsWith("**The answer: 250 ms, for example.**"));
}

TEST_F(PredictionsTest, HintsComeOneByOneAndEnd)
{
    session.setScene(weeksLater);
    const Predict& predict = question("slow-client");
    ASSERT_EQ(predict.hints.size(), 2U);
    for (const int expected : {1, 2, 2}) {
        session.predictions().showHint(session.lesson(), predict);
        EXPECT_EQ(stateOf("slow-client").hints, expected);
    }
    EXPECT_TRUE(session.cover().map) << "a hint uncovers nothing";
}

TEST_F(PredictionsTest, ALinkThatSaysAllShowsItUntilAnotherSceneIsEntered)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?variants=buggy&timeout=250ms"));
    EXPECT_EQ(session.scene(), printlnScene);
    EXPECT_EQ(session.cover(), Cover{});
    session.setScene(theFix);
    session.setScene(printlnScene);
    EXPECT_TRUE(session.cover().run);
}

TEST_F(PredictionsTest, ProgressSpeaksOfScenesAndQuestions)
{
    EXPECT_EQ(progressWords(session.lesson(), session.predictions().progress()),
              "1 of 7 scenes seen, 0 of 8 questions right");
    session.setScene(weeksLater);
    session.answer(question("slow-client"), 1);
    session.setScene(printlnScene);
    EXPECT_EQ(progressWords(session.lesson(), session.predictions().progress()),
              "3 of 7 scenes seen, 1 of 8 questions right");
    EXPECT_EQ(session.predictions().progress().lessons.at("alan-caches-requests").scene, printlnScene);
}


TEST_F(PredictionsTest, EveryAuthorsAnswerIsRightAndCanBeGiven)
{
    for (const Predict* const predict : Predictions::questionsOf(session.lesson())) {
        Predictions predictions;
        switch (predict->kind) {
        case PredictKind::choice:
            EXPECT_TRUE(predictions.answer(session.lesson(), *predict, predict->right)) << predict->id;
            break;
        case PredictKind::lines:
            for (const std::string& name : predict->runs)
                predictions.markLine(session.lesson(), *predict, name, true);
            EXPECT_TRUE(predictions.answerLines(session.lesson(), *predict)) << predict->id;
            break;
        case PredictKind::place:
            EXPECT_TRUE(
                predictions.answerPlace(session.lesson(), *predict, tryParseDuration(predict->example).value()))
                << predict->id;
            break;
        case PredictKind::fix:
        case PredictKind::order:
            predictions.answerTask(session.lesson(), *predict, true, predictions.presentation()); // judged in tests of TaskJudge
            break;
        }
        EXPECT_TRUE(predictions.isSettled(session.lesson(), *predict));
    }
}

} // namespace awaitscope
