// SPDX-License-Identifier: GPL-3.0-or-later
//
// Questions that ask for code, in a real window: lines put in order, and a fix that is typed.
#include "present/editing/edits.hpp"
#include "present/editing/task_judge.hpp"
#include "support/edited_alan.hpp"
#include "widgets/code/code_editor.hpp"
#include "widgets/code/edit_pane.hpp"
#include "widgets/story/line_board.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/story/story_text.hpp"
#include "widgets/story/task_frame.hpp"
#include "widgets/window/side_column.hpp"
#include "widgets/window_keys.hpp"

#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>

namespace awaitscope {

namespace {

constexpr int whatBarbaraSees = 5;
constexpr int theFix = 6;

class TaskTest : public testing::Test
{
protected:
    void SetUp() override
    {
        window.allowEditing(edits);
        test::showActive(window, QSize(1440, 900));
    }

    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {}) { test::key(window, which, modifiers); }
    TaskFrame& frame() { return *window.story().tasks().front(); }
    LineBoard& board() { return *frame().board(); }
    QuestionProgress state() { return session.predictions().stateOf(session.lesson(), frame().predict()); }

    void goTo(int scene)
    {
        session.setScene(scene);
        test::settle();
        ASSERT_EQ(window.story().tasks().size(), 1U);
    }

    /// Q, as often as there are questions before it: those are asked to be shown.
    void goToTask()
    {
        while (session.questionAtHand() && session.questionAtHand() != &frame().predict())
            session.showAnswer(*session.questionAtHand());
        key(Qt::Key_Q);
    }

    bool check()
    {
        frame().checkButton().click();
        return test::waitFor([this] { return !window.tasks().isAtWork() && !session.isRunning(); });
    }

    void lay(const std::vector<int>& order)
    {
        session.predictions().lay(session.lesson(), frame().predict(), {});
        for (const int line : order) {
            board().choose(line);
            board().setFocus();
            key(Qt::Key_Return);
        }
        EXPECT_EQ(board().laid(), order);
    }

    QTemporaryDir folder;
    Session session{test::builtInCatalogue()};
    Edits edits{session, std::make_shared<Workbench>(Installation::of("/proc/self/exe")), folder.path().toStdString()};
    MainWindow window{session, Theme::light(), nullptr};
};

} // namespace

