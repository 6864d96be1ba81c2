// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/columns.hpp"
#include "widgets/presenting/presentation.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/transport/steps_pane.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/side_column.hpp"
#include "widgets/window_keys.hpp"

#include <QSettings>
#include <QSplitterHandle>
#include <QTemporaryDir>

namespace awaitscope {

namespace {

class ColumnsTest : public WindowKeysTest
{
protected:
    QList<int> widths() { return window.findChild<Columns*>()->sizes(); }

    /// Drags the edge between two columns, as a hand does.
    void drag(int handle, int by)
    {
        auto* const columns = window.findChild<Columns*>();
        QSplitterHandle* const edge = columns->handle(handle);
        const QPoint from = edge->mapTo(&window, edge->rect().center());
        QTest::mousePress(window.windowHandle(), Qt::LeftButton, {}, from);
        QTest::mouseMove(window.windowHandle(), from + QPoint(by, 0));
        QTest::mouseRelease(window.windowHandle(), Qt::LeftButton, {}, from + QPoint(by, 0));
        test::settle();
    }
};

} // namespace

TEST_F(ColumnsTest, LargerTypeAndPresentationsLeaveNothingBehind)
{
    window.resize(1700, 900);
    test::settle();
    const QList<int> before = widths();
    for (int i = 0; i < 3; ++i)
        key(Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_GT(widths()[0], before[0]);
    key(Qt::Key_F5);
    key(Qt::Key_F5);
    window.resize(1700, 900); // there is no window manager to do it
    test::settle();
    key(Qt::Key_0, Qt::ControlModifier);
    EXPECT_EQ(widths(), before);
    window.resize(800, 600);
    test::settle();
    window.resize(1700, 900);
    test::settle();
    EXPECT_EQ(widths(), before);
}

TEST_F(ColumnsTest, WhatWasDraggedStaysInProportionAndIsKept)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath("awaitscope.ini"), QSettings::IniFormat);
    const QList<int> usual = widths();
    drag(1, 40);
    EXPECT_EQ(widths()[0], usual[0] + 40);
    const auto* const columns = window.findChild<Columns*>();
    EXPECT_EQ(columns->widths().story, usual[0] + 40);
    EXPECT_EQ(columns->widths().code, usual[2]);
    {
        MainWindow first{session, Theme::light(), &settings};
        first.findChild<Columns*>()->setWidths(columns->widths());
        test::showActive(first, QSize(1440, 900));
        test::key(first, Qt::Key_F5);
        first.close(); // while presenting
    }
    MainWindow second{session, Theme::light(), &settings};
    test::showActive(second, QSize(1440, 900));
    EXPECT_EQ(second.findChild<Columns*>()->sizes(), widths());
}

TEST_F(ColumnsTest, NoColumnCanBeDraggedAway)
{
    drag(1, -280);
    EXPECT_GE(widths()[0], static_cast<int>(leastColumns.story));
    drag(2, 300);
    EXPECT_GE(widths()[2], static_cast<int>(leastColumns.code));
}

TEST_F(ColumnsTest, TheMenuAndADoubleClickResetTheLayout)
{
    const QList<int> usual = widths();
    drag(1, 40);
    key(Qt::Key_A);
    window.actions()[Act::code].trigger();
    ASSERT_FALSE(window.side().isVisible());
    ASSERT_NE(inMenu("View", "Reset the layout"), nullptr);
    inMenu("View", "Reset the layout")->trigger();
    test::settle();
    EXPECT_EQ(widths(), usual);
    EXPECT_TRUE(window.side().isVisible());
    EXPECT_FALSE(window.steps().isVisible());
    drag(1, 40);
    QSplitterHandle* const edge = window.findChild<Columns*>()->handle(1);
    EXPECT_TRUE(edge->toolTip().contains("resets the layout"));
    QTest::mouseDClick(window.windowHandle(), Qt::LeftButton, {}, edge->mapTo(&window, edge->rect().center()));
    test::settle();
    EXPECT_EQ(widths(), usual);
}

} // namespace awaitscope
