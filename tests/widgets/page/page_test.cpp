// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/editing/break_finder.hpp"
#include "present/outcome/outcome_model.hpp"
#include "present/support/page_fixture.hpp"
#include "support/window_test.hpp"
#include "widgets/actions/edit_actions.hpp"
#include "widgets/actions/page_actions.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/agreement.hpp"
#include "widgets/code/code_editor.hpp"
#include "widgets/code/edit_pane.hpp"
#include "widgets/code/offered_pane.hpp"
#include "widgets/page/break_sheet.hpp"
#include "widgets/page/difference_sheet.hpp"
#include "widgets/page/repair_bar.hpp"
#include "widgets/share/sharing.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/story/story_text.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/timeline/verdict_bar.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/main_window.hpp"
#include "widgets/window/side_column.hpp"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace awaitscope {

using namespace std::chrono_literals;

/// A real window in which one can have pages of one's own.
class PageTest : public test::PageFixture
{
protected:
    void SetUp() override
    {
        window.allowEditing(edits);
        window.allowPages(pages);
        window.sharing().setAsker([this](QWidget*, const FileQuestion&) { return answer; });
        test::showActive(window, QSize(1366, 768));
    }

    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {}) { test::key(window, which, modifiers); }
    void typeText(const QString& text)
    {
        for (const QChar each : text) {
            if (each == '\n')
                QTest::keyClick(window.focusWidget(), Qt::Key_Return);
            else
                QTest::keyClicks(window.focusWidget(), QString(each));
        }
        test::settle();
    }
    EditPane& pane() { return *window.side().editPane(); }
    CodeEditor& editor() { return pane().editor(); }
    void run()
    {
        key(Qt::Key_R, Qt::ControlModifier);
        ASSERT_TRUE(waitFor(Edit::Stage::ran)) << edit().output.toStdString();
    }
    template <class Sheet>
    Sheet* sheet()
    {
        Sheet* found = nullptr;
        EXPECT_TRUE(test::waitFor([&] {
            found = window.findChild<Sheet*>();
            return found && found->isVisible();
        }));
        return found;
    }

    QString answer;
    MainWindow window{session, Theme::light(), nullptr};
};

TEST_F(PageTest, IsBegunTypedRunAndItsEffectLostByKeyboard)
{
    key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(window.side().isEditing());
    ASSERT_TRUE(test::waitFor([&] { return editor().hasFocus(); }));
    key(Qt::Key_A, Qt::ControlModifier);
    key(Qt::Key_Delete);
    typeText("awaitable<void> run()\n{\nasio::steady_timer t(co_await asio::this_coro::executor, 200ms);\n"
             "co_await t.async_wait(asio::use_awaitable);\neffect(\"stored\", \"v2\");\n}\n");
    run();
    EXPECT_EQ(trace().effects.front().what, "stored");
    test::expectAgreement(window, session);

    key(Qt::Key_Escape);
    key(Qt::Key_T);
    typeText("100ms");
    key(Qt::Key_Return);
    ASSERT_TRUE(test::waitFor([&] { return session.run().timeout == 100ms && !session.isRunning(); }));
    EXPECT_EQ(trace().lost.front().what, "stored");
    key(Qt::Key_Right, Qt::AltModifier);
    EXPECT_TRUE(test::waitFor([&] { return session.run().timeout == 101ms; }));
    test::expectAgreement(window, session);

    // Kept as A, mended, both compared.
    key(Qt::Key_K);
    ASSERT_TRUE(test::waitFor([&] { return session.run().variants.size() == 2; }));
    for (int presses = 0; presses < 2; ++presses) // the first closes it
        key(Qt::Key_E);
    ASSERT_TRUE(test::waitFor([&] { return editor().hasFocus(); }));
    editor().goTo(3);
    typeText("effect(\"stored\", \"v2\"); ");
    EXPECT_TRUE(pane().differs()) << "the lines that differ from A are marked";
    run();
    ASSERT_TRUE(test::waitFor([&] { return window.centre().scopes().size() == 2; }));
    EXPECT_EQ(trace(0).lost.size(), 1U);
    EXPECT_FALSE(trace(1).effects.empty());
    EXPECT_TRUE(test::waitFor([&] { return session.sweep().has_value(); }));
    EXPECT_EQ(outcomeMapOf(session).size(), 2U);
    test::expectAgreement(window, session);

    // Swapped, which is a step that can be undone as all others.
    const QString mended = editor().text();
    key(Qt::Key_Escape);
    key(Qt::Key_K, Qt::ShiftModifier);
    ASSERT_TRUE(test::waitFor([&] { return editor().text() != mended; }));
    editor().setFocus();
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor().text(), mended);
}