TEST_F(TaskTest, LinesArePutInOrderByKeysAlone)
{
    goTo(whatBarbaraSees);
    goToTask();
    ASSERT_TRUE(board().hasFocus());
    EXPECT_EQ(board().laid(), std::vector<int>{});
    EXPECT_EQ(board().spoken(0), "Left over: co_await channel.send(response);");
    EXPECT_EQ(board().chosen(), 0);
    key(Qt::Key_Return);
    EXPECT_EQ(board().laid(), std::vector<int>{0});
    EXPECT_EQ(board().spoken(0), "Line 1 of 1: co_await channel.send(response);");
    key(Qt::Key_Down);
    EXPECT_EQ(board().chosen(), 1) << "the words between them are no line";
    key(Qt::Key_Up, Qt::ControlModifier);
    key(Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(board().laid(), (std::vector<int>{1, 0}));
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(board().laid(), (std::vector<int>{0, 1}));
    key(Qt::Key_Y, Qt::ControlModifier);
    EXPECT_EQ(board().laid(), (std::vector<int>{1, 0}));
    key(Qt::Key_Delete);
    EXPECT_EQ(board().laid(), std::vector<int>{0});
    EXPECT_EQ(state().laid, std::vector<int>{0}) << "as kept";
    EXPECT_EQ(session.scene(), whatBarbaraSees) << "the keys are the board's";
}

TEST_F(TaskTest, LinesAreDraggedAndADragIsOneStep)
{
    goTo(whatBarbaraSees);
    goToTask();
    lay({0, 1});
    QWidget* const surface = board().viewport();
    const QPoint from = board().placeOf(4).center();
    const QPoint to(from.x(), board().placeOf(0).top() + 1);
    QTest::mousePress(surface, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 10; ++i)
        QTest::mouseMove(surface, from + (to - from) * i / 10);
    EXPECT_EQ(board().laid(), (std::vector<int>{4, 0, 1})) << "it is seen where it would lie";
    EXPECT_EQ(state().laid, (std::vector<int>{0, 1})) << "and not laid before it is let go";
    QTest::mouseRelease(surface, Qt::LeftButton, {}, to);
    EXPECT_EQ(state().laid, (std::vector<int>{4, 0, 1}));
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(state().laid, (std::vector<int>{0, 1}));
    QTest::mouseDClick(surface, Qt::LeftButton, {}, board().placeOf(1).center());
    EXPECT_EQ(board().laid(), std::vector<int>{0});
}

TEST_F(TaskTest, AnOrderThatIsTheBugIsToldWithARunThatShowsIt)
{
    goTo(whatBarbaraSees);
    goToTask();
    lay({1, 0, 4});
    ASSERT_TRUE(check());
    EXPECT_TRUE(frame().verdict().startsWith("**Not yet.** When the timeout fires at 200 ms (Asio cancel): "
                                             "“A response that was obtained is cached.” is not kept."))
        << frame().verdict().toStdString();
    EXPECT_EQ(state().tries, 1);
    EXPECT_FALSE(state().isRight);
    const QString target = QStringLiteral("awaitscope:alan-caches-requests?variants=buggy&timeout=200ms");
    const QRect link = frame().verdictText().linkRect(target);
    ASSERT_FALSE(link.isEmpty()) << frame().verdict().toStdString();
    QTest::mouseClick(frame().verdictText().viewport(), Qt::LeftButton, {}, link.center());
    test::settle();
    EXPECT_EQ(session.run().timeout, VirtualDuration{200'000});
    board().choose(4);
    board().setFocus();
    key(Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(frame().verdict(), "") << "of other lines nothing is said";
}

TEST_F(TaskTest, TheRightOrderIsRightWithoutACompilerAndStandsBesideTheBug)
{
    goTo(whatBarbaraSees);
    goToTask();
    lay({1, 4, 0});
    ASSERT_TRUE(check());
    EXPECT_TRUE(frame().verdict().startsWith("**✓ Right**, in all of ")) << frame().verdict().toStdString();
    EXPECT_TRUE(frame().verdict().endsWith(QString::fromStdString(frame().predict().explanation)));
    EXPECT_TRUE(state().isRight);
    EXPECT_EQ(session.scenario().variants, (std::vector<std::string>{"buggy", "fixed"}));
    EXPECT_TRUE(edits.all().empty()) << "nothing was typed, and nothing compiled";
    board().choose(4);
    board().setFocus();
    key(Qt::Key_Delete);
    EXPECT_TRUE(frame().verdict().startsWith("It was right once.")) << "of what lies there now nothing is known: " << frame().verdict().toStdString();
}

TEST_F(TaskTest, AnOrderThatIsNobodysIsCompiledAndWhatWasTypedIsPutAside)
{
    goTo(whatBarbaraSees);
    goToTask();
    edits.type("fixed", QStringLiteral("// mine\n"));
    lay({1, 0});
    ASSERT_TRUE(check());
    EXPECT_TRUE(frame().verdict().startsWith("**Not yet.** ")) << frame().verdict().toStdString();
    EXPECT_TRUE(edits.find("fixed")->text.endsWith("  println(\"got \", response);\n  co_await channel.send(response);\n}\n"));
    EXPECT_EQ(session.scenario().variants, (std::vector<std::string>{"buggy", "my-fixed"})) << "its scope is beside it";
    bool isKept = false;
    for (const QFileInfo& file : QDir(edits.folder()).entryInfoList(QDir::Files)) {
        QFile text(file.filePath());
        isKept = isKept || (text.open(QIODevice::ReadOnly) && text.readAll() == "// mine\n");
    }
    EXPECT_TRUE(isKept) << "nothing that was typed is lost";
}

TEST_F(TaskTest, TheLinesAreLaidForWhoAsks)
{
    goTo(whatBarbaraSees);
    goToTask();
    key(Qt::Key_H);
    EXPECT_EQ(state().hints, 1);
    key(Qt::Key_R);
    EXPECT_TRUE(state().isShown);
    EXPECT_EQ(board().laid(), frame().predict().orders.front());
    EXPECT_TRUE(frame().verdict().startsWith("**The answer: as in “Fixed”, for example.**")) << frame().verdict().toStdString();
    EXPECT_FALSE(frame().showButton().isVisible());
}

TEST_F(TaskTest, AFixIsTypedAndJudged)
{
    goTo(theFix);
    goToTask();
    ASSERT_TRUE(frame().editButton().hasFocus());
    ASSERT_TRUE(check());
    EXPECT_EQ(frame().verdict(), "Nothing was changed yet. Change the code first.");
    EXPECT_EQ(state().tries, 0);
    key(Qt::Key_Space);
    ASSERT_TRUE(window.side().isEditing());
    EXPECT_EQ(window.side().editPane()->variant(), "buggy");
    ASSERT_TRUE(check());
    EXPECT_TRUE(frame().verdict().startsWith("**Not yet.** ")) << "as it is it is the bug: " << frame().verdict().toStdString();
    // A line of one's own: what the cache gets is somebody's constant.
    const QString text = edits.find("buggy")->text;
    window.side().editPane()->editor().replaceAll(QString(text).replace("  co_await channel.send(response);\n  cache.set(key, response);",
                                                                        "  cache.set(key, response);\n  co_await channel.send(response);"));
    test::settle();
    EXPECT_EQ(frame().verdict(), "") << "it is another text";
    EXPECT_FALSE(frame().verdictText().isVisible()) << "nor does it stand there any longer";
    ASSERT_TRUE(check());
    EXPECT_TRUE(frame().verdict().startsWith("**✓ Right**, in all of ")) << frame().verdict().toStdString();
    EXPECT_TRUE(state().isRight);
    EXPECT_EQ(session.scenario().variants, (std::vector<std::string>{"buggy", "my-buggy", "fixed"})) << "it stands in the timeline";
}

TEST_F(TaskTest, NothingIsCheckedThatWouldAnswerAPrediction)
{
    goTo(whatBarbaraSees);
    lay({1, 0, 4});
    EXPECT_FALSE(frame().checkButton().isEnabled());
    EXPECT_TRUE(frame().checkButton().isVisible());
    goToTask();
    EXPECT_TRUE(frame().checkButton().isEnabled());
    ASSERT_TRUE(check());
    EXPECT_FALSE(frame().judgement().isRight);
    EXPECT_TRUE(frame().verdict().startsWith("**Not yet.** ")) << frame().verdict().toStdString();
}

TEST_F(TaskTest, WhatDoesNotCompileIsNoTry)
{
    goTo(theFix);
    goToTask();
    window.editCode("buggy");
    window.side().editPane()->editor().replaceAll(QString::fromStdString(test::editedAlan("  not_there();")));
    test::settle();
    ASSERT_TRUE(check());
    EXPECT_TRUE(frame().verdict().startsWith("✗ Error, line 13: ")) << frame().verdict().toStdString();
    EXPECT_EQ(state().tries, 0);
}

TEST_F(TaskTest, TheFixIsShownToWhoAsks)
{
    goTo(theFix);
    goToTask();
    frame().showButton().click();
    EXPECT_EQ(session.scenario().variants, (std::vector<std::string>{"buggy", "fixed"}));
    EXPECT_TRUE(frame().verdict().startsWith("**The answer: as in “Fixed”, for example.**")) << frame().verdict().toStdString();
    EXPECT_TRUE(state().isShown);
    EXPECT_FALSE(state().isRight);
}

} // namespace awaitscope
