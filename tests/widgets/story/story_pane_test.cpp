// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"
#include "widgets/enter_presses.hpp"
#include "widgets/story/predict_frame.hpp"
#include "present/editing/task_judge.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/story/story_text.hpp"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

#include <gtest/gtest.h>

#include <set>

namespace awaitscope {

class StoryPaneTest : public testing::Test
{
protected:
    void SetUp() override
    {
        pane.resize(301, 800);
        pane.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&pane, test::longestWait));
        goTo("What Barbara sees");
    }

    void goTo(const char* title)
    {
        const std::vector<Scene>& scenes = session.lesson().story.scenes;
        for (std::size_t i = 0; i < scenes.size(); ++i) {
            if (scenes[i].title == title)
                session.setScene(static_cast<int>(i));
        }
        QTest::qWait(10);
        ASSERT_EQ(scenes[static_cast<std::size_t>(session.scene())].title, title);
    }

    QString allText() const
    {
        QString text;
        for (const StoryText* piece : pane.texts())
            text += piece->toPlainText() + '\n';
        return text;
    }

    QPushButton* button(const char* name) const { return pane.findChild<QPushButton*>(QLatin1String(name)); }

    bool hasLabel(const QString& text) const
    {
        for (const QLabel* label : pane.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    }

    /// Clicks the link in whatever text it is; false if there is none.
    bool click(const QString& target)
    {
        for (StoryText* text : pane.texts()) {
            const QRect link = text->linkRect(target);
            if (link.isEmpty())
                continue;
            QTest::mouseClick(text->viewport(), Qt::LeftButton, Qt::NoModifier, link.center());
            QTest::qWait(10);
            return true;
        }
        return false;
    }

    /// All of its words are on it.
    static void expectWhole(const QAbstractButton& button)
    {
        if (!button.isVisible())
            return;
        for (const QString& line : button.text().split('\n'))
            EXPECT_GE(button.width(), button.fontMetrics().horizontalAdvance(line)) << line.toStdString();
        EXPECT_LE(button.geometry().right(), button.parentWidget()->width()) << button.text().toStdString();
        EXPECT_FALSE(button.text().contains(QStringLiteral("…"))) << button.text().toStdString();
    }

    Session session{test::builtInCatalogue()};
    TaskJudge tasks{session};
    StoryPane pane{session, tasks, Theme::light()};
    EnterPresses enter; // as in the window
};

TEST_F(StoryPaneTest, ShowsTheSceneAndItsPlace)
{
    EXPECT_TRUE(hasLabel("What Barbara sees"));
    EXPECT_TRUE(hasLabel("6 / 7"));
    EXPECT_TRUE(allText().contains("Barbara does not read the lines."));
    EXPECT_TRUE(button("back")->isVisible());
    EXPECT_EQ(button("next")->accessibleName(), "Next: the fix, and what remains");
}

TEST_F(StoryPaneTest, GoesToTheNeighbours)
{
    QTest::mouseClick(button("next"), Qt::LeftButton);
    EXPECT_TRUE(hasLabel("7 / 7"));
    EXPECT_FALSE(button("next")->isVisible());
    QTest::mouseClick(button("back"), Qt::LeftButton);
    QTest::mouseClick(button("back"), Qt::LeftButton);
    EXPECT_TRUE(hasLabel("5 / 7"));
    EXPECT_TRUE(hasLabel("println"));
}

TEST_F(StoryPaneTest, FollowsTheModelEvenWhenItsOwnLinkChangesIt)
{
    EXPECT_TRUE(allText().contains("the await that is pending throws"));
    ASSERT_TRUE(click("awaitscope:?model=drop"));
    EXPECT_EQ(session.scenario().model, CancelModel::drop);
    EXPECT_FALSE(allText().contains("the await that is pending throws"));
    EXPECT_TRUE(allText().contains("Destructors run"));
}

