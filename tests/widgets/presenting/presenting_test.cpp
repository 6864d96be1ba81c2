// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/session/comparison.hpp"
#include "widgets/agreement.hpp"
#include "support/waiting.hpp"
#include "widgets/outcome/outcome_map.hpp"
#include "widgets/presenting/overlays.hpp"
#include "widgets/presenting/presentation.hpp"
#include "widgets/presenting/presenter_bar.hpp"
#include "widgets/presenting/slide_question.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/timeline/verdict_bar.hpp"
#include "widgets/presenting/speaker_view.hpp"
#include "widgets/toast.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/side_column.hpp"
#include "widgets/window/top_bar.hpp"
#include "widgets/window_keys.hpp"

#include <QCursor>
#include <QLabel>

#include <algorithm>

namespace awaitscope {

namespace {

class PresentingTest : public WindowKeysTest
{
protected:
    void present(int scene)
    {
        session.setScene(scene);
        test::settle();
        key(Qt::Key_F5);
        ASSERT_TRUE(window.presentation().presenter().isPresenting());
        ASSERT_TRUE(window.isFullScreen());
    }
};

} // namespace

TEST_F(PresentingTest, F5FillsTheScreenWithScopesAndCodeAndLeavingBringsBackWhatThereWas)
{
    const QSize size = window.size();
    const double scale = window.theme().scale;
    present(5);
    window.resize(1920, 1080); // there is no window manager to do it
    test::settle();
    EXPECT_GT(window.theme().scale, 1.5 * scale);
    EXPECT_FALSE(window.topBar().isVisible());
    EXPECT_FALSE(window.story().isVisible());
    EXPECT_EQ(window.presentation().bar().title(), "What Barbara sees");
    EXPECT_FALSE(window.centre().findChild<OutcomeMap*>()->isVisible()) << "it tells every answer";
    EXPECT_EQ(window.centre().scopes().front()->verdictBar().text().main, "…");
    test::expectAgreement(window, session);
    key(Qt::Key_Escape);
    EXPECT_FALSE(window.isFullScreen());
    window.resize(size);
    test::settle();
    EXPECT_EQ(window.theme().scale, scale);
    EXPECT_TRUE(window.topBar().isVisible());
    EXPECT_TRUE(window.story().isVisible());
    EXPECT_TRUE(window.centre().findChild<OutcomeMap*>()->isVisible());
    test::expectAgreement(window, session);
}

TEST_F(PresentingTest, WhatWasPreparedIsPresentedAndLeavingLeavesNoTrace)
{
    ASSERT_TRUE(session.apply("awaitscope:?timeout=271ms&client=300ms"));
    key(Qt::Key_S); // and the code is read in Rust
    const QString prepared = session.scenarioString();
    const int scene = session.scene();
    const QString undo = window.actions()[Act::undo].text();
    key(Qt::Key_F5);
    EXPECT_EQ(session.run().timeout, VirtualDuration{271'000});
    EXPECT_EQ(session.scenario().parameters.at("client"), VirtualDuration{300'000});
    EXPECT_EQ(milliseconds(), 0);
    for (int i = 0; i < 9; ++i)
        key(Qt::Key_PageDown);
    key(Qt::Key_N);
    key(Qt::Key_Plus);
    window.actions()[Act::story].trigger();
    window.actions()[Act::code].trigger();
    key(Qt::Key_F5);
    EXPECT_EQ(session.scenarioString(), prepared);
    EXPECT_EQ(session.scene(), scene);
    EXPECT_TRUE(session.timeWindow().isWhole());
    EXPECT_TRUE(window.story().isVisible());
    EXPECT_TRUE(window.side().isVisible());
    EXPECT_EQ(window.actions()[Act::undo].text(), undo) << "what was presented is nothing to undo";
    test::expectAgreement(window, session);
}

TEST_F(PresentingTest, AClickerLeadsThroughTheWholeLessonAndBack)
{
    present(0);
    const auto last = static_cast<int>(session.lesson().story.scenes.size()) - 1;
    int presses = 0;
    for (; presses < 120 && window.toast().text() != "This was the last scene."; ++presses) {
        key(Qt::Key_PageDown);
        test::expectAgreement(window, session);
    }
    EXPECT_EQ(session.scene(), last);
    EXPECT_LT(presses, 120);
    for (int i = 0; i < 120 && (session.scene() > 0 || milliseconds() > 0); ++i)
        key(Qt::Key_PageUp);
    EXPECT_EQ(session.scene(), 0);
    EXPECT_EQ(milliseconds(), 0);
    key(Qt::Key_F5);
    key(Qt::Key_PageDown);
    EXPECT_EQ(session.scene(), 1) << "on a desk the same key is the scenes'";
}

TEST_F(PresentingTest, TheDotBlanksTheScreenAndBringsItBack)
{
    present(5);
    key(Qt::Key_Period);
    BlankScreen& blank = window.presentation().blank();
    ASSERT_TRUE(blank.isVisible());
    EXPECT_EQ(blank.geometry(), window.rect());
    const QImage picture = window.grab().toImage();
    EXPECT_EQ(picture.pixelColor(picture.width() / 2, picture.height() / 2), QColor(Qt::black));
    key(Qt::Key_PageDown);
    EXPECT_FALSE(blank.isVisible());
    EXPECT_EQ(milliseconds(), 0) << "it brought the picture back, and nothing else";
    key(Qt::Key_B);
    EXPECT_TRUE(blank.isVisible());
    key(Qt::Key_B);
    EXPECT_FALSE(blank.isVisible());
}

TEST_F(PresentingTest, ALightFollowsThePointerWhileItsKeyIsHeld)
{
    present(5);
    Laser& laser = window.presentation().laser();
    QTest::keyPress(window.windowHandle(), Qt::Key_X);
    test::settle();
    ASSERT_TRUE(laser.isVisible());
    for (const QPoint spot : {QPoint(300, 200), QPoint(640, 420)}) {
        QCursor::setPos(laser.mapToGlobal(spot));
        EXPECT_TRUE(test::waitFor([&] { return laser.spot() == spot; }));
    }
    QTest::keyRelease(window.windowHandle(), Qt::Key_X);
    test::settle();
    EXPECT_FALSE(laser.isVisible());
}

TEST_F(PresentingTest, RRevealsAndHomeIsOneKeyBackToTheStart)
{
    present(4);
    key(Qt::Key_End);
    EXPECT_EQ(milliseconds(), 200);
    key(Qt::Key_R);
    EXPECT_FALSE(session.cover().run);
    EXPECT_TRUE(session.playback().isAtEnd());
    key(Qt::Key_R);
    EXPECT_TRUE(window.centre().findChild<OutcomeMap*>()->isVisible());
    key(Qt::Key_N);
    key(Qt::Key_M);
    key(Qt::Key_Home);
    EXPECT_EQ(milliseconds(), 0);
    EXPECT_EQ(session.run().timeout, VirtualDuration{250'000});
    EXPECT_EQ(session.scenario().model, CancelModel::asio);
    EXPECT_TRUE(session.cover().run);
    EXPECT_FALSE(window.centre().findChild<OutcomeMap*>()->isVisible());
}

TEST_F(PresentingTest, TheQuestionAndItsLettersAreOnTheSlideForTheBackRow)
{
    present(4);
    window.resize(1366, 768);
    test::settle();
    SlideQuestion& question = window.presentation().bar().question();
    ASSERT_TRUE(question.isVisible());
    const auto labels = [&] {
        QStringList words;
        for (const QLabel* const label : question.findChildren<QLabel*>()) {
            if (label->isVisible())
                words += label->text();
        }
        return words;
    };
    EXPECT_EQ(labels(), (QStringList{"The timeout fires at 250 ms. Which line does the console lack?", "A   miss user/42", "B   got v2", "C   cached v2"}));
    for (const QLabel* const label : question.findChildren<QLabel*>()) {
        if (!label->isVisible())
            continue;
        EXPECT_GE(label->font().pixelSize(), window.height() / 45) << "to be read from the back row";
        EXPECT_TRUE(window.rect().contains(QRect(label->mapTo(&window, QPoint()), label->size())));
        EXPECT_GE(label->height(), label->heightForWidth(label->width())) << label->text().toStdString();
    }
    key(Qt::Key_B);
    EXPECT_TRUE(question.slide().answers[1].isVoted);
    EXPECT_FALSE(window.presentation().blank().isVisible()) << "B is an answer now";
    key(Qt::Key_Period);
    EXPECT_TRUE(window.presentation().blank().isVisible());
    key(Qt::Key_Period);
    key(Qt::Key_C);
    EXPECT_TRUE(question.slide().answers[2].isVoted);
    EXPECT_FALSE(session.comparison().origin()) << "nor does C cancel anything";
    key(Qt::Key_R);
    EXPECT_TRUE(labels().contains("✓ C   cached v2"));
    EXPECT_TRUE(labels().contains("It shows “got v2” and then “timeout”."));
    key(Qt::Key_B);
    EXPECT_TRUE(window.presentation().blank().isVisible()) << "it blanks again";
}

TEST_F(PresentingTest, TheMeaningOfCancellingIsAlwaysAWordOnTheSlide)
{
    present(5);
    const auto isSaid = [&](const QString& meaning) {
        const QList<QLabel*> labels = window.presentation().bar().findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) { return label->isVisible() && label->text() == meaning; });
    };
    EXPECT_TRUE(isSaid("Asio cancel"));
    key(Qt::Key_M);
    EXPECT_TRUE(isSaid("Rust drop"));
    key(Qt::Key_M);
    EXPECT_TRUE(isSaid("JS race"));
    key(Qt::Key_M, Qt::ShiftModifier);
    EXPECT_TRUE(isSaid("Asio, operation"));
}

TEST_F(PresentingTest, NumbersJumpToTheSetPiecesOnADeskToo)
{
    session.setScene(5);
    key(Qt::Key_1);
    EXPECT_EQ(session.run().timeout, VirtualDuration{100'000});
    present(5);
    key(Qt::Key_3);
    EXPECT_EQ(session.scenario().model, CancelModel::drop);
    key(Qt::Key_9);
    EXPECT_EQ(window.toast().text(), "This scene has no set piece 9.");
    EXPECT_EQ(window.menu().moments().actions().size(), 4);
}

TEST_F(PresentingTest, TypeIsAsLargeAsFitsAndGetsNoLarger)
{
    present(5);
    const double fits = window.theme().scale;
    key(Qt::Key_Minus, Qt::ControlModifier);
    EXPECT_LT(window.theme().scale, fits);
    for (int i = 0; i < 12; ++i)
        key(Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_EQ(window.theme().scale, fits);
    EXPECT_TRUE(window.findChild<Toast*>()->text().startsWith("The type is as large as this screen allows")) << "and says why";
    for (const QWidget* const scope : window.centre().scopes()) {
        EXPECT_TRUE(window.rect().contains(QRect(scope->mapTo(&window, QPoint()), scope->size())));
        EXPECT_GT(scope->height(), 100);
    }
    test::expectAgreement(window, session);
    key(Qt::Key_F10);
    EXPECT_TRUE(window.menu().isVisible());
    window.menu().hide();
}

TEST_F(PresentingTest, TheSpeakerSeesTheScriptTheNextStepAndTheAnswer)
{
    present(3); // "Weeks later"
    SpeakerView& speaker = window.presentation().speaker();
    EXPECT_FALSE(speaker.isVisible()) << "with one screen the room would see it";
    key(Qt::Key_V);
    ASSERT_TRUE(speaker.isVisible());
    EXPECT_TRUE(window.actions()[Act::speaker].isChecked());
    EXPECT_TRUE(speaker.script().contains("0:09")) << speaker.script().toStdString();
    EXPECT_TRUE(speaker.script().contains("Take a vote"));
    EXPECT_TRUE(speaker.answer().contains("B  v1, three weeks old")) << speaker.answer().toStdString();
    EXPECT_TRUE(speaker.clock().startsWith("0:")) << speaker.clock().toStdString();
    const auto current = [&] { return speaker.script().section(u'▶', 1).section('\n', 0, 2); };
    key(Qt::Key_A);
    EXPECT_TRUE(current().contains("A")) << current().toStdString();
    key(Qt::Key_PageDown);
    key(Qt::Key_PageDown);
    EXPECT_TRUE(current().contains("Page Down ×2")) << current().toStdString();
    EXPECT_TRUE(speaker.nextStep().contains("R reveals")) << speaker.nextStep().toStdString();
    key(Qt::Key_R);
    EXPECT_TRUE(current().contains("R")) << current().toStdString();
    session.playback().toStart();
    test::settle();
    EXPECT_TRUE(speaker.nextStep().startsWith("200 ms. ")) << speaker.nextStep().toStdString();
    key(Qt::Key_V);
    EXPECT_FALSE(speaker.isVisible());
    key(Qt::Key_V);
    key(Qt::Key_F5);
    EXPECT_FALSE(speaker.isVisible()) << "it goes with the presentation";
}

TEST(SpeakerScreen, IsTheFirstThatTheSlideDoesNotFill)
{
    const QRect laptop{0, 0, 1366, 768};
    const QRect projector{1366, 0, 1920, 1080};
    EXPECT_EQ(speakerScreen({laptop, projector}, 1), laptop);
    EXPECT_EQ(speakerScreen({laptop, projector}, 0), projector);
    EXPECT_TRUE(speakerScreen({laptop}, 0).isNull());
}

} // namespace awaitscope
