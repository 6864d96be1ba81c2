// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/story/path_sheet.hpp"
#include "widgets/window_keys.hpp"

#include <QLabel>
#include <QScrollArea>

#include <algorithm>

namespace awaitscope {
namespace {

class PathSheetTest : public WindowKeysTest
{
protected:
    PathSheet* sheet() { return window.findChild<PathSheet*>(); }

    PathSheet* open()
    {
        key(Qt::Key_P);
        EXPECT_TRUE(sheet());
        EXPECT_TRUE(QTest::qWaitForWindowActive(sheet(), test::longestWait));
        return sheet();
    }

    static void press(QWidget& over, Qt::Key which)
    {
        QTest::keyPress(over.windowHandle(), which); // its release would come to a window that may be gone
        test::settle();
    }
};

TEST_F(PathSheetTest, ListsAllLessonsInTheirOrderWithTheirLaws)
{
    PathSheet* const path = open();
    const std::vector<const Lesson*> lessons = session.lessons();
    ASSERT_EQ(path->cards().size(), lessons.size());
    int order = 0;
    for (const PathCard* const card : path->cards()) {
        const auto found = std::ranges::find(lessons, card->stop().slug.toStdString(), [](const Lesson* each) { return each->slug; });
        ASSERT_NE(found, lessons.end());
        const Lesson& lesson = **found;
        EXPECT_GT(lesson.order, order);
        order = lesson.order;
        EXPECT_FALSE(lesson.law.empty()) << lesson.slug;
        EXPECT_EQ(card->stop().law.toStdString(), lesson.law);
        EXPECT_FALSE(card->stop().time.isEmpty()) << lesson.slug;
    }
}

TEST_F(PathSheetTest, ShowsEachWordWholeHoweverSmallTheWindow)
{
    for (const QSize size : {QSize(1024, 700), QSize(1366, 768), QSize(1920, 1080)}) {
        window.resize(size);
        test::settle();
        PathSheet* const path = open();
        EXPECT_LE(path->height(), window.height());
        EXPECT_LE(path->width(), window.width());
        for (PathCard* const card : path->cards()) {
            card->setFocus();
            test::settle();
            for (const QLabel* const label : card->findChildren<QLabel*>()) {
                const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
                EXPECT_GE(label->height(), needed) << label->text().toStdString();
                EXPECT_TRUE(label->wordWrap() || label->width() >= label->sizeHint().width()) << label->text().toStdString();
            }
        }
        press(*path, Qt::Key_Escape);
        ASSERT_TRUE(test::waitFor([&] { return !sheet(); }));
        window.activateWindow(); // what a window manager does
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window, test::longestWait));
    }
}

TEST_F(PathSheetTest, GoesAlongThemByArrowsAndBeginsOneByEnter)
{
    session.setScene(2);
    PathSheet* const path = open();
    ASSERT_GE(path->cards().size(), 2U);
    EXPECT_TRUE(path->cards().front()->hasFocus()) << "the first that is not finished";
    EXPECT_EQ(path->cards().front()->stop().begin, QStringLiteral("Go on"));
    EXPECT_EQ(path->cards()[1]->stop().begin, QStringLiteral("Begin"));
    press(*path, Qt::Key_Up); // there is nothing above it
    EXPECT_TRUE(path->cards().front()->hasFocus());
    press(*path, Qt::Key_Down);
    EXPECT_TRUE(path->cards()[1]->hasFocus());
    const std::string second = path->cards()[1]->stop().slug.toStdString();
    press(*path, Qt::Key_Return);
    EXPECT_TRUE(test::waitFor([&] { return session.lesson().slug == second; }));
    ASSERT_TRUE(test::waitFor([&] { return !sheet(); }));
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window, test::longestWait));
    PathSheet* const again = open();
    test::click(*again, *again->cards().front());
    EXPECT_TRUE(test::waitFor([&] { return session.lesson().slug == "alan-caches-requests"; }));
    EXPECT_EQ(session.scene(), 2) << "where one left off";
}

TEST_F(PathSheetTest, ClosesByTheKeyThatOpensItAndIsInTheMenu)
{
    EXPECT_TRUE(inMenu("Scene", "The path: all lessons…"));
    press(*open(), Qt::Key_P);
    EXPECT_TRUE(test::waitFor([&] { return !sheet(); }));
}

} // namespace
} // namespace awaitscope
