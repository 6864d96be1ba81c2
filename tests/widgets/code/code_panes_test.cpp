// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"
#include "widgets/code/await_stack_line.hpp"
#include "widgets/code/caller_code_pane.hpp"
#include "widgets/code/code_connector.hpp"
#include "widgets/code/code_pane.hpp"
#include "widgets/code/code_tabs.hpp"
#include "widgets/code/code_view.hpp"
#include "widgets/code/console_pane.hpp"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <gtest/gtest.h>

namespace awaitscope {

/// The right column as the window has it, in a real window.
class CodePanesTest : public testing::Test
{
protected:
    void SetUp() override
    {
        window.resize(430, 800);
        auto* const layout = new QVBoxLayout(&window);
        layout->addWidget(&caller);
        layout->addWidget(&buggy, 1);
        layout->addWidget(&fixed, 1);
        layout->addWidget(&console);
        caller.setFixedHeight(100);
        console.setFixedHeight(110);
        show("awaitscope:alan-caches-requests?timeout=250ms&model=asio");
        window.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&window, test::longestWait));
    }

    void show(const char* scenario)
    {
        ASSERT_TRUE(session.apply(scenario)) << scenario;
        QTest::qWait(10);
    }

    /// The line of the pane's file in which `code` stands.
    static int lineOf(CodePane& pane, const char* code)
    {
        for (int line = 1; line <= pane.view().lines(); ++line) {
            if (pane.view().text(line - 1).contains(QLatin1String(code)))
                return line;
        }
        return 0;
    }

    static int sendLine(CodePane& pane) { return lineOf(pane, "channel.send(response)"); }
    static int writeLine(CodePane& pane) { return lineOf(pane, "cache.set"); }

    /// How much of a row is `colour`, 0 to 1.
    static double shareOf(CodePane& pane, int line, const QColor& colour)
    {
        const QImage image = pane.view().viewport()->grab(pane.view().lineRect(line)).toImage();
        int same = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                same += image.pixelColor(x, y) == colour ? 1 : 0;
        }
        return static_cast<double>(same) / (image.width() * image.height());
    }

    Session session{test::builtInCatalogue()};
    Theme theme = Theme::light();
    QWidget window;
    CallerCodePane caller{session, theme};
    CodePane buggy{session, theme, "buggy"};
    CodePane fixed{session, theme, "fixed"};
    ConsolePane console{session, theme};
};

TEST_F(CodePanesTest, ShowTheFileThatWasCompiledWithTheFunctionInView)
{
    const LessonFile* const file = session.lesson().findFile("buggy.cpp");
    ASSERT_NE(file, nullptr);
    EXPECT_EQ(buggy.view().text(), QString::fromStdString(file->text));
    EXPECT_TRUE(buggy.view().isReadOnly());
    EXPECT_TRUE(buggy.view().lineRect(1).isEmpty()) << "the licence's line takes the place of the function";
    EXPECT_FALSE(buggy.view().lineRect(sendLine(buggy)).isEmpty());
    EXPECT_FALSE(buggy.view().lineRect(writeLine(buggy)).isEmpty());
}

