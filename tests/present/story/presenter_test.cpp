// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/row_plan.hpp"
#include "present/session/comparison.hpp"
#include "present/session/session.hpp"
#include "present/story/presenter.hpp"
#include "support/builtin_catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace awaitscope {

using namespace std::chrono_literals;

namespace {

class PresenterTest : public testing::Test
{
protected:
    VirtualDuration position() { return session.playback().position().time_since_epoch(); }
    int lastScene() { return static_cast<int>(session.lesson().story.scenes.size()) - 1; }

    Session session{test::builtInCatalogue()};
    Presenter presenter{session};
};

} // namespace

TEST_F(PresenterTest, PresentsWhatIsThereFromItsStart)
{
    session.setScene(2);
    session.setTimeout(VirtualDuration{123ms});
    presenter.start();
    EXPECT_EQ(session.scene(), 2);
    EXPECT_EQ(position(), 0ms);
    EXPECT_EQ(session.run().timeout, VirtualDuration{123ms}) << "it was prepared";
    EXPECT_EQ(presenter.title(), "A timeout");
    EXPECT_EQ(presenter.place(), "3 / 7");
    EXPECT_EQ(presenter.subtitle(), "The caller adds a limit. Not a line of get_response changes.");
    EXPECT_EQ(presenter.meaning(), "Asio cancel");
}

TEST_F(PresenterTest, AMomentThatWasPreparedIsWhereItBegins)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?model=drop&client=300ms&timeout=400ms&time=200ms"));
    const QString prepared = session.scenarioString();
    presenter.start();
    EXPECT_EQ(session.scenarioString(), prepared);
    presenter.restart();
    EXPECT_EQ(position(), 0ms) << "the scene as its author set it up is one key away";
    EXPECT_EQ(session.scenario().model, CancelModel::asio);
}

TEST_F(PresenterTest, LeavingBringsBackExactlyWhatWas)
{
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=250ms"));
    ASSERT_FALSE(session.cover().run) << "a link that says all covers nothing";
    session.timeWindow().zoom(2, VirtualTime{250ms});
    session.playback().setPosition(VirtualTime{230ms});
    session.comparison().fork();
    const Cover cover = session.cover();
    const QString prepared = session.scenarioString();
    const int scene = session.scene();
    const VirtualTime from = session.timeWindow().from();
    presenter.start();
    for (int i = 0; i < 12; ++i)
        presenter.forward();
    session.setScene(6);
    session.setMoment(1);
    session.setNextModel();
    session.playback().play();
    presenter.stop();
    EXPECT_EQ(session.scenarioString(), prepared);
    EXPECT_EQ(session.scene(), scene);
    EXPECT_EQ(session.cover(), cover);
    EXPECT_EQ(session.timeWindow().from(), from);
    EXPECT_FALSE(session.timeWindow().isWhole());
    EXPECT_FALSE(session.playback().isPlaying());
    ASSERT_TRUE(session.comparison().origin()) << "nor is the earlier run gone";
}

TEST_F(PresenterTest, OnLeadsThroughEveryStepOfEverySceneAndBackReturns)
{
    presenter.start();
    int presses = 0;
    while (session.scene() < lastScene() && presses < 200) {
        const int scene = session.scene();
        const VirtualDuration before = position();
        presenter.forward();
        ++presses;
        EXPECT_TRUE(session.scene() != scene || position() >= before || position() == 0ms) << "what the next question asks";
        EXPECT_LE(session.scene(), scene + 1);
        if (session.scene() != scene) {
            EXPECT_EQ(position(), 0ms) << "a scene begins at its start";
        }
    }
    EXPECT_LT(presses, 200);
    QString said;
    for (int i = 0; i < 30 && said != "This was the last scene."; ++i)
        said = presenter.forward();
    EXPECT_EQ(said, "This was the last scene.");
    EXPECT_EQ(session.openQuestion(), nullptr) << "a clicker alone has revealed all";
    for (int i = 0; i < 100 && (session.scene() > 0 || position() > 0ms); ++i)
        presenter.back();
    EXPECT_EQ(session.scene(), 0);
    EXPECT_EQ(presenter.back(), "This is the first scene.");
}

TEST_F(PresenterTest, TheQuestionThatCoversWhatIsShownStandsOnTheSlide)
{
    EXPECT_FALSE(presenter.question()) << "on a desk it is in the story";
    presenter.start();
    EXPECT_FALSE(presenter.question()) << "this scene asks nothing";
    session.setScene(4);
    ASSERT_TRUE(presenter.question());
    QuestionSlide slide = *presenter.question();
    EXPECT_EQ(slide.question, "The timeout fires at 250 ms. Which line does the console lack?");
    ASSERT_EQ(slide.answers.size(), 3U);
    EXPECT_EQ(slide.answers[0], (QuestionSlide::Answer{"A", "miss user/42"}));
    EXPECT_EQ(slide.answers[2].letter, "C");
    EXPECT_EQ(slide.outcome, "") << "nothing is told yet";
    for (const QuestionSlide::Answer& answer : slide.answers)
        EXPECT_FALSE(answer.isRight);
    presenter.reveal();
    ASSERT_TRUE(presenter.question()) << "the answer is there to be read";
    slide = *presenter.question();
    EXPECT_FALSE(slide.isOpen);
    EXPECT_TRUE(slide.answers[2].isRight);
    EXPECT_FALSE(slide.answers[0].isRight);
    EXPECT_EQ(slide.outcome, "It shows “got v2” and then “timeout”.") << "the first sentence of the explanation";
    presenter.reveal();
    ASSERT_TRUE(presenter.isMapShown());
    EXPECT_FALSE(presenter.question());
    session.setScene(0);
    EXPECT_FALSE(presenter.question());
    presenter.stop();
    EXPECT_FALSE(presenter.question());
}

