// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said of the lines that somebody put in order, without a window and without a compiler.
#include "present/editing/task_judge.hpp"

#include "present/editing/edits.hpp"
#include "present/session/session.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <stdexcept>

namespace awaitscope {

namespace {

const Predict& theOrder(const Lesson& lesson)
{
    for (const Scene& scene : lesson.story.scenes) {
        for (const StoryBlock& block : scene.blocks) {
            if (block.predict && block.predict->kind == PredictKind::order)
                return *block.predict;
        }
    }
    throw std::logic_error("No lines are asked for.");
}

Installation withoutCompiler()
{
    Installation installation = Installation::of("/proc/self/exe");
    installation.compiler = "/nowhere/c++";
    return installation;
}

class TaskJudgeTest : public testing::Test
{
protected:
    TaskJudgeTest()
    {
        qunsetenv("CXX");
        qputenv("PATH", "/nowhere");
    }
    ~TaskJudgeTest() override { qputenv("PATH", m_path); }

    QString wordsOf(const std::vector<int>& laid)
    {
        session.predictions().lay(session.lesson(), predict, laid);
        tasks.check(predict);
        EXPECT_TRUE(test::waitFor([this] { return !tasks.isAtWork() && !session.isRunning(); }));
        return tasks.judgement(predict).words;
    }

    int tries() { return session.predictions().stateOf(session.lesson(), predict).tries; }

    QTemporaryDir folder;
    Session session{test::builtInCatalogue()};
    const Predict& predict = theOrder(session.lesson());
    TaskJudge tasks{session};

private:
    QByteArray m_path = qgetenv("PATH");
};

} // namespace

TEST_F(TaskJudgeTest, ARightOrderIsRightInAllOfItsRuns)
{
    const QString words = wordsOf(predict.orders.front());
    EXPECT_TRUE(words.startsWith("**✓ Right**, in all of ")) << words.toStdString();
    EXPECT_TRUE(tasks.judgement(predict).isRight);
    EXPECT_TRUE(session.predictions().stateOf(session.lesson(), predict).isRight);
}

TEST_F(TaskJudgeTest, TheBugIsToldWithTheRunThatShowsIt)
{
    const QString words = wordsOf({1, 0, 4});
    EXPECT_TRUE(words.startsWith("**Not yet.** When the timeout fires at ")) << words.toStdString();
    EXPECT_TRUE(words.contains("[See it happen](awaitscope:alan-caches-requests?")) << words.toStdString();
    EXPECT_FALSE(tasks.judgement(predict).isRight);
    EXPECT_EQ(tries(), 1);
}

TEST_F(TaskJudgeTest, NothingIsCheckedThatWouldAnswerAPredictionOfItsScene)
{
    constexpr int whatBarbaraSees = 5;
    EXPECT_FALSE(wordsOf({1, 0, 4}).isEmpty());
    session.setScene(whatBarbaraSees);
    ASSERT_TRUE(session.openPrediction());
    EXPECT_FALSE(tasks.canCheck());
    EXPECT_EQ(tasks.judgement(predict).words, "") << "what was said before would answer it, too";
    EXPECT_EQ(wordsOf(predict.orders.front()), "");
    EXPECT_EQ(tries(), 1) << "nothing was run";
    while (const Predict* const open = session.openPrediction())
        session.showAnswer(*open);
    EXPECT_TRUE(tasks.canCheck());
    EXPECT_NE(wordsOf(predict.orders.front()), "");
}

TEST_F(TaskJudgeTest, WithoutAnyLineThereIsNothingToJudge)
{
    EXPECT_EQ(wordsOf({}), "No line lies there yet.");
    EXPECT_EQ(tries(), 0);
}

TEST_F(TaskJudgeTest, AnOrderThatOnlyACompilerCouldTryIsNoTry)
{
    EXPECT_EQ(wordsOf({1, 0}), "This is none of the orders that are known to be right, and no other can be tried here.") << "nothing can be edited";
    Edits edits{session, std::make_shared<Workbench>(withoutCompiler()), folder.path().toStdString()};
    tasks.allowEditing(edits);
    const QString words = wordsOf({1, 0});
    EXPECT_TRUE(words.startsWith("This is none of the orders that are known to be right. No other can be tried: ")) << words.toStdString();
    EXPECT_TRUE(words.contains("sudo apt install g++")) << words.toStdString();
    EXPECT_TRUE(edits.find(predict.variant)->lacksCompiler);
    EXPECT_EQ(tries(), 0);
}

TEST_F(TaskJudgeTest, WhatIsSaidIsInTheLanguageThatIsSpoken)
{
    const QString english = wordsOf({});
    session.language().choose("de");
    EXPECT_FALSE(tasks.judgement(predict).words.isEmpty());
    EXPECT_NE(tasks.judgement(predict).words, english);
    session.language().choose("en");
    EXPECT_EQ(tasks.judgement(predict).words, english);
}

TEST_F(TaskJudgeTest, ACheckThatEndsInAPresentationIsTheLearnersTry)
{
    Predictions& predictions = session.predictions();
    predictions.lay(session.lesson(), predict, predict.orders.front());
    tasks.check(predict);
    predictions.setPresenting(true);
    ASSERT_TRUE(test::waitFor([this] { return !tasks.isAtWork(); }));
    EXPECT_EQ(tries(), 0) << "of the room";
    predictions.setPresenting(false);
    EXPECT_EQ(tries(), 1);
    EXPECT_TRUE(predictions.stateOf(session.lesson(), predict).isRight);
}

TEST_F(TaskJudgeTest, ACheckOfAPresentationIsNobodysOnceThatIsOver)
{
    Predictions& predictions = session.predictions();
    predictions.setPresenting(true);
    predictions.lay(session.lesson(), predict, predict.orders.front());
    tasks.check(predict);
    predictions.setPresenting(false);
    ASSERT_TRUE(test::waitFor([this] { return !tasks.isAtWork(); }));
    EXPECT_EQ(tries(), 0);
}

TEST_F(TaskJudgeTest, OfOtherLinesNothingIsSaid)
{
    EXPECT_FALSE(wordsOf({1, 0, 4}).isEmpty());
    session.predictions().lay(session.lesson(), predict, {1, 4, 0});
    EXPECT_EQ(tasks.judgement(predict).words, "");
}

} // namespace awaitscope