TEST_F(StoryPaneTest, AimsTheTimeoutFromALinkToAnAwait)
{
    ASSERT_TRUE(click("awaitscope:?await=1"));
    EXPECT_EQ(session.run().timeout, VirtualDuration{100'000});
}

TEST_F(StoryPaneTest, AimsTheTimeoutFromALinkToTheWindowAfterACompletion)
{
    ASSERT_TRUE(click("awaitscope:?await=2+"));
    EXPECT_EQ(session.scenario().timeout, (Timeout{AtAwait{2, AwaitWindow::completed}}));
    EXPECT_EQ(session.run().timeout, VirtualDuration{300'000});
}

TEST_F(StoryPaneTest, ShowsAwaitsAsBadges)
{
    QStringList badges;
    for (const StoryText* text : pane.texts()) {
        for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                if (it.fragment().charFormat().isImageFormat())
                    badges += it.fragment().charFormat().toImageFormat().name();
            }
        }
    }
    EXPECT_EQ(badges, (QStringList{"badge:1", "badge:2"}));
}

TEST_F(StoryPaneTest, TellsOfMarksThatWereClicked)
{
    goTo("A cache");
    QSignalSpy marks(&pane, &StoryPane::markActivated);
    ASSERT_TRUE(click("mark:write"));
    ASSERT_EQ(marks.count(), 1);
    EXPECT_EQ(marks.first().first().toString(), "write");
}

TEST_F(StoryPaneTest, HidesTheAnswerUntilOneIsChosen)
{
    PredictFrame* const question = pane.questions().at(0);
    EXPECT_EQ(question->verdict(), "");
    EXPECT_EQ(session.scenario().model, CancelModel::asio);
    QTest::mouseClick(question->answers().at(0), Qt::LeftButton);
    QTest::qWait(10);
    // The run that was asked about is shown with the answer, which stays although the text was laid out anew.
    EXPECT_EQ(session.scenario().model, CancelModel::eager);
    EXPECT_TRUE(pane.questions().at(0)->verdict().startsWith("**Not quite. Right is: “It runs, at 300 ms”.**"));
    EXPECT_FALSE(pane.questions().at(0)->answers().at(0)->isChecked()) << "what was wrong is in force no longer";
    EXPECT_TRUE(pane.questions().at(0)->answers().at(0)->text().startsWith("✗ "));
    EXPECT_TRUE(pane.questions().at(0)->answers().at(1)->text().startsWith("✓ "));
    EXPECT_FALSE(pane.questions().at(0)->hintButton().isVisible()) << "the answer has been told";
    QTest::mouseClick(pane.questions().at(0)->answers().at(1), Qt::LeftButton);
    EXPECT_TRUE(pane.questions().at(0)->verdict().startsWith("**✓ Right.** Nobody stops the loser"));
}

TEST_F(StoryPaneTest, ReachesEachAnswerWithTab)
{
    session.setScene(3);
    QTest::qWait(20);
    ASSERT_EQ(pane.questions().size(), 2u);
    const std::vector<QAbstractButton*> answers = pane.questions().front()->answers();
    ASSERT_EQ(answers.size(), 3u);
    pane.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&pane, test::longestWait));
    answers[0]->setFocus();
    QTest::keyClick(answers[0], Qt::Key_Tab);
    EXPECT_TRUE(answers[1]->hasFocus());
    QTest::keyClick(answers[1], Qt::Key_Tab);
    EXPECT_TRUE(answers[2]->hasFocus());
    QTest::keyClick(answers[2], Qt::Key_Space);
    EXPECT_TRUE(answers[2]->text().startsWith("✗ ")) << "it is wrong, and told";
    QTest::keyClick(answers[2], Qt::Key_Backtab);
    EXPECT_TRUE(answers[1]->hasFocus());
    QTest::keyClick(answers[1], Qt::Key_Space);
    EXPECT_TRUE(answers[1]->isChecked() != answers[1]->text().startsWith("✗ "));
    EXPECT_FALSE(answers[2]->text().startsWith("✗ ")) << "one answer at a time";
}

TEST_F(StoryPaneTest, CutsNoButtonOfAQuestionInLargerTypeEither)
{
    pane.setTheme(Theme::light(1.5));
    for (const int scene : {3, 5}) {
        session.setScene(scene);
        QTest::qWait(20);
        for (std::size_t i = 0; i < pane.questions().size(); ++i) {
            session.setUp(pane.questions()[i]->predict());
            QTest::qWait(20); // the text may be another one by then, and so the frame
            for (const QAbstractButton* const button : pane.questions()[i]->findChildren<QAbstractButton*>())
                expectWhole(*button);
        }
    }
}

TEST_F(StoryPaneTest, ReturnAnswersAsSpaceDoes)
{
    pane.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&pane, test::longestWait));
    QAbstractButton* const right = pane.questions().front()->answers().at(1);
    right->setFocus();
    QTest::keyClick(right, Qt::Key_Return);
    EXPECT_TRUE(pane.questions().front()->verdict().startsWith("**✓ Right.**"));
}

