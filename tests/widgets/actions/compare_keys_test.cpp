// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/session/comparison.hpp"
#include "widgets/agreement.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/toast.hpp"
#include "widgets/transport/steps_pane.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window_keys.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QListView>
#include <QSettings>
#include <QTemporaryDir>

namespace awaitscope {

using CompareKeysTest = WindowKeysTest;

TEST_F(CompareKeysTest, CCancelsAtThePlayheadAndTheEarlierRunStaysAsAGhost)
{
    key(Qt::Key_N);
    key(Qt::Key_Home);
    key(Qt::Key_Right);
    EXPECT_EQ(milliseconds(), 200);
    const QImage before = window.centre().scopes().front()->grab().toImage();
    key(Qt::Key_C);
    EXPECT_EQ(session.run().timeout, VirtualDuration{200'000});
    ASSERT_TRUE(session.comparison().origin());
    test::expectAgreement(window, session);
    const QImage forked = window.centre().scopes().front()->grab().toImage();
    key(Qt::Key_C, Qt::ShiftModifier);
    EXPECT_FALSE(session.comparison().origin());
    const QImage dropped = window.centre().scopes().front()->grab().toImage();
    EXPECT_NE(forked, before);
    EXPECT_NE(forked, dropped) << "the ghost is painted";
    EXPECT_EQ(session.run().timeout, VirtualDuration{200'000});
}

TEST_F(CompareKeysTest, UndoTakesTheForkBack)
{
    key(Qt::Key_Home);
    key(Qt::Key_Right);
    key(Qt::Key_C);
    ASSERT_TRUE(session.comparison().origin());
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(session.run().timeout, VirtualDuration{250'000});
    EXPECT_FALSE(session.comparison().origin());
}

TEST_F(CompareKeysTest, DJumpsToTheFirstDifferenceAndMarksItInBoth)
{
    key(Qt::Key_D);
    EXPECT_EQ(milliseconds(), 200) << "one version has stored by then";
    EXPECT_EQ(window.toast().text(), "First difference at 200 ms");
    for (ScopeView* const scope : window.centre().scopes())
        EXPECT_EQ(scope->plot().model().difference, VirtualTime{std::chrono::milliseconds{200}});
    test::expectAgreement(window, session);
    key(Qt::Key_Left, Qt::AltModifier);
    for (ScopeView* const scope : window.centre().scopes())
        EXPECT_FALSE(scope->plot().model().difference);
}

TEST_F(CompareKeysTest, AClickOrEnterInTheStepsGoesThereAndCtrlCCopies)
{
    key(Qt::Key_A);
    ASSERT_TRUE(window.steps().isVisible());
    QListView& list = window.steps().list();
    const StepList& steps = window.steps().steps();
    EXPECT_EQ(list.currentIndex().row(), steps.currentRow());
    const QRect row = list.visualRect(steps.index(1));
    QTest::mouseClick(window.windowHandle(), Qt::LeftButton, {}, list.viewport()->mapTo(&window, row.center()));
    test::settle();
    EXPECT_EQ(session.playback().position(), steps.timeOf(1));
    key(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), steps.textOf(1));
    key(Qt::Key_Up);
    key(Qt::Key_Return);
    EXPECT_EQ(session.playback().position(), steps.timeOf(0));
    EXPECT_EQ(steps.textOf(2).right(1), "…") << "what has not come is not told";
    window.actions()[Act::toEnd].trigger();
    window.actions()[Act::copySteps].trigger();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), steps.allText());
    EXPECT_EQ(steps.allText().count('\n'), steps.rowCount() - 1);
}

TEST(StepsPaneMemory, StepsThatWereShownAreShownAgain)
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath("awaitscope.ini"), QSettings::IniFormat};
    Session session{test::builtInCatalogue()};
    for (const bool isSecond : {false, true}) {
        MainWindow window{session, Theme::light(), &settings};
        test::showActive(window, QSize(1280, 720));
        EXPECT_EQ(window.steps().isVisible(), isSecond);
        EXPECT_EQ(window.actions()[Act::steps].isChecked(), isSecond);
        if (!isSecond)
            window.actions()[Act::steps].trigger();
        EXPECT_TRUE(window.steps().isVisible());
        window.close();
    }
}

} // namespace awaitscope
