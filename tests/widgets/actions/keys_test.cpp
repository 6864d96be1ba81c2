// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/cancelling_sheet.hpp"
#include "widgets/actions/text_sheet.hpp"
#include "support/waiting.hpp"
#include "widgets/qscintilla.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/timeline/timeout_field.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/side_column.hpp"
#include "widgets/window/top_bar.hpp"
#include "widgets/window_keys.hpp"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBrowser>

#include <set>
#include <tuple>

namespace awaitscope {

using namespace std::chrono_literals;

TEST_F(WindowKeysTest, GoThroughTheRun)
{
    key(Qt::Key_Home);
    EXPECT_EQ(milliseconds(), 0);
    key(Qt::Key_Right);
    EXPECT_EQ(milliseconds(), 200);
    key(Qt::Key_Right);
    EXPECT_EQ(milliseconds(), 250);
    key(Qt::Key_Left);
    EXPECT_EQ(milliseconds(), 200);
    key(Qt::Key_Right, Qt::ControlModifier);
    EXPECT_EQ(milliseconds(), 250);
    key(Qt::Key_Left, Qt::ControlModifier);
    EXPECT_EQ(milliseconds(), 200);
    key(Qt::Key_End);
    EXPECT_EQ(milliseconds(), 400);
    key(Qt::Key_Space);
    EXPECT_TRUE(session.playback().isPlaying());
    key(Qt::Key_Space);
    EXPECT_FALSE(session.playback().isPlaying());
}

TEST_F(WindowKeysTest, ChangeSpeedAndLoop)
{
    key(Qt::Key_BracketRight);
    EXPECT_EQ(session.playback().speed(), 2);
    key(Qt::Key_BracketLeft);
    key(Qt::Key_BracketLeft);
    EXPECT_EQ(session.playback().speed(), 0.5);
    key(Qt::Key_L);
    EXPECT_TRUE(session.playback().isLooping());
    EXPECT_TRUE(window.actions()[Act::loop].isChecked());
    key(Qt::Key_L);
    EXPECT_FALSE(session.playback().isLooping());
    session.playback().setLooping(true);
    EXPECT_TRUE(window.actions()[Act::loop].isChecked()) << "whoever changed it";
}

TEST_F(WindowKeysTest, MoveTypeAndTakeAwayTheTimeout)
{
    key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(session.run().timeout, 249ms);
    key(Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(session.run().timeout, 250ms);
    key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(session.run().timeout, 240ms);
    key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    EXPECT_EQ(session.run().timeout, 250ms);
    key(Qt::Key_T);
    EXPECT_TRUE(window.timeoutField().isVisible());
    key(Qt::Key_Escape);
    EXPECT_FALSE(window.timeoutField().isVisible());
    key(Qt::Key_N);
    EXPECT_FALSE(session.run().timeout);
    EXPECT_FALSE(window.actions()[Act::noTimeout].isEnabled());
}

TEST_F(WindowKeysTest, ChooseModelAndScene)
{
    for (const CancelModel model : {CancelModel::drop, CancelModel::eager, CancelModel::asio}) {
        key(Qt::Key_M);
        EXPECT_EQ(session.scenario().model, model);
    }
    session.setScene(0);
    EXPECT_FALSE(window.actions()[Act::previousScene].isEnabled());
    key(Qt::Key_PageDown);
    EXPECT_EQ(session.scene(), 1);
    key(Qt::Key_PageUp);
    EXPECT_EQ(session.scene(), 0);
}

TEST_F(WindowKeysTest, ChangeTheSizeOfTheType)
{
    key(Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_EQ(window.theme().scale, 1.1);
    key(Qt::Key_Equal, Qt::ControlModifier);
    EXPECT_EQ(window.theme().scale, 1.25);
    key(Qt::Key_Minus, Qt::ControlModifier);
    EXPECT_EQ(window.theme().scale, 1.1);
    key(Qt::Key_0, Qt::ControlModifier);
    EXPECT_EQ(window.theme().scale, 1);
}

TEST_F(WindowKeysTest, BelongToTheFieldThatIsTypedInto)
{
    key(Qt::Key_T);
    QLineEdit& edit = window.timeoutField().edit();
    QGuiApplication::clipboard()->setText("awaitscope:?timeout=1ms");
    for (const Qt::Key each : {Qt::Key_N, Qt::Key_M, Qt::Key_L, Qt::Key_T, Qt::Key_0, Qt::Key_Space})
        key(each);
    key(Qt::Key_Question);
    key(Qt::Key_Home);
    key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(edit.hasFocus());
    EXPECT_TRUE(edit.text().startsWith("awaitscope:?timeout=1ms")) << edit.text().toStdString();
    EXPECT_EQ(session.run().timeout, 250ms);
    EXPECT_EQ(session.scenario().model, CancelModel::asio);
    EXPECT_EQ(milliseconds(), 400);
    EXPECT_FALSE(session.playback().isLooping());
    EXPECT_FALSE(sheet());
}

TEST_F(WindowKeysTest, BelongToAnEditorThatIsTypedInto)
{
    QsciScintilla editor{&window};
    editor.setGeometry(100, 200, 400, 200);
    editor.show();
    editor.setFocus();
    for (const Qt::Key each : {Qt::Key_N, Qt::Key_M, Qt::Key_L, Qt::Key_T, Qt::Key_Left, Qt::Key_Home})
        key(each);
    EXPECT_EQ(editor.text().toLower(), "nmlt");
    EXPECT_EQ(session.run().timeout, 250ms);
    EXPECT_EQ(session.scenario().model, CancelModel::asio);
    EXPECT_EQ(milliseconds(), 400);
    EXPECT_FALSE(window.timeoutField().isVisible());
}

TEST_F(WindowKeysTest, GoBackToTheWindowAfterTyping)
{
    key(Qt::Key_T);
    key(Qt::Key_Return);
    ASSERT_FALSE(window.timeoutField().isVisible());
    key(Qt::Key_Space);
    EXPECT_TRUE(session.playback().isPlaying()) << "Space presses no button that nobody went to";
}

TEST_F(WindowKeysTest, LeaveSpaceToAButtonThatWasReached)
{
    QPushButton& drop = window.topBar().button(CancelModel::drop);
    drop.setFocus(Qt::TabFocusReason);
    key(Qt::Key_Space);
    EXPECT_EQ(session.scenario().model, CancelModel::drop);
    EXPECT_FALSE(session.playback().isPlaying());
    window.actions()[Act::play].trigger();
    EXPECT_TRUE(session.playback().isPlaying()) << "the menu means what it says";
}

TEST_F(WindowKeysTest, StandInOneTableWithoutAConflict)
{
    std::set<QString> seen;
    // Some keys mean one thing on a desk and another in a presentation: whoever answers there rests here.
    std::set<QString> presenting;
    std::set<QString> voting; // while a room votes, all other actions give up its letters
    for (const ActionRow& row : actionTable()) {
        EXPECT_FALSE(row.words.isEmpty());
        EXPECT_EQ(&rowOf(row.act), &row) << row.words.toStdString();
        const bool isOfPresenting = row.act == Act::forward || row.act == Act::back || row.act == Act::restartScene;
        const bool isVote = row.act >= Act::voteA && row.act <= Act::voteF;
        for (const QKeySequence& each : row.keys)
            EXPECT_TRUE((isVote ? voting : isOfPresenting ? presenting : seen).insert(each.toString()).second)
                << each.toString().toStdString();
        const QAction* const action = window.actions().find(row.act);
        EXPECT_TRUE(!action || action->shortcuts() == row.keys) << row.words.toStdString();
    }
}

TEST_F(WindowKeysTest, AreAllInTheSheet)
{
    for (const Qt::Key which : {Qt::Key_Question, Qt::Key_F1}) {
        key(which);
        ASSERT_TRUE(sheet());
        EXPECT_EQ(window.findChildren<KeySheet*>().size(), 1);
        QString all;
        for (const QLabel* const label : sheet()->findChildren<QLabel*>())
            all += label->text() + '\n';
        for (const ActionRow& row : actionTable()) {
            if (row.hasOwnLine && !row.keys.isEmpty() && window.actions().find(row.act)) {
                EXPECT_TRUE(all.contains(row.sheetWords.isEmpty() ? row.words.mid(1) : row.sheetWords))
                    << row.words.toStdString();
            }
        }
        QTest::keyClick(sheet(), Qt::Key_Escape);
        ASSERT_TRUE(test::waitFor([&] { return !sheet(); }));
        window.activateWindow(); // what a window manager does
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window, test::longestWait));
    }
}

TEST_F(WindowKeysTest, AreInTheSheetIfTheManualNamesThem)
{
    // What stands in the README between the window's part and the command line's, and is a key by its looks.
    QString readme = TextSheet::read(":/README.md");
    const qsizetype from = readme.indexOf("## In the window");
    readme = readme.mid(from, readme.indexOf("## On the command line") - from);
    ASSERT_GT(readme.size(), 4'000);
    static const QRegularExpression key{
        R"((?:`|\b)((?:(?:Ctrl|Shift|Alt)\+)+[A-Z←→]|F\d+)(?:`|\b|(?= ))|`((?:Shift\+)?[A-Z0-9.]|Home|End)`)"};
    std::set<QString> named;
    for (auto match = key.globalMatch(readme); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        named.insert(found.captured(1).isEmpty() ? found.captured(2) : found.captured(1));
    }
    EXPECT_GT(named.size(), 28U);
    this->key(Qt::Key_Question);
    ASSERT_TRUE(sheet());
    QStringList shown;
    for (const QLabel* const label : sheet()->findChildren<QLabel*>()) {
        QString modifiers; // "Ctrl+N, O, S" are three with Ctrl
        for (const QString& each : label->text().split(QRegularExpression("[ ,…]+"))) {
            if (const qsizetype plus = each.lastIndexOf('+', -2); plus > 0)
                modifiers = each.left(plus + 1);
            shown += {each, modifiers + each};
        }
    }
    for (const QString& each : named) {
        const bool isDigit = each.size() == 1 && each[0].isDigit() && each != "0"; // 1 … 9
        const bool isVote = each == "F"; // A … F
        EXPECT_TRUE(shown.contains(each) || isDigit || (isVote && shown.contains("F"))) << each.toStdString();
    }
    sheet()->accept();
}

TEST_F(WindowKeysTest, OfTheMenuOpenManualLicenceAndAbout)
{
    QCoreApplication::setApplicationVersion("7.8.9");
    const std::tuple<const char*, const char*> sheets[] = {
        {"Manual", "Click an await, anywhere you see its number"}, {"Licence", "GNU GENERAL PUBLIC LICENSE"}, {"About Awaitscope", "7.8.9"}};
    for (const auto& [words, said] : sheets) {
        QAction* const action = inMenu("Help", words);
        ASSERT_TRUE(action) << words;
        action->trigger();
        auto* const shown = window.findChild<TextSheet*>();
        ASSERT_TRUE(shown) << words;
        EXPECT_TRUE(shown->findChild<QTextBrowser*>()->toPlainText().contains(said)) << words;
        EXPECT_FALSE(shown->findChild<QTextBrowser*>()->toPlainText().contains("](")) << "no link that leads nowhere";
        QTest::keyClick(shown, Qt::Key_Escape);
        ASSERT_TRUE(test::waitFor([&] { return !window.findChild<TextSheet*>(); }));
    }
}

TEST_F(WindowKeysTest, ReadTheCodeInTheNextLanguage)
{
    for (const char* const runtime : {"tokio", "node", "asyncio", ""}) {
        key(Qt::Key_S);
        EXPECT_EQ(window.side().tongue(), runtime);
    }
    EXPECT_TRUE(inMenu("View", "The code in the next language"));
}

TEST_F(WindowKeysTest, ShowTheCodeWhoseLanguageTheyChange)
{
    window.resize(1280, 720); // where story and code take turns
    test::settle();
    ASSERT_FALSE(window.side().isVisible());
    key(Qt::Key_S);
    EXPECT_TRUE(window.side().isVisible());
}

TEST_F(WindowKeysTest, ExplainWhatCancellingMeans)
{
    const auto explanation = [this] { return window.findChild<CancellingSheet*>(); };
    EXPECT_TRUE(inMenu("Model", "What cancelling means"));
    key(Qt::Key_W);
    ASSERT_TRUE(explanation());
    const auto* const text = explanation()->findChild<QTextBrowser*>();
    ASSERT_TRUE(text);
    for (const char* const said : {"Dropping a JoinHandle does not cancel its task.", "CPython issue 86296",
                                   "The race waits until its loser has ended"})
        EXPECT_TRUE(text->toPlainText().contains(said)) << said;
    QTest::keyClick(explanation(), Qt::Key_Escape);
    ASSERT_TRUE(test::waitFor([&] { return !explanation(); }));
}

TEST_F(WindowKeysTest, AreShownWhereTheyFitAndScrollWhereNot)
{
    for (const Theme& theme : {Theme::light(), Theme::darkTheme(), Theme::darkTheme(2)}) {
        window.resize(1280, 720);
        window.setTheme(theme);
        test::settle();
        window.showKeys();
        ASSERT_TRUE(sheet());
        ASSERT_TRUE(QTest::qWaitForWindowExposed(sheet(), test::longestWait));
        EXPECT_LE(sheet()->height(), window.height());
        EXPECT_LE(sheet()->width(), window.width());
        const QScrollBar* const bar = sheet()->findChild<QScrollArea*>()->verticalScrollBar();
        EXPECT_EQ(sheet()->findChild<QScrollArea*>()->horizontalScrollBar()->maximum(), 0) << "lines are whole";
        if (theme.scale > 1) {
            EXPECT_GT(bar->maximum(), 0);
        } else {
            EXPECT_EQ(bar->maximum(), 0) << "all of it is seen";
        }
        for (const QLabel* const label : sheet()->findChildren<QLabel*>()) {
            EXPECT_GE(contrastRatio(label->palette().color(QPalette::WindowText), theme.window), 4.5);
            EXPECT_GE(label->font().pixelSize(), 16 * std::min(theme.scale, 1.5)) << "no larger than two columns allow";
        }
        sheet()->accept();
        ASSERT_TRUE(test::waitFor([&] { return !sheet(); }));
    }
}

TEST_F(WindowKeysTest, OpenTheMenu)
{
    key(Qt::Key_F10);
    ASSERT_TRUE(window.menu().isVisible());
    const QList<QAction*> groups = window.menu().actions();
    EXPECT_EQ(window.menu().activeAction(), groups[0]);
    EXPECT_FALSE(groups[0]->menu()->isVisible()) << "the arrows go on among the groups";
    QTest::keyClick(&window.menu(), Qt::Key_Down);
    EXPECT_EQ(window.menu().activeAction(), groups[1]);
    QTest::keyClick(&window.menu(), Qt::Key_Escape);
    ASSERT_FALSE(window.menu().isVisible());
    key(Qt::Key_Alt);
    EXPECT_TRUE(window.menu().isVisible());
    window.menu().hide();
    QTest::keyPress(window.windowHandle(), Qt::Key_Alt);
    QTest::keyClick(window.windowHandle(), Qt::Key_Left, Qt::AltModifier);
    QTest::keyRelease(window.windowHandle(), Qt::Key_Alt);
    test::settle();
    EXPECT_FALSE(window.menu().isVisible()) << "Alt was part of Alt+Left";
    EXPECT_EQ(session.run().timeout, 249ms);
    click(window.topBar().menuButton());
    EXPECT_TRUE(window.menu().isVisible());
    window.menu().hide();
}

TEST_F(WindowKeysTest, StandInTheMenuBesideWhatTheyDo)
{
    for (const ActionRow& row : actionTable()) {
        QAction* const action = window.actions().find(row.act);
        if (action && row.isInMenu) {
            EXPECT_EQ(inMenu(titleOf(row.group), row.words), action) << row.words.toStdString();
        }
    }
    inMenu("Model", "Rust drop")->trigger();
    EXPECT_EQ(session.scenario().model, CancelModel::drop);
    EXPECT_TRUE(inMenu("Model", "Rust drop")->isChecked());
    EXPECT_FALSE(inMenu("Model", "Asio cancel")->isChecked());
    inMenu("Model", "Rust drop")->trigger();
    EXPECT_TRUE(inMenu("Model", "Rust drop")->isChecked()) << "one is always on";
    inMenu("View", "Story")->trigger();
    EXPECT_FALSE(window.story().isVisible());
    inMenu("View", "Story")->trigger();
    EXPECT_TRUE(window.story().isVisible());
    inMenu("View", "Dark theme")->trigger();
    EXPECT_TRUE(window.theme().dark);
    EXPECT_TRUE(inMenu("View", "Dark theme")->isChecked());
    EXPECT_FALSE(inMenu("View", "Light theme")->isChecked());
}

TEST_F(WindowKeysTest, FindLessonsAndScenesInTheMenu)
{
    ASSERT_EQ(window.menu().lessons().actions().size(), static_cast<qsizetype>(session.catalogue().lessons().size()));
    session.setScene(1);
    window.menu().lessons().actions().front()->trigger();
    EXPECT_EQ(session.scene(), 0);
    window.menu().scenes().actions().at(2)->trigger();
    EXPECT_EQ(session.scene(), 2);
}

} // namespace awaitscope