TEST_F(PageTest, IsToldWhatItsCodeCanUseAndPutsItAtTheCaret)
{
    key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(test::waitFor([&] { return editor().hasFocus(); }));
    key(Qt::Key_A, Qt::ControlModifier);
    key(Qt::Key_Delete);
    typeText("awaitable<void> run()\n{\n");
    const QString before = editor().text();
    key(Qt::Key_F4);
    OfferedPane& offered = pane().offered();
    ASSERT_TRUE(test::waitFor([&] { return offered.search().hasFocus(); }));
    typeText("sleep");
    ASSERT_EQ(offered.list().count(), 1);
    const QRect row = offered.list().visualItemRect(offered.list().item(0));
    EXPECT_TRUE(offered.list().viewport()->rect().contains(row)) << "all of its words can be seen";
    key(Qt::Key_Return);
    EXPECT_EQ(editor().text(), before + "  co_await sleep_for(world(), 100ms);");
    key(Qt::Key_Escape);
    EXPECT_TRUE(offered.isHidden());
    EXPECT_TRUE(editor().hasFocus());
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor().text(), before);

    key(Qt::Key_F4);
    offered.search().clear();
    EXPECT_GT(offered.list().count(), 40);
    const QRect place = offered.geometry();
    typeText("nowhere");
    EXPECT_EQ(offered.list().count(), 0);
    EXPECT_EQ(offered.geometry(), place) << "nothing moves while one types";
    key(Qt::Key_Return); // of nothing
    EXPECT_EQ(editor().text(), before);
    key(Qt::Key_F4);
    EXPECT_TRUE(offered.isHidden());

    // What is run is another lesson, which the list is of from then on.
    editor().replaceAll(leastPage());
    run();
    key(Qt::Key_F4);
    offered.search().clear();
    typeText("effect(");
    EXPECT_EQ(offered.list().count(), 1);
    window.session().language().choose("de");
    EXPECT_TRUE(offered.list().item(0)->text().contains("Wirkung") || offered.list().item(0)->text().contains("geschehen"));
}

TEST_F(PageTest, IsOpenedSavedAndSeenAgainWhenAnotherEditorSavesIt)
{
    write("mine.cpp", "// # Mine\n//\n// What it is for.\n" + leastPage());
    answer = path("mine.cpp");
    key(Qt::Key_O, Qt::ControlModifier);
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    EXPECT_TRUE(window.windowTitle().startsWith("mine.cpp[*]"));
    EXPECT_TRUE(window.story().texts().front()->toPlainText().contains("What it is for."));
    editor().goTo(4);
    typeText("// typed\n");
    EXPECT_TRUE(window.isWindowModified());
    key(Qt::Key_S, Qt::ControlModifier);
    EXPECT_TRUE(read("mine.cpp").contains("// typed\n"));
    EXPECT_FALSE(window.isWindowModified());
    write("mine.cpp", QString(leastPage()).replace("stored", "kept"));
    EXPECT_TRUE(test::waitFor([&] { return editor().text().contains("kept"); }));
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    EXPECT_EQ(trace().effects.front().what, "kept");
    EXPECT_TRUE(editor().text().contains("kept"));
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(editor().text().contains("// typed")) << "what was there can be brought back";
}