TEST_F(PresenterTest, ASceneBeginsWithWhatItsFirstQuestionAsksAbout)
{
    presenter.start();
    session.setScene(3);
    ASSERT_TRUE(presenter.question());
    EXPECT_TRUE(presenter.question()->question.startsWith("The client takes 200 ms"));
    EXPECT_EQ(session.scenario().parameters.at("client"), VirtualDuration{200ms}) << "its run is on the screen while it is read";
    EXPECT_EQ(position(), 0ms);
    presenter.reveal();
    session.playback().toEnd();
    presenter.forward();
    ASSERT_TRUE(presenter.question());
    EXPECT_TRUE(presenter.question()->question.startsWith("For a fast client"));
    EXPECT_TRUE(presenter.question()->task.contains("type it with T")) << "there is no letter to choose: it says what to do";
    EXPECT_TRUE(presenter.question()->answers.empty());
    presenter.reveal();
    EXPECT_TRUE(presenter.question()->outcome.startsWith("✓ 250 ms, for example. From 200 ms on v2 is there"));
    EXPECT_EQ(presenter.question()->task, "");
    session.setTimeout(VirtualDuration{150ms});
    EXPECT_FALSE(presenter.question()) << "beside another run its answer would be read as a word on that one";
    session.setTimeout(VirtualDuration{250ms});
    EXPECT_TRUE(presenter.question());
    session.setScene(6);
    EXPECT_TRUE(presenter.question()->task.contains("marks one"));
    presenter.reveal();
    EXPECT_TRUE(presenter.question()->outcome.startsWith("✓ http.make_request, cache.set. The timeout still ends"));
}

TEST_F(PresenterTest, AQuestionIsAskedBeforeItIsAnswered)
{
    presenter.start();
    session.setScene(5);
    EXPECT_FALSE(presenter.question()) << "what is shown first is not what it asks about";
    presenter.reveal();
    ASSERT_TRUE(presenter.question());
    EXPECT_TRUE(presenter.question()->isOpen);
    EXPECT_EQ(presenter.meaning(), "JS race");
    presenter.reveal();
    EXPECT_FALSE(presenter.question()->isOpen);
}

TEST_F(PresenterTest, LettersShowWhatTheRoomSaysAndRevealNothing)
{
    presenter.start();
    EXPECT_EQ(presenter.lettersToVoteFor(), 0);
    presenter.vote(0);
    session.setScene(4);
    EXPECT_EQ(presenter.lettersToVoteFor(), 3);
    presenter.vote(1);
    EXPECT_TRUE(presenter.question()->answers[1].isVoted);
    EXPECT_TRUE(presenter.question()->isOpen);
    EXPECT_TRUE(session.cover().run);
    presenter.vote(0);
    EXPECT_TRUE(presenter.question()->answers[0].isVoted);
    EXPECT_FALSE(presenter.question()->answers[1].isVoted);
    presenter.vote(0);
    EXPECT_FALSE(presenter.question()->answers[0].isVoted) << "the same once more takes it back";
    presenter.vote(7);
    presenter.vote(1);
    presenter.reveal();
    EXPECT_EQ(presenter.lettersToVoteFor(), 0);
    EXPECT_TRUE(presenter.question()->answers[1].isVoted) << "beside the right one";
    presenter.restart();
    EXPECT_FALSE(presenter.question()->answers[1].isVoted);
}

TEST_F(PresenterTest, NoAnswerIsRevealedByOnePressTooMany)
{
    session.setScene(4);
    presenter.start();
    presenter.forward();
    EXPECT_EQ(position(), 200ms);
    EXPECT_TRUE(presenter.forward().startsWith("Covered."));
    EXPECT_TRUE(session.cover().run);
    presenter.back();
    presenter.forward();
    EXPECT_TRUE(presenter.forward().startsWith("Covered.")) << "it has to be twice in a row";
    EXPECT_EQ(presenter.forward(), "");
    EXPECT_FALSE(session.cover().run);
}