TEST_F(CodePanesTest, ReachTheRestOfTheFileWithTheWheel)
{
    const QPoint middle = buggy.view().viewport()->rect().center();
    for (int i = 0; i < 20 && buggy.view().lineRect(1).isEmpty(); ++i) {
        QWheelEvent wheel(middle, buggy.view().viewport()->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(buggy.view().viewport(), &wheel);
    }
    EXPECT_FALSE(buggy.view().lineRect(1).isEmpty());
    session.playback().toStart();
    EXPECT_FALSE(buggy.view().lineRect(1).isEmpty()) << "the playhead scrolled away from what somebody wanted to see";
}

TEST_F(CodePanesTest, SayInTheWordsOfTheModelWhatBecameOfEachLine)
{
    EXPECT_EQ(buggy.view().shownWords(sendLine(buggy)), "threw here");
    EXPECT_EQ(buggy.view().shownWords(writeLine(buggy)), "never ran");
    EXPECT_EQ(fixed.view().shownWords(writeLine(fixed)), "ran at 200 ms");
    show("awaitscope:?model=drop");
    EXPECT_EQ(buggy.view().shownWords(sendLine(buggy)), "dropped here");
    show("awaitscope:?model=eager");
    EXPECT_TRUE(buggy.view().shownWords(sendLine(buggy)).startsWith("not stopped"));
    EXPECT_TRUE(buggy.view().shownWords(writeLine(buggy)).startsWith("ran at 300 ms"));
    EXPECT_EQ(buggy.view().picture().lines.at(writeLine(buggy)).words.first(),
              "ran at 300 ms, 50 ms after the race was over");
}

TEST_F(CodePanesTest, ColourTheWholeLine)
{
    EXPECT_GT(shareOf(buggy, writeLine(buggy), theme.violated.fill), 0.4);
    EXPECT_GT(shareOf(fixed, writeLine(fixed), theme.holds.fill), 0.4);
    EXPECT_GT(shareOf(buggy, sendLine(buggy), theme.cut.fill), 0.4);
    session.playback().toStart();
    QTest::qWait(10);
    EXPECT_EQ(shareOf(buggy, writeLine(buggy), theme.violated.fill), 0);
}

TEST_F(CodePanesTest, ShortenWordsRatherThanCoverCode)
{
    show("awaitscope:?model=eager");
    window.resize(900, 800);
    QTest::qWait(50);
    EXPECT_EQ(buggy.view().shownWords(writeLine(buggy)), "ran at 300 ms, 50 ms after the race was over");
    window.resize(330, 800);
    QTest::qWait(50);
    EXPECT_LT(buggy.view().shownWords(writeLine(buggy)).size(), 20);
}

TEST_F(CodePanesTest, AimTheTimeoutWhenABadgeIsClicked)
{
    const QRect badge = buggy.view().badgeRect(lineOf(buggy, "make_request"), 1);
    ASSERT_FALSE(badge.isEmpty());
    QTest::mouseClick(buggy.view().viewport(), Qt::LeftButton, Qt::NoModifier, badge.center());
    EXPECT_EQ(session.run().timeout, VirtualDuration{100'000});
    // That line has no room for words: they stand beside the next.
    EXPECT_EQ(buggy.view().shownWords(lineOf(buggy, "make_request")), "↑ threw here");
}

TEST_F(CodePanesTest, MakeRoomForTheBadgesOfALoop)
{
    Session other{test::builtInCatalogue()};
    ASSERT_TRUE(other.apply("awaitscope:alan-caches-requests?variants=buggy"));
    CodePane pane{other, theme, "buggy"};
    pane.resize(400, 300);
    pane.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&pane, test::longestWait));
    ASSERT_TRUE(other.apply("awaitscope:the-message-that-moved?variants=buggy"));
    const int line = lineOf(pane, "async_push");
    ASSERT_EQ(pane.view().picture().lines.at(line).badges.size(), 4U);
    const long begin = pane.view().SendScintilla(QsciScintilla::SCI_GETLINEINDENTPOSITION, static_cast<unsigned long>(line - 1));
    EXPECT_LT(pane.view().badgeRect(line, 5).right(), pane.view().SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, begin));
}