TEST_F(PageTest, HasItsOwnUndoWhereverOneHasBeen)
{
    key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(test::waitFor([&] { return editor().hasFocus(); }));
    typeText("// one\n");
    const QString typed = editor().text();
    const QString first = pages.recent().front();
    key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(test::waitFor([&] { return editor().text() == leastPage(); })) << "a new page, as the other is not as it was";
    typeText("// two\n");
    window.openPath(first);
    ASSERT_TRUE(test::waitFor([&] { return editor().text() == typed; }));
    EXPECT_EQ(editor().line(), 2) << "where it was left";
    editor().setFocus();
    const auto press = [&](Qt::Key which) {
        for (int presses = 0; presses < 4; ++presses)
            key(which, Qt::ControlModifier);
    };
    press(Qt::Key_Z);
    EXPECT_EQ(editor().text(), leastPage()) << "and nothing of the other page";
    EXPECT_EQ(edit().text, leastPage());
    press(Qt::Key_Y);
    EXPECT_EQ(editor().text(), typed);
    EXPECT_EQ(edit().text, typed);
}

TEST_F(PageTest, IsMadeOfAPastedMain)
{
    key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(test::waitFor([&] { return editor().hasFocus(); }));
    RepairBar& bar = *window.pageActions().repairBar();
    EXPECT_TRUE(test::waitFor([&] { return !bar.isVisible(); }));
    key(Qt::Key_A, Qt::ControlModifier);
    QGuiApplication::clipboard()->setText("#include <iostream>\nasio::awaitable<void> work()\n{\n  effect(\"worked\");\n  co_return;\n}\n"
                                          "int main()\n{\n  asio::io_context context;\n  asio::co_spawn(context, work(), asio::detached);\n"
                                          "  context.run();\n}\n");
    key(Qt::Key_V, Qt::ControlModifier);
    ASSERT_TRUE(test::waitFor([&] { return bar.isVisible(); }));
    EXPECT_TRUE(bar.words().contains("main()"));
    test::click(window, bar.button());
    auto* const difference = sheet<DifferenceSheet>();
    ASSERT_TRUE(difference);
    const QString shown = difference->difference().toPlainText();
    EXPECT_TRUE(shown.contains("- int main()")) << shown.toStdString();
    EXPECT_TRUE(shown.contains("+ awaitable<void> run()")) << shown.toStdString();
    EXPECT_TRUE(editor().text().contains("int main()")) << "nothing is changed before somebody wants it";
    QTest::mouseClick(&difference->yes(), Qt::LeftButton);
    ASSERT_TRUE(waitFor(Edit::Stage::ran)) << edit().output.toStdString();
    EXPECT_EQ(trace().effects.front().what, "worked");
    EXPECT_TRUE(test::waitFor([&] { return !bar.isVisible(); }));
}

