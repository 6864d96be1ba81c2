// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/edited_lesson.hpp"
#include "present/editing/edits.hpp"
#include "present/editing/offered_world.hpp"
#include "present/files/remembered.hpp"
#include "present/outcome/outcome_model.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/edited_alan.hpp"
#include "support/waiting.hpp"
#include "support/window_test.hpp"
#include "widgets/actions/edit_actions.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/agreement.hpp"
#include "widgets/code/code_editor.hpp"
#include "widgets/code/code_pane.hpp"
#include "widgets/code/edit_pane.hpp"
#include "widgets/share/sharing.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/timeline/verdict_bar.hpp"
#include "widgets/toast.hpp"
#include "widgets/traffic/traffic_plot.hpp"
#include "widgets/traffic/traffic_sheet.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/main_window.hpp"
#include "widgets/window/side_column.hpp"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <iostream>
#include <set>
#include <string>

namespace awaitscope {

namespace {

using test::longestWait;

const char* const typeInto = "AWAITSCOPE_TEST_TYPE_INTO";

/// The processes that this one has started and that are still there.
std::set<std::string> children()
{
    std::set<std::string> found;
    const QDir tasks("/proc/self/task");
    for (const QString& task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks.filePath(task + "/children"));
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray& id : file.readAll().split(' ')) {
                if (!id.trimmed().isEmpty())
                    found.insert(id.trimmed().toStdString());
            }
        }
    }
    return found;
}

} // namespace

/// A real window in which the code can be changed.
class EditingTest : public testing::Test
{
protected:
    explicit EditingTest(Installation installation = Installation::of("/proc/self/exe"))
        : edits(session, std::make_shared<Workbench>(std::move(installation)), folder.path().toStdString())
    {}

    void SetUp() override
    {
        ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?model=asio&timeout=250ms"));
        QObject::connect(&session, &Session::failed, &session, [this](const QString& message) { failure = message; });
        window.allowEditing(edits);
        test::showActive(window, QSize(1440, 900));
    }

    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {}) { test::key(window, which, modifiers); }
    void typeText(const QString& text)
    {
        QTest::keyClicks(window.focusWidget(), text);
        test::settle();
    }
    EditPane& pane() { return *window.side().editPane(); }
    CodeEditor& editor() { return pane().editor(); }
    const Edit& edit() { return *edits.find("buggy"); }

    bool waitFor(Edit::Stage stage)
    {
        return test::waitFor([&] { return edit().stage == stage && !session.isRunning(); });
    }
    /// Ctrl+R, until it has come to an end.
    Edit::Stage run()
    {
        key(Qt::Key_R, Qt::ControlModifier);
        EXPECT_TRUE(test::waitFor([&] { return !edits.isBusy() && !session.isRunning(); }));
        test::settle();
        return edit().stage;
    }
    QString problem() { return edit().problems.empty() ? QString() : edit().problems.front().text; }
    Verdict verdictOf(const std::string& variant)
    {
        for (const VariantRun& each : session.run().variants) {
            if (each.variant == variant)
                return awaitscope::verdictOf(*each.trace);
        }
        ADD_FAILURE() << variant << " is not shown";
        return Verdict::notApplicable;
    }
    QStringList shown()
    {
        QStringList names;
        for (const VariantRun& each : session.run().variants)
            names += QString::fromStdString(each.variant);
        return names;
    }

    QTemporaryDir folder;
    QString failure;
    Session session{test::builtInCatalogue()};
    Edits edits;
    MainWindow window{session, Theme::light(), nullptr};
};