TEST_F(PresenterTest, WhatThePresenterHasAnsweredBeforeIsCoveredAndKept)
{
    session.setScene(4);
    session.answer(*session.openQuestion(), 2);
    const Progress before = session.predictions().progress();
    presenter.start();
    EXPECT_TRUE(session.cover().run);
    presenter.reveal();
    EXPECT_FALSE(session.cover().run);
    EXPECT_EQ(session.predictions().kept(), before) << "a presentation is no progress";
    presenter.restart();
    EXPECT_TRUE(session.cover().run) << "one key back to the start, answers and all";
    presenter.stop();
    EXPECT_EQ(session.predictions().progress(), before);
    EXPECT_FALSE(session.cover().run);
}

TEST_F(PresenterTest, TheMapIsShownOnceThereIsNothingElseToReveal)
{
    presenter.start();
    EXPECT_FALSE(presenter.isMapShown());
    presenter.reveal();
    EXPECT_TRUE(presenter.isMapShown());
    presenter.forward();
    EXPECT_TRUE(presenter.isMapShown());
    session.setScene(1);
    EXPECT_FALSE(presenter.isMapShown());
}

TEST_F(PresenterTest, ABlankScreenIsBroughtBackByAnyOfItsKeysWhichDoNothingElse)
{
    presenter.start();
    for (QString (Presenter::*key)() :
         {&Presenter::forward, &Presenter::back, &Presenter::reveal, &Presenter::restart}) {
        presenter.toggleBlank();
        EXPECT_TRUE(presenter.isBlank());
        (presenter.*key)();
        EXPECT_FALSE(presenter.isBlank());
        EXPECT_EQ(position(), 0ms);
        EXPECT_FALSE(presenter.isMapShown());
    }
}

TEST_F(PresenterTest, SetPiecesAreMomentsOfTheSceneAsItsAuthorSetItUp)
{
    session.setScene(3);
    session.setParameter("downstream", 700ms);
    EXPECT_TRUE(session.setMoment(1));
    EXPECT_EQ(session.scenario().parameters.at("downstream"), VirtualDuration{200ms}) << "of the scene, not of what one did";
    EXPECT_EQ(session.scenario().parameters.at("client"), VirtualDuration{200ms});
    EXPECT_TRUE(session.cover().run) << "and they give no answer away";
    EXPECT_FALSE(session.setMoment(9));
    EXPECT_FALSE(session.setMoment(-1));
    for (const Scene& scene : session.lesson().story.scenes)
        EXPECT_GE(scene.setPieces.size(), 3U) << scene.title;
}

TEST_F(PresenterTest, ThePlanOfAPresentationFillsTheScreenWithoutOverlap)
{
    for (const int height : {600, 720, 1080, 1440}) {
        for (const int scopes : {1, 2, 3}) {
            for (const PresentedRows& rows : {PresentedRows{}, PresentedRows{.caller = true}, PresentedRows{.map = true}}) {
                const double scale = height / 675.0;
                const RowPlan plan = planPresentation(height, 54, scopes, scale, rows);
                EXPECT_EQ(plan.caller.height > 0, rows.caller);
                int y = std::max(54, plan.caller.bottom());
                for (const Row& row : plan.scopes) {
                    EXPECT_GE(row.top, y);
                    EXPECT_GT(row.height, 0);
                    y = row.bottom();
                }
                EXPECT_GE(plan.ruler.top, y);
                EXPECT_EQ(plan.map.height > 0, rows.map);
                EXPECT_GE(plan.map.top, plan.ruler.bottom());
                EXPECT_GE(plan.sentence.top, plan.map.bottom());
                EXPECT_GE(plan.transport.top, plan.sentence.bottom());
                EXPECT_LE(plan.transport.bottom(), height);
            }
        }
    }
}

TEST_F(PresenterTest, TheTransportGivesWayWhereTheScopesHaveTooLittle)
{
    const int least = leastPresentedHeight(54, 3, 1, {});
    EXPECT_GT(planPresentation(least, 54, 3, 1, {}).transport.height, 0);
    EXPECT_EQ(planPresentation(least - 10, 54, 3, 1, {}).transport.height, 0);
    EXPECT_GE(planPresentation(least - 10, 54, 3, 1, {}).scopes.front().height, planPresentation(least, 54, 3, 1, {}).scopes.front().height);
}

TEST_F(PresenterTest, CodeHasAllTheHeightBesideAConsoleThatIsNotCut)
{
    for (const bool code : {true, false}) {
        const RowPlan plan = planPresentedSide(700, 54, 2, 1, {.caller = true, .code = code, .console = 110, .table = 150});
        EXPECT_EQ(plan.console.height, 110);
        EXPECT_EQ(plan.table.height, 150);
        EXPECT_EQ(plan.caller.height > 0, code) << "a caller's code is code";
        EXPECT_GE(plan.table.top, plan.console.bottom());
        EXPECT_LE(plan.table.bottom(), 700);
        EXPECT_EQ(plan.scopes.front().height > 0, code);
        if (code) {
            EXPECT_GT(plan.scopes.front().top, plan.caller.bottom());
            EXPECT_GT(plan.console.top, plan.scopes.back().bottom());
            EXPECT_LT(plan.console.top - plan.scopes.back().bottom(), 20) << "and nothing is left unused";
        }
    }
}

} // namespace awaitscope