TEST_F(PageTest, ThatCrashesSaysInEveryPaneWhereAndHowFarItCame)
{
    write("mine.cpp", "awaitable<void> run()\n{\n  asio::steady_timer t(co_await asio::this_coro::executor, 100ms);\n"
                      "  co_await t.async_wait(asio::use_awaitable);\n  println(\"half\");\n  t.expires_after(100ms);\n"
                      "  co_await t.async_wait(asio::use_awaitable);\n  *static_cast<volatile int*>(nullptr) = 1;\n  effect(\"stored\", \"v2\");\n}\n");
    answer = path("mine.cpp");
    key(Qt::Key_O, Qt::ControlModifier);
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    ASSERT_EQ(trace().ended.how, RunEnd::crashed);
    ASSERT_TRUE(test::waitFor([&] { return session.sweep().has_value(); }));
    EXPECT_NE(editor().noteBelow(8), "");
    const auto isNoteWhole = [this] {
        const QFontMetrics metrics(editor().noteFont());
        const int indented = metrics.horizontalAdvance('m') * editor().indentation(7);
        const int room = editor().viewport()->width() - editor().textLeft() - indented;
        return std::ranges::all_of(editor().noteBelow(8).split('\n'), [&](const QString& line) { return metrics.horizontalAdvance(line) <= room; });
    };
    EXPECT_TRUE(isNoteWhole()) << editor().noteBelow(8).toStdString();
    key(Qt::Key_F5);
    for (int width = 1500; width <= 2000; width += 50) { // wherever its words are broken, in the type of a slide
        window.resize(width, 1080);
        test::settle();
        EXPECT_TRUE(isNoteWhole()) << width << ": " << editor().noteBelow(8).toStdString();
    }
    key(Qt::Key_F5);
    window.resize(1366, 768);
    test::settle();
    EXPECT_TRUE(editor().wordsAt(8).endsWith("fault") || editor().wordsAt(8) == "ends here") << editor().wordsAt(8).toStdString();
    const VerdictBar& bar = window.centre().scopes().front()->verdictBar();
    EXPECT_EQ(bar.shownWords().front(), "ended by a fault in line 8");
    EXPECT_TRUE(bar.toolTip().contains("memory that is not its own")) << bar.toolTip().toStdString();
    session.playback().toStart();
    while (!session.playback().isAtEnd()) {
        session.playback().toNextStep();
        test::settle();
        test::expectAgreement(window, session);
    }
    key(Qt::Key_Escape);
    key(Qt::Key_T);
    typeText("50ms");
    key(Qt::Key_Return);
    ASSERT_TRUE(test::waitFor([&] { return session.run().timeout == 50ms && !session.isRunning(); }));
    EXPECT_EQ(trace().ended.how, RunEnd::threw) << "it does not come so far";
    test::expectAgreement(window, session);
    EXPECT_FALSE(bar.text().isFault);

    key(Qt::Key_F9);
    auto* const search = sheet<BreakSheet>();
    ASSERT_TRUE(search);
    ASSERT_TRUE(test::waitFor([&] { return !window.pageActions().finder()->isSearching(); }));
    EXPECT_TRUE(search->words().startsWith("Without a timeout: a fault ends run(). It reads or writes memory")) << search->words().toStdString();
}

TEST_F(PageTest, IsSearchedForWhatBreaksIt)
{
    window.pageActions().begin("lock-across-an-await");
    ASSERT_TRUE(waitFor(Edit::Stage::ran)) << edit().output.toStdString();
    key(Qt::Key_F9);
    auto* const search = sheet<BreakSheet>();
    ASSERT_TRUE(search);
    ASSERT_TRUE(test::waitFor([&] { return !window.pageActions().finder()->isSearching(); }));
    EXPECT_TRUE(search->words().contains("“no money is lost” is violated")) << search->words().toStdString();
    QTest::mouseClick(&search->showButton(), Qt::LeftButton);
    EXPECT_TRUE(test::waitFor([&] { return session.run().timeout.has_value() && !session.isRunning(); }));
    EXPECT_EQ(awaitscope::verdictOf(trace()), Verdict::violated);
}

TEST_F(PageTest, CanBeChosenFromThoseToStartFrom)
{
    key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(test::waitFor([&] { return session.lesson().isSandbox; }));
    ASSERT_FALSE(window.story().texts().empty());
    StoryText& text = *window.story().texts().front();
    EXPECT_TRUE(text.toPlainText().contains("A rate limit"));
    Q_EMIT text.anchorClicked(QUrl("page:rate-limit"));
    ASSERT_TRUE(test::waitFor([&] { return session.lesson().title == "rate-limit.cpp"; }));
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    EXPECT_FALSE(trace().checks.empty());
}

TEST_F(PageTest, LeavesNoEditorOpenOverALessonThatOneGoesOnTo)
{
    key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(window.side().isEditing());
    session.setLesson("alan-caches-requests", 0);
    EXPECT_FALSE(window.side().isEditing());
    EXPECT_TRUE(edits.all().empty()) << "nobody asked to change that";
    test::expectAgreement(window, session);
}

} // namespace awaitscope