TEST_F(StoryPaneTest, OffersToSetUpWhatAQuestionSpeaksOfWhileSomethingElseIsShown)
{
    session.setScene(3);
    QTest::qWait(20);
    PredictFrame* const slow = pane.questions().at(0);
    PredictFrame* const place = pane.questions().at(1);
    EXPECT_FALSE(slow->setUpButton().isVisible()) << "it is what the scene begins with";
    EXPECT_TRUE(place->setUpButton().isVisible());
    EXPECT_FALSE(place->checkButton().isVisible()) << "nobody fires into another run";
    QTest::mouseClick(&place->setUpButton(), Qt::LeftButton);
    QTest::qWait(20);
    EXPECT_EQ(session.scenario().parameters.at("client"), VirtualDuration{100'000});
    EXPECT_FALSE(place->setUpButton().isVisible());
    EXPECT_EQ(place->checkButton().text(), "Fire at 350 ms");
    EXPECT_TRUE(slow->setUpButton().isVisible());
}

TEST_F(StoryPaneTest, SaysYourPredictionOnlyOverOne)
{
    session.setScene(4);
    QTest::qWait(20);
    PredictFrame* const question = pane.questions().front();
    const auto heading = [&] { return question->findChild<QLabel*>()->text(); };
    EXPECT_EQ(heading(), "Predict first");
    session.answer(question->predict(), 0);
    EXPECT_EQ(heading(), "Predict first") << "there is another try";
    session.showAnswer(question->predict());
    EXPECT_EQ(heading(), "The answer");
    session.setScene(5);
    QTest::qWait(20);
    session.answer(pane.questions().front()->predict(), 1);
    QTest::qWait(20);
    EXPECT_EQ(pane.questions().front()->findChild<QLabel*>()->text(), "Your prediction");
}

TEST_F(StoryPaneTest, ScrollsToWhatIsSaidOfATry)
{
    pane.resize(301, 420);
    session.setScene(3);
    QTest::qWait(20);
    QScrollArea* const area = pane.findChild<QScrollArea*>();
    area->verticalScrollBar()->setValue(0);
    PredictFrame* const question = pane.questions().front();
    session.answer(question->predict(), 1);
    QTest::qWait(50);
    const int bottom = question->mapTo(area->viewport(), QPoint(0, question->height() - 1)).y();
    EXPECT_LT(bottom, area->viewport()->height());
}

TEST_F(StoryPaneTest, EndsWithWhatWasLearnedAndWhatToDoNext)
{
    session.setScene(5);
    QTest::qWait(20);
    EXPECT_FALSE(allText().contains("What next?"));
    session.setScene(6);
    QTest::qWait(20);
    EXPECT_TRUE(allText().contains("What stands after an await may never run."));
    QSignalSpy edit(&pane, &StoryPane::editWanted);
    ASSERT_TRUE(click("edit:"));
    EXPECT_EQ(edit.count(), 1);
    ASSERT_TRUE(click("lesson:the-message-that-moved"));
    EXPECT_EQ(session.lesson().slug, "the-message-that-moved");
    EXPECT_EQ(session.scene(), 0);
    EXPECT_TRUE(session.cover() == Cover{});
}

/// Else the bar can take of a width for which the text is too high, and leave again, for ever.
TEST_F(StoryPaneTest, GivesItsTextOneWidthWhetherItScrollsOrNot)
{
    const QScrollBar* const bar = pane.findChild<QScrollArea*>()->verticalScrollBar();
    std::set<int> widths;
    std::set<bool> scrolls;
    for (int height = 120; height < 1600; height += 80) {
        pane.resize(301, height);
        QTest::qWait(10);
        widths.insert(pane.texts().front()->width());
        scrolls.insert(bar->isVisible());
    }
    EXPECT_EQ(scrolls.size(), 2U);
    EXPECT_EQ(widths.size(), 1U);
}

TEST_F(StoryPaneTest, CutsNothingHoweverNarrow)
{
    for (const int width : {220, 301, 520}) {
        pane.resize(width, 500);
        QTest::qWait(20);
        for (const StoryText* text : pane.texts()) {
            EXPECT_LE(text->document()->idealWidth(), text->viewport()->width() + 1) << width;
            EXPECT_GE(text->height(), text->document()->size().height() - 1) << width;
        }
        for (const QAbstractButton* const button : pane.questions().at(0)->findChildren<QAbstractButton*>())
            expectWhole(*button);
        EXPECT_GE(button("next")->width(), button("next")->fontMetrics().horizontalAdvance(button("next")->text()))
            << width;
    }
}

} // namespace awaitscope