TEST_F(CodePanesTest, DoNothingWhenTheBadgeOfAnAwaitThatNoRunReachesIsClicked)
{
    const QRect badge = buggy.view().badgeRect(lineOf(buggy, "channel.send(*hit)"), 0);
    ASSERT_FALSE(badge.isEmpty());
    QTest::mouseClick(buggy.view().viewport(), Qt::LeftButton, Qt::NoModifier, badge.center());
    EXPECT_EQ(session.run().timeout, VirtualDuration{250'000});
}

TEST_F(CodePanesTest, FollowThePlayhead)
{
    session.playback().setPosition(fromMicroseconds(100'000));
    EXPECT_EQ(buggy.view().shownWords(lineOf(buggy, "make_request")), "↑ waits here");
    EXPECT_EQ(buggy.view().shownWords(sendLine(buggy)), "");
    EXPECT_EQ(buggy.view().shownWords(writeLine(buggy)), "");
}

TEST_F(CodePanesTest, ConnectTheLineThatMoved)
{
    CodeConnector connector(theme, &buggy, &fixed, &window);
    connector.show();
    QTest::qWait(10);
    EXPECT_EQ(connector.words(), "one line moved");
    EXPECT_EQ(connector.size(), window.size());
    // It lies over the panes, and clicks go through it.
    const QPoint badge =
        buggy.view().viewport()->mapTo(&window, buggy.view().badgeRect(lineOf(buggy, "make_request"), 1).center());
    QTest::mouseClick(window.windowHandle(), Qt::LeftButton, Qt::NoModifier, badge);
    EXPECT_EQ(session.run().timeout, VirtualDuration{100'000});
}

TEST_F(CodePanesTest, TellTheStoryInOtherLanguagesWithWhatTheirRuntimesDo)
{
    // The scopes show Asio cancel; each tab says what its own runtime does at the same timeout.
    const std::pair<const char*, std::pair<const char*, QString>> tongues[] = {
        {"tokio", {"rust/buggy.rs", "dropped here"}},
        {"node", {"js/buggy.mjs", "not stopped"}},
        {"asyncio", {"python/buggy.py", "threw here"}}};
    for (const auto& [runtime, tells] : tongues) {
        buggy.setTongue(runtime);
        QTest::qWait(10);
        const LessonFile* const file = session.lesson().findFile(tells.first);
        ASSERT_NE(file, nullptr) << tells.first;
        EXPECT_EQ(buggy.view().text(), QString::fromStdString(file->text)) << "shown = run";
        const int send = lineOf(buggy, "channel.send(");
        const int last = buggy.view().picture().currentLine();
        EXPECT_GT(last, send) << runtime << ": the second send is the one that was cut";
        EXPECT_TRUE(buggy.view().shownWords(last).startsWith(tells.second)) << runtime;
        EXPECT_EQ(buggy.view().picture().lines.at(last).badges, (std::vector<CodeBadge>{{2, true, true}})) << runtime;
        EXPECT_FALSE(buggy.view().badgeRect(last, 2).isEmpty()) << runtime;
        EXPECT_TRUE(buggy.view()
                        .shownWords(writeLine(buggy))
                        .startsWith(runtime == QLatin1String("node") ? "ran at 300" : "never ran"))
            << runtime;
    }
    EXPECT_EQ(buggy.view().accessibleName(), "Source of Buggy, get_response, python/buggy.py");
    buggy.setTongue({});
    EXPECT_EQ(buggy.shownFile()->name, "buggy.cpp");
}

TEST_F(CodePanesTest, SayNothingOfARunWhereEachRuntimeBreaksTiesItsOwnWay)
{
    buggy.setTongue("asyncio");
    EXPECT_EQ(buggy.note(), "");
    show("awaitscope:?timeout=200ms");
    EXPECT_TRUE(buggy.note().contains("in the same instant")) << "why no run is told";
    EXPECT_EQ(fixed.note(), "") << "the C++ is run";
    int badges = 0;
    for (const auto& [line, what] : buggy.view().picture().lines) {
        EXPECT_EQ(what.mark, CodeMark::none) << line;
        for (const CodeBadge& badge : what.badges)
            badges += badge.reached ? 100 : 1;
    }
    EXPECT_EQ(badges, 3) << "one for each await, hollow";
}

TEST_F(CodePanesTest, SayWhereTheTimelineShowsAnotherMeaningThanTheirLanguagesAndLeadThere)
{
    buggy.setTongue("tokio");
    EXPECT_EQ(buggy.note(), "What happens in this language: Rust drop. The timeline shows Asio cancel.");
    auto* const note = buggy.findChild<QLabel*>("note");
    ASSERT_NE(note, nullptr);
    Q_EMIT note->linkActivated("meaning");
    EXPECT_EQ(session.scenario().model, CancelModel::drop);
    EXPECT_EQ(buggy.note(), "") << "now both tell the same";
    buggy.setTongue("asyncio");
    EXPECT_EQ(buggy.note(), "What happens in this language: Asio cancel. The timeline shows Rust drop.");
    show("awaitscope:?model=asio&cancel_on=operation");
    EXPECT_EQ(buggy.note(), "What happens in this language: Asio cancel. The timeline shows Asio, operation.");
    EXPECT_TRUE(buggy.view().shownWords(buggy.view().picture().currentLine()).startsWith("threw here")) << "and its own run is told";
    show("awaitscope:?model=drop&timeout=none");
    EXPECT_EQ(buggy.note(), "") << "nobody is cancelled";
    buggy.setTongue({});
}

TEST_F(CodePanesTest, SayWhatAFixCostsAtItsName)
{
    const auto tipOf = [](CodePane& pane) { return pane.findChild<QLabel*>("title")->toolTip(); };
    window.resize(900, 800);
    test::settle();
    EXPECT_EQ(tipOf(fixed), "Its price: The response is cached even when the client never got it.");
    EXPECT_EQ(tipOf(buggy), "");
    window.resize(300, 800);
    test::settle();
    EXPECT_EQ(tipOf(fixed), "Fixed, get_response\nIts price: The response is cached even when the client never got it.");
}

TEST_F(CodePanesTest, ShowOtherLanguagesOnlyWhereTheVersionIsToldInThem)
{
    ASSERT_TRUE(session.apply("awaitscope:?variants=buggy,task&timeout=250ms"));
    CodePane task{session, theme, "task"};
    EXPECT_EQ(buggy.findChild<CodeTabs*>()->buttons().size(), 4U);
    EXPECT_TRUE(task.findChild<CodeTabs*>()->isHidden());
}

TEST_F(CodePanesTest, GoWithTheTabThatIsClicked)
{
    QString chosen = "none";
    QObject::connect(&buggy, &CodePane::tongueChosen, &buggy, [&](const QString& runtime) { chosen = runtime; });
    ASSERT_EQ(buggy.tabs().buttons().size(), 4U);
    QPushButton& rust = *buggy.tabs().buttons()[1];
    EXPECT_EQ(rust.text(), "Rust");
    EXPECT_EQ(rust.accessibleName(), "Buggy, get_response in Rust · tokio");
    EXPECT_EQ(rust.focusPolicy(), Qt::TabFocus) << "the keyboard reaches it, and a click leaves the keys to the window";
    QTest::mouseClick(&rust, Qt::LeftButton);
    EXPECT_EQ(chosen, "tokio");
    buggy.setTongue(chosen);
    EXPECT_TRUE(rust.isChecked());
    buggy.flashMark("write");
    EXPECT_EQ(buggy.view().flashedLine(), writeLine(buggy)) << "the mark of the program";
}

TEST_F(CodePanesTest, ConnectTheLineThatMovedInEveryLanguage)
{
    CodeConnector connector(theme, &buggy, &fixed, &window);
    for (const CodeTongue& tongue : tonguesOf(session.lesson())) {
        buggy.setTongue(tongue.runtime);
        fixed.setTongue(tongue.runtime);
        EXPECT_EQ(connector.words(), "one line moved") << tongue.title.toStdString();
    }
}

TEST_F(CodePanesTest, FlashTheMarkedLine)
{
    buggy.flashMark("write");
    EXPECT_EQ(buggy.view().flashedLine(), writeLine(buggy));
    fixed.flashMark("no such mark");
    EXPECT_EQ(fixed.view().flashedLine(), 0);
}

TEST_F(CodePanesTest, ShowTheRaceOfTheCaller)
{
    bool inView = false;
    for (int line = 1; line <= caller.view().lines(); ++line) {
        if (caller.view().text(line - 1).contains("co_await race(")) {
            inView = !caller.view().lineRect(line).isEmpty();
            session.playback().setPosition(fromMicroseconds(100'000));
            EXPECT_TRUE(caller.view().picture().lines.at(line).words.contains("waits here"));
        }
    }
    EXPECT_TRUE(inView);
}

TEST_F(CodePanesTest, ShowTheConsoleUpToThePlayhead)
{
    const auto lines = [&](std::size_t column) {
        QStringList shown;
        for (const ConsoleLine& line : console.view().columns().at(column).lines)
            shown += line.time + ' ' + line.text;
        return shown;
    };
    EXPECT_EQ(lines(0), (QStringList{"0 miss user/42", "200 got v2", "250 timeout"}));
    EXPECT_EQ(lines(1), (QStringList{"0 miss user/42", "200 got v2", "200 cached v2", "250 timeout"}));
    session.playback().setPosition(fromMicroseconds(199'999));
    EXPECT_EQ(lines(1), QStringList{"0 miss user/42"});
}

TEST_F(CodePanesTest, TellTheConnectorWheneverLinesMove)
{
    CodeView& view = buggy.view();
    QSignalSpy moved(&view, &CodeView::layoutChanged);
    view.setFirstVisibleLine(0);
    QTest::qWait(20);
    moved.clear();
    view.setFirstVisibleLine(2);
    EXPECT_TRUE(test::waitFor([&] { return !moved.empty(); })) << "the editor scrolled by itself";

    const int first = view.firstVisibleLine();
    view.flash(first + 2);
    EXPECT_EQ(view.firstVisibleLine(), first) << "a line that is in view stays where it is";
}

TEST_F(CodePanesTest, TakeTheColoursOfATheme)
{
    const Theme dark = Theme::darkTheme();
    buggy.setTheme(dark);
    QTest::qWait(10);
    EXPECT_GT(shareOf(buggy, writeLine(buggy), dark.violated.fill), 0.4);
}

TEST_F(CodePanesTest, AreToldApartByTheirVersionHoweverNarrowTheyAre)
{
    const auto titles = [this] {
        QStringList shown;
        for (CodePane* const pane : {&buggy, &fixed}) {
            for (const QLabel* const label : pane->findChildren<QLabel*>()) {
                if (label->text().startsWith("Buggy") || label->text().startsWith("Fixed"))
                    shown += label->text();
            }
        }
        return shown;
    };
    window.resize(700, 800);
    QTest::qWait(20);
    EXPECT_EQ(titles(), (QStringList{"Buggy, get_response", "Fixed, get_response"}));
    window.resize(430, 800);
    QTest::qWait(20);
    EXPECT_EQ(titles(), (QStringList{"Buggy", "Fixed"}));
}

TEST_F(CodePanesTest, TellWhoWaitsForWhomAtThePlayhead)
{
    session.playback().setPosition(fromMicroseconds(220'000));
    EXPECT_EQ(buggy.stackLine().shownText(), "handle_request › get_response › 2 channel.send");
    EXPECT_TRUE(buggy.stackLine().toolTip().endsWith("handle_request › get_response › 2 channel.send"));
    session.playback().setPosition(fromMicroseconds(100'000));
    EXPECT_EQ(buggy.stackLine().shownText(), "handle_request › get_response › 1 http.make_request");
    session.playback().setPosition(fromMicroseconds(400'000));
    EXPECT_EQ(buggy.stackLine().shownText(), "nothing waits");

    buggy.setTongue("tokio");
    EXPECT_FALSE(buggy.stackLine().isVisible()) << "the coroutines of another runtime have other names";
    buggy.setTongue({});
    EXPECT_TRUE(buggy.stackLine().isVisible());
}

TEST_F(CodePanesTest, KeepThePendingOperationWhereTheStackIsTooLong)
{
    session.playback().setPosition(fromMicroseconds(220'000));
    window.resize(200, 800);
    QTest::qWait(20);
    const QString shown = buggy.stackLine().shownText();
    EXPECT_TRUE(shown.startsWith(QChar(0x2026))) << shown.toStdString();
    EXPECT_TRUE(shown.endsWith("channel.send")) << shown.toStdString();
}

} // namespace awaitscope