TEST_F(EditingTest, MovingOneLineByKeyboardTurnsTheVerdict)
{
    key(Qt::Key_E);
    ASSERT_TRUE(window.side().isEditing());
    ASSERT_TRUE(test::waitFor([&] { return editor().hasFocus(); }));
    key(Qt::Key_Home, Qt::ControlModifier);
    for (int line = 1; line < 13; ++line)
        key(Qt::Key_Down);
    ASSERT_EQ(editor().text(editor().line() - 1).trimmed(), "co_await channel.send(response);");
    key(Qt::Key_Home);
    key(Qt::Key_Home); // first to the code, then to the line's start
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_X, Qt::ControlModifier);
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(pane().differs());
    ASSERT_EQ(run(), Edit::Stage::ran) << problem().toStdString();

    EXPECT_EQ(shown(), (QStringList{"buggy", "my-buggy", "fixed"}));
    EXPECT_EQ(verdictOf("buggy"), Verdict::violated);
    EXPECT_EQ(verdictOf("my-buggy"), Verdict::holds);
    ASSERT_EQ(window.centre().scopes().size(), 3U);
    EXPECT_TRUE(test::waitFor([&] { return session.sweep().has_value(); }));
    EXPECT_EQ(session.sweep()->variants[1].map.size(), 2U) << "nothing is lost at any timeout";
    key(Qt::Key_Escape);
    key(Qt::Key_E);
    EXPECT_FALSE(window.side().isEditing());
    test::expectAgreement(window, session);

    // All that works with the lesson's own works with this: another model, and every timeout.
    key(Qt::Key_M);
    EXPECT_TRUE(test::waitFor([&] { return session.scenario().model == CancelModel::drop && !session.isRunning(); }));
    EXPECT_EQ(verdictOf("my-buggy"), Verdict::holds);
    key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_TRUE(test::waitFor([&] { return session.run().timeout == VirtualDuration{249'000}; }));
    session.aimAt("my-buggy", 2);
    EXPECT_TRUE(test::waitFor([&] { return session.run().timeout == VirtualDuration{250'000}; }));
    test::expectAgreement(window, session);
    EXPECT_EQ(failure, "");
}

TEST_F(EditingTest, ACompileErrorIsShownAtItsLineAndGoneWhenItIsMended)
{
    key(Qt::Key_E);
    editor().goTo(12, 3);
    typeText("x");
    ASSERT_EQ(run(), Edit::Stage::failed);
    EXPECT_EQ(edit().problems.front().line, 12);
    EXPECT_TRUE(editor().noteBelow(12).contains("xprintln")) << editor().noteBelow(12).toStdString();
    ASSERT_GE(pane().problems().count(), 1);
    EXPECT_TRUE(pane().problems().item(0)->text().contains("line 12"));
    EXPECT_EQ(shown(), (QStringList{"buggy", "fixed"})) << "the timeline stays what it was";

    ASSERT_TRUE(pane().outputButton().isVisible());
    test::click(window, pane().outputButton());
    auto* const sheet = window.findChild<QDialog*>("compiler-output");
    ASSERT_TRUE(sheet && sheet->isVisible());
    EXPECT_TRUE(sheet->findChild<QPlainTextEdit*>()->toPlainText().contains("my-buggy.cpp:12"));
    sheet->accept();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window, test::longestWait));

    editor().goTo(1);
    key(Qt::Key_F8);
    EXPECT_EQ(editor().line(), 12);
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_FALSE(pane().differs());
    ASSERT_EQ(run(), Edit::Stage::ran) << problem().toStdString();
    EXPECT_EQ(editor().noteBelow(12), "");
    EXPECT_EQ(pane().problems().count(), 0);
    EXPECT_FALSE(pane().problems().isVisible());
}

TEST_F(EditingTest, EveryKindOfFaultIsASentenceAndTheNextRunWorks)
{
    key(Qt::Key_E);
    editor().replaceAll(QString::fromStdString(test::editedAlan("println(\"well\");")));
    const QString good = editor().text();
    ASSERT_EQ(run(), Edit::Stage::ran) << problem().toStdString();
    for (const test::MadeFault& made : test::madeFaults()) {
        editor().replaceAll(QString::fromStdString(test::editedAlan(made.line, made.before)));
        EXPECT_EQ(run(), made.isShown ? Edit::Stage::ran : Edit::Stage::failed) << made.name;
        EXPECT_TRUE(problem().contains(QString::fromStdString(made.sentence))) << made.name << ": " << problem().toStdString();
        EXPECT_EQ(edit().problems.front().line, made.at) << made.name;
        EXPECT_FALSE(edit().lacksCompiler) << made.name << " is the text's doing, whether or not it has a line";
        if (made.at > 0) {
            EXPECT_NE(editor().noteBelow(made.at), "") << made.name;
        }
        if (made.isShown) {
            if (made.isSurvived || made.name == "crash") { // of the others each run takes seconds
                EXPECT_TRUE(test::waitFor([&] { return session.sweep().has_value(); })) << made.name << ": it has a map";
            }
            test::expectAgreement(window, session);
            EXPECT_TRUE(shown().contains("my-buggy")) << made.name;
        }
        editor().replaceAll(good);
        EXPECT_EQ(run(), Edit::Stage::ran) << made.name << ", and then: " << problem().toStdString();
        EXPECT_EQ(verdictOf("my-buggy"), Verdict::violated);
    }
    EXPECT_TRUE(test::waitFor([&] { return children().size() <= 1; })) << "more than the worker that shows";
    EXPECT_EQ(edits.workers().size(), 1U);
    edits.giveUp("buggy");
    EXPECT_TRUE(test::waitFor([] { return children().empty(); }));
    EXPECT_EQ(shown(), (QStringList{"buggy", "fixed"}));
}

TEST_F(EditingTest, AHangOnShutdownIsToldWhenTheNextVersionComes)
{
    key(Qt::Key_E);
    editor().replaceAll(QString::fromStdString(test::editedAlan("", "struct S { ~S() { while (true) {} } } late;")));
    ASSERT_EQ(run(), Edit::Stage::ran) << problem().toStdString();
    QString notice;
    QObject::connect(&edits, &Edits::said, &edits, [&](const QString& message) { notice = message; });
    editor().replaceAll(QString::fromStdString(test::editedAlan("println(\"well\");")));
    ASSERT_EQ(run(), Edit::Stage::ran) << problem().toStdString();
    EXPECT_TRUE(test::waitFor([&] { return notice.contains("did not end when it was asked to"); }))
        << notice.toStdString();
    EXPECT_TRUE(test::waitFor([] { return children().size() <= 1; }));
}

TEST_F(EditingTest, CodeThatHangsAtOneTimeoutDoesNotHoldTheWindow)
{
    key(Qt::Key_E);
    editor().replaceAll(QString::fromStdString(
        test::editedAlan("try { co_await channel.send(response); } catch (...) { while (true) {} }")));
    session.setTimeout(NoTimeout{});
    ASSERT_EQ(run(), Edit::Stage::ran) << problem().toStdString();
    failure.clear();
    session.setTimeout(VirtualDuration{250'000});
    EXPECT_TRUE(session.isRunning()) << "the window goes on meanwhile";
    EXPECT_FALSE(session.run().timeout) << "and shows what it showed";
    EXPECT_TRUE(test::waitFor([&] { return !session.isRunning(); }));
    EXPECT_EQ(failure, "");
    const auto hangs = std::ranges::find(session.run().variants, "my-buggy", &VariantRun::variant);
    ASSERT_NE(hangs, session.run().variants.end());
    EXPECT_EQ(hangs->trace->ended.how, RunEnd::crashed) << "it is shown as far as it came";
    EXPECT_EQ(hangs->trace->ended.line, test::editedLine);
    EXPECT_NE(hangs->trace->ended.why.find("two seconds"), std::string::npos) << hangs->trace->ended.why;
    test::expectAgreement(window, session);
    session.setTimeout(VirtualDuration{100'000});
    EXPECT_TRUE(test::waitFor([&] { return session.run().timeout == VirtualDuration{100'000}; }));
}

TEST_F(EditingTest, KeysInTheEditorAreText)
{
    key(Qt::Key_E);
    const CancelModel model = session.scenario().model;
    const Timeout timeout = session.scenario().timeout;
    editor().goTo(16);
    key(Qt::Key_End, Qt::ControlModifier);
    typeText("// m n e r c 1 0 t ?");
    key(Qt::Key_Left);
    key(Qt::Key_Space);
    EXPECT_TRUE(editor().text().contains("// m n e r c 1 0 t  ?"));
    EXPECT_EQ(session.scenario().model, model);
    EXPECT_TRUE(session.scenario().timeout == timeout);
    EXPECT_TRUE(window.side().isEditing());
    key(Qt::Key_Escape);
    EXPECT_FALSE(editor().hasFocus());
    key(Qt::Key_M);
    EXPECT_NE(session.scenario().model, model) << "the keys are the window's again";
}

TEST_F(EditingTest, LinesAndTheWholeComeBackAsTheyWere)
{
    key(Qt::Key_E);
    const QString original = editor().text();
    editor().replaceLines(12, 1, {"  println(\"first\");"});
    editor().replaceLines(15, 1, {});
    editor().goTo(12);
    window.actions()[Act::restoreLines].trigger();
    EXPECT_EQ(editor().text(11), original.split('\n')[11] + '\n');
    EXPECT_TRUE(pane().differs()) << "the other hunk stays";
    window.actions()[Act::restoreAll].trigger();
    EXPECT_EQ(editor().text(), original);
    EXPECT_FALSE(pane().differs());
    EXPECT_FALSE(window.actions()[Act::restoreAll].isEnabled());
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(pane().differs()) << "even that can be undone";
}

TEST_F(EditingTest, RunsAsOneTypesWhereThatIsWanted)
{
    key(Qt::Key_E);
    window.actions()[Act::runAsTyped].trigger();
    EXPECT_TRUE(window.actions()[Act::runAsTyped].isChecked());
    editor().goTo(12);
    typeText(" ");
    EXPECT_TRUE(waitFor(Edit::Stage::ran)) << problem().toStdString();
    EXPECT_EQ(shown(), (QStringList{"buggy", "my-buggy", "fixed"}));
}

TEST_F(EditingTest, CanBeStoppedWhileItRuns)
{
    key(Qt::Key_E);
    editor().replaceAll(QString::fromStdString(test::editedAlan("pause();", "#include <unistd.h>")));
    key(Qt::Key_R, Qt::ControlModifier);
    ASSERT_TRUE(test::waitFor([&] { return edit().stage == Edit::Stage::running; }));
    test::click(window, pane().runButton()); // which says Stop now
    EXPECT_TRUE(test::waitFor([&] { return !edits.isBusy(); }));
    EXPECT_TRUE(problem().contains("stopped")) << problem().toStdString();
    EXPECT_TRUE(test::waitFor([] { return children().empty(); }));
}

TEST_F(EditingTest, AnotherStartFindsWhatWasTyped)
{
    key(Qt::Key_E);
    editor().goTo(12);
    typeText("// of mine ");
    const QString text = editor().text();
    Session later{test::builtInCatalogue()};
    const Edits again{later, std::make_shared<Workbench>(Installation{}), folder.path().toStdString()};
    ASSERT_TRUE(again.find("buggy"));
    EXPECT_EQ(again.find("buggy")->text, text) << "at once, and not only when the window is closed";
}

TEST_F(EditingTest, WhoOnlyLookedHasChangedNothing)
{
    session.language().choose("de");
    session.setScene(2);
    EXPECT_TRUE(edits.all().empty());
    key(Qt::Key_E);
    test::click(window, pane().closeButton());
    session.language().choose("en");
    EXPECT_FALSE(pane().differs());
    EXPECT_TRUE(QDir(folder.path()).isEmpty()) << "nothing was typed, nothing is kept";
}

TEST_F(EditingTest, AFileFromElsewhereIsCopiedAndStaysAsItIs)
{
    const QString path = folder.filePath("own.cpp");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("// mine\n");
    file.close();
    window.editActions().setAsker([&](QWidget*, const FileQuestion&) { return path; });
    window.actions()[Act::openCode].trigger();
    EXPECT_EQ(editor().text(), "// mine\n");
    typeText("x");
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "// mine\n");
    file.close();

    window.editActions().setAsker([&](QWidget*, const FileQuestion&) { return folder.filePath("saved.cpp"); });
    window.actions()[Act::saveCode].trigger();
    QFile saved(folder.filePath("saved.cpp"));
    ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
    EXPECT_EQ(QString::fromUtf8(saved.readAll()), editor().text());

    window.editActions().openCode("/nowhere/at-all.cpp");
    EXPECT_TRUE(window.errorText().contains("at-all.cpp")) << window.errorText().toStdString();
}

TEST_F(EditingTest, EveryPaneOfCodeHasAButtonToEditIt)
{
    CodePane* const fixed = window.findChild<CodePane*>("code-fixed");
    ASSERT_TRUE(fixed && fixed->editButton().isVisible());
    test::click(window, fixed->editButton());
    EXPECT_EQ(pane().variant(), "fixed");
    EXPECT_EQ(editor().text(), edits.originalOf("fixed"));
    test::click(window, pane().closeButton());
    EXPECT_FALSE(window.side().isEditing());
    EXPECT_TRUE(fixed->isVisible());
}

TEST_F(EditingTest, CompletionKnowsTheTeachingWorld)
{
    const QDir headers(QStringLiteral(AWAITSCOPE_SOURCE_DIR "/src/core"));
    QString all;
    for (const char* const part : {"world", "world/parts", "race", "run", "sim"}) {
        for (const QFileInfo& header : QDir(headers.filePath(part)).entryInfoList({"*.hpp"})) {
            QFile file(header.filePath());
            ASSERT_TRUE(file.open(QIODevice::ReadOnly));
            all += QString::fromUtf8(file.readAll());
        }
    }
    for (const QString& name : offeredCalls()) {
        const QString word = name.section('.', -1).section('(', 0, 0).section('<', 0, 0);
        const QRegularExpression whole(QStringLiteral("\\b%1\\b").arg(word));
        EXPECT_TRUE(all.contains(whole) || word.startsWith("co_")) << word.toStdString();
    }
}

/// Types one character after the other into a window, says how many, and never ends.
[[noreturn]] void typeForEver(const QString& folder)
{
    Session session{test::builtInCatalogue()};
    Edits edits{session, std::make_shared<Workbench>(Installation{}), folder.toStdString()};
    MainWindow window{session, Theme::light(), nullptr};
    window.allowEditing(edits);
    window.resize(1280, 720);
    window.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&window, test::longestWait));
    window.editCode("buggy");
    window.side().editPane()->replace({});
    for (int typed = 0;; ++typed) {
        QTest::keyClick(&window.side().editPane()->editor(), static_cast<char>('a' + typed % 26));
        std::cout << typed + 1 << std::endl;
    }
}

TEST_F(EditingTest, KillingTheWindowWhileOneTypesLosesNothing)
{
    if (qEnvironmentVariableIsSet(typeInto))
        typeForEver(qEnvironmentVariable(typeInto));
    const QTemporaryDir other;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(typeInto, other.path());
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--gtest_filter=EditingTest.KillingTheWindowWhileOneTypesLosesNothing")});
    int typed = 0;
    while (typed < 200) {
        ASSERT_TRUE(process.waitForReadyRead(longestWait)) << process.readAllStandardError().toStdString();
        while (process.canReadLine()) {
            bool isNumber = false;
            const int number = process.readLine().trimmed().toInt(&isNumber);
            typed = isNumber ? number : typed;
        }
    }
    process.kill();
    ASSERT_TRUE(process.waitForFinished(longestWait));
    for (const QByteArray& line : process.readAllStandardOutput().split('\n'))
        typed = std::max(typed, line.trimmed().toInt());
    Session later{test::builtInCatalogue()};
    const Edits again{later, std::make_shared<Workbench>(Installation{}), other.path().toStdString()};
    ASSERT_TRUE(again.find("buggy"));
    const QString text = again.find("buggy")->text;
    EXPECT_GE(text.size(), typed);
    for (int i = 0; i < text.size(); ++i)
        ASSERT_EQ(text[i], QChar('a' + i % 26)) << "at " << i;
}

/// Where nothing compiles.
class EditingWithoutCompilerTest : public EditingTest
{
protected:
    EditingWithoutCompilerTest() : EditingTest(withoutCompiler()) { qputenv("PATH", "/nowhere"); }
    ~EditingWithoutCompilerTest() override { qputenv("PATH", m_path); }

private:
    static Installation withoutCompiler()
    {
        qunsetenv("CXX");
        Installation installation = Installation::of("/proc/self/exe");
        installation.compiler = "/nowhere/c++";
        return installation;
    }
    QByteArray m_path = qgetenv("PATH");
};

TEST_F(EditingWithoutCompilerTest, TypingStaysAndRunningSaysWhatToInstall)
{
    key(Qt::Key_E);
    editor().goTo(12);
    typeText("// typed all the same ");
    EXPECT_EQ(run(), Edit::Stage::failed);
    EXPECT_TRUE(problem().contains("sudo apt install g++")) << problem().toStdString();
    EXPECT_TRUE(edit().lacksCompiler);
    EXPECT_TRUE(edit().text.contains("typed all the same"));
    key(Qt::Key_Escape);
    key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(session.run().timeout, VirtualDuration{249'000}) << "all else works";
    EXPECT_EQ(verdictOf("buggy"), Verdict::violated);
}

TEST_F(EditingTest, IsServedWeeksOfTrafficBesideTheOthers)
{
    key(Qt::Key_E);
    editor().replaceAll(QString::fromStdString(session.lesson().findFile("fixed.cpp")->text));
    ASSERT_EQ(run(), Edit::Stage::ran) << problem().toStdString();
    key(Qt::Key_F6);
    TrafficSheet& sheet = *window.trafficSheet();
    ASSERT_TRUE(test::waitFor([&] { return sheet.isVisible(); }));
    sheet.trafficSlider().setValue(300);
    ASSERT_TRUE(test::waitFor([&] { return sheet.isWhole() && !sheet.maker().isMaking() && sheet.maker().results().size() == 3; }));
    const std::vector<TrafficResult>& results = sheet.maker().results();
    EXPECT_EQ(results[1].order.scenario.variants, std::vector<std::string>{"my-buggy"});
    EXPECT_GT(results[0].counts.lost, 0U);
    EXPECT_EQ(results[1].counts.lost, 0U) << "it is the fix";
    EXPECT_EQ(results[1].counts.stale, results[2].counts.stale);
    const std::vector<TrafficLine>& lines = sheet.plot(0).figure().lines;
    EXPECT_EQ(std::ranges::count(lines, TrafficLine::Kind::own, &TrafficLine::kind), 1);
    EXPECT_TRUE(failure.isEmpty()) << failure.toStdString();
}

TEST_F(EditingTest, WhatIsNotOfThePresentCodeIsFadedAndSaysSo)
{
    key(Qt::Key_E);
    editor().replaceAll(QString::fromStdString(session.lesson().findFile("fixed.cpp")->text));
    ASSERT_EQ(run(), Edit::Stage::ran) << problem().toStdString();
    const auto bar = [this]() -> const VerdictText& {
        for (ScopeView* const scope : window.centre().scopes()) {
            if (scope->variant() == "my-buggy")
                return scope->verdictBar().text();
        }
        static const VerdictText none;
        return none;
    };
    EXPECT_EQ(bar().verdict, Verdict::holds);
    const CodePicture ofRun = editor().run();
    EXPECT_FALSE(ofRun.lines.empty()) << "numbers of awaits and what became of them stand in the editor";
    QStringList words;
    for (const auto& [line, what] : ofRun.lines)
        words += editor().wordsAt(line);
    EXPECT_TRUE(words.contains("threw here")) << words.join('|').toStdString();
    // Something that does not compile.
    editor().replaceAll(editor().text().replace("cache.set(key, response);", "cache.set(key, respnse);"));
    ASSERT_EQ(run(), Edit::Stage::failed);
    EXPECT_EQ(bar().verdict, Verdict::notApplicable) << "no ✓ beside code that does not compile";
    EXPECT_TRUE(bar().main.startsWith("before: ")) << bar().main.toStdString();
    EXPECT_TRUE(editor().run().lines.empty()) << "its lines are others";
    EXPECT_EQ(edit().problems.front().explanation, "Nothing here is called respnse. Did you mean response?");
    for (const OutcomeStrip& strip : outcomeMapOf(session)) {
        for (const OutcomeSegment& segment : strip.segments)
            EXPECT_EQ(segment.words.startsWith("before: "), strip.variant == "my-buggy") << segment.words.toStdString();
    }
    editor().replaceAll(QString::fromStdString(session.lesson().findFile("fixed.cpp")->text));
    ASSERT_EQ(run(), Edit::Stage::ran);
    EXPECT_EQ(bar().verdict, Verdict::holds);
}

TEST_F(EditingTest, AFileCarriesOnesVersionAndALinkSaysThatItCannot)
{
    key(Qt::Key_E);
    const QString mine = QString::fromStdString(session.lesson().findFile("fixed.cpp")->text) + "// mine\n";
    editor().replaceAll(mine);
    ASSERT_EQ(run(), Edit::Stage::ran) << problem().toStdString();
    window.setFocus();
    window.actions()[Act::copyLink].trigger();
    EXPECT_TRUE(window.toast().text().contains("no link can hold code")) << window.toast().text().toStdString();
    EXPECT_FALSE(QGuiApplication::clipboard()->text().contains("my-"));
    const QString file = folder.filePath("mine.awaitscope");
    ASSERT_EQ(window.sharing().document().save(file), "");
    EXPECT_FALSE(window.sharing().document().isModified());
    // Somewhere else, where nobody has that version.
    QTemporaryDir other;
    Session elsewhere{test::builtInCatalogue()};
    Edits there{elsewhere, std::make_shared<Workbench>(Installation::of("/proc/self/exe")), other.path().toStdString()};
    ScenarioDocument document{elsewhere};
    document.allowEdits(there);
    QString notice;
    QObject::connect(&document, &ScenarioDocument::said, &document, [&](const QString& message) { notice = message; });
    ASSERT_EQ(document.open(file), "");
    ASSERT_TRUE(there.find("buggy"));
    EXPECT_EQ(there.find("buggy")->text, mine);
    EXPECT_EQ(there.find("buggy")->stage, Edit::Stage::typed) << "nobody's code runs unasked";
    EXPECT_TRUE(notice.contains("Ctrl+R")) << notice.toStdString();
    // Here it is one's own: it runs again, as after a restart.
    Remembered kept;
    notePlace(kept, session);
    EXPECT_EQ(kept.own, QStringList{"buggy"});
    Session again{test::builtInCatalogue()};
    Edits mineAgain{again, std::make_shared<Workbench>(Installation::of("/proc/self/exe")), folder.path().toStdString()};
    resume(kept, again);
    resume(kept, mineAgain);
    EXPECT_TRUE(test::waitFor([&] { return !mineAgain.isBusy() && !again.isRunning() && again.run().variants.size() == 3; }));
}

} // namespace awaitscope
