// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/pages.hpp"

#include "core/trace/source_index.hpp"
#include "lesson/run/sandbox.hpp"
#include "present/outcome/outcome_model.hpp"
#include "present/session/session.hpp"
#include "present/story/starting_pages.hpp"
#include "present/words/flag_words.hpp"
#include "present/words/language.hpp"
#include "present/support/page_fixture.hpp"

#include <QDir>
#include <QDirIterator>

namespace awaitscope {

using namespace std::chrono_literals;

namespace {

const QString waits = leastPage();
const QString mended = QString(waits)
                           .remove(QStringLiteral("  effect(\"stored\", \"v2\");\n"))
                           .replace(QStringLiteral("{\n"), QStringLiteral("{\n  effect(\"stored\", \"v2\");\n"));

} // namespace

/// A page of one's own, as a session shows it.
class PagesTest : public test::PageFixture
{
protected:
    void SetUp() override
    {
        for (const auto signal : {&Edits::said, &Edits::failed})
            QObject::connect(&edits, signal, &edits, [this](const QString& message) { said += message; });
    }

    bool waitForMap()
    {
        return test::waitFor([&] { return session.sweep().has_value(); });
    }
    void type(const QString& text) { edits.type(edits.variantToEdit(), text); }
    void run()
    {
        edits.run(edits.variantToEdit());
        EXPECT_TRUE(waitFor(Edit::Stage::ran));
    }
    void setTimeout(VirtualDuration timeout)
    {
        session.setTimeout(timeout);
        EXPECT_TRUE(test::waitFor([&] { return session.run().timeout == timeout && !session.isRunning(); }));
    }
    QStringList outcomes()
    {
        QStringList words;
        const std::vector<OutcomeStrip> strips = outcomeMapOf(session);
        for (const OutcomeSegment& segment : strips.back().segments)
            words += segment.words;
        return words;
    }

    QStringList said;
};

TEST_F(PagesTest, AreBlankUntilTheyHaveRunAndThenShowWhatTheyDo)
{
    pages.begin();
    EXPECT_TRUE(session.lesson().isBlank);
    EXPECT_TRUE(outcomeMapOf(session).front().segments.empty());
    ASSERT_TRUE(waitFor(Edit::Stage::ran)) << edit().output.toStdString();
    EXPECT_FALSE(session.lesson().isBlank);
    EXPECT_EQ(trace().effects.front().what, "stored");
    ASSERT_TRUE(waitForMap());
    EXPECT_EQ(outcomes(), (QStringList{"not stored", "stored"}));
    setTimeout(100ms);
    EXPECT_EQ(trace().lost.front().what, "stored");
    EXPECT_FALSE(pages.isModified());
    EXPECT_EQ(flagWordsOf(session.lesson(), session.scenario()), "cancels run() from outside (terminal)");
    session.setCancelType(CancelType::total); // which run() has not enabled
    EXPECT_TRUE(test::waitFor([&] { return trace().lost.empty() && !session.isRunning(); }));
    EXPECT_EQ(flagWordsOf(session.lesson(), session.scenario()), "cancels run() from outside (total): heard only where it enables that");
    ASSERT_TRUE(waitForMap());
    EXPECT_EQ(outcomes(), QStringList{"stored"});
}

TEST_F(PagesTest, KeepTheirTimeoutWhenTheyAreRunAgain)
{
    pages.begin();
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    setTimeout(100ms);
    type(mended);
    EXPECT_TRUE(pages.isModified());
    run();
    EXPECT_EQ(session.run().timeout, 100ms);
    EXPECT_TRUE(trace().lost.empty());
    EXPECT_EQ(trace().effects.front().at, VirtualTime{0ms});
    // A scenario of what runs is shown at once, one of what is typed once that has run.
    pages.applyOnceRun("awaitscope:sandbox?timeout=150ms");
    EXPECT_TRUE(test::waitFor([&] { return session.run().timeout == 150ms && !session.isRunning(); }));
    type(QString(mended).replace("200ms", "400ms"));
    edits.run(edits.variantToEdit());
    pages.applyOnceRun("awaitscope:sandbox?await=1");
    EXPECT_EQ(session.run().timeout, 150ms) << "await 1 would be in the middle of 200 ms";
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    EXPECT_TRUE(test::waitFor([&] { return session.run().timeout == 200ms && !session.isRunning(); }));
}

TEST_F(PagesTest, RunAsTheyAreTypedWhereThatIsWanted)
{
    pages.begin();
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    edits.setWhatRunsAsTyped({.versions = false, .pages = true});
    EXPECT_TRUE(edits.runsAsTyped());
    type(mended);
    EXPECT_TRUE(test::waitFor([&] { return edit().stage == Edit::Stage::ran && trace().effects.front().at == VirtualTime{0ms}; }));
    session.setLesson("alan-caches-requests", 0);
    EXPECT_FALSE(edits.runsAsTyped()) << "a lesson's code is another matter";
}

TEST_F(PagesTest, HaveTheVersionThatWasKeptBesideThemWhenTheyAreOpenedAgain)
{
    write("mine.cpp", waits);
    ASSERT_EQ(pages.open(path("mine.cpp")), QString());
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    edits.keep();
    ASSERT_TRUE(test::waitFor([&] { return session.run().variants.size() == 2 && !session.isRunning(); }));
    type(mended);
    run();
    Session later{test::builtInCatalogue()};
    Edits again{later, edits.workbench(), path("code").toStdString()};
    Pages there{later, again, path("code").toStdString(), nullptr};
    ASSERT_EQ(there.open(path("mine.cpp")), QString());
    ASSERT_TRUE(test::waitFor([&] { return later.run().variants.size() == 2 && !later.isRunning() && again.hasKept(); }));
    EXPECT_EQ(later.run().variants[0].trace->effects.front().at, VirtualTime{200ms}) << "A is what was kept";
    EXPECT_EQ(later.run().variants[1].trace->effects.front().at, VirtualTime{0ms});
    const auto isOnDisk = [this] { return QDirIterator(path("code"), {"kept-as-a.cpp"}, QDir::Files, QDirIterator::Subdirectories).hasNext(); };
    ASSERT_TRUE(isOnDisk());
    again.dropKept();
    EXPECT_FALSE(isOnDisk()) << "nothing that would bring it back";
}

TEST_F(PagesTest, SayWhenAFaultIsNotInTheRunThatIsShown)
{
    pages.begin();
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    setTimeout(50ms);
    type(QString(waits).replace("}\n", "  *static_cast<volatile int*>(nullptr) = 1;\n}\n"));
    edits.run(edits.variantToEdit());
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    ASSERT_FALSE(edit().problems.empty());
    EXPECT_TRUE(problemText(edit().problems.front()).startsWith("✗ When no timeout fires, line 6: ")) << problemText(edit().problems.front()).toStdString();
    setTimeout(250ms);
    edits.run(edits.variantToEdit());
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    EXPECT_TRUE(problemText(edit().problems.front()).startsWith("✗ When it ran, line 6: "));
}

TEST_F(PagesTest, AreRunAgainWhenAnotherEditorSavesThem)
{
    write("mine.cpp", waits);
    ASSERT_EQ(pages.open(path("mine.cpp")), QString());
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    write("mine.cpp", mended);
    ASSERT_TRUE(test::waitFor([&] { return edit().text == mended; }));
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    EXPECT_EQ(trace().effects.front().at, VirtualTime{0ms});
    EXPECT_FALSE(pages.isModified());
    // As some editors do it: another file, which is given the name.
    write("mine.cpp.new", waits);
    QFile::remove(path("mine.cpp"));
    ASSERT_TRUE(QFile::rename(path("mine.cpp.new"), path("mine.cpp")));
    ASSERT_TRUE(test::waitFor([&] { return edit().text == waits; }));
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    write("mine.cpp", mended);
    EXPECT_TRUE(test::waitFor([&] { return edit().text == mended; })) << "it is watched still";
}

TEST_F(PagesTest, LoseNothingThatWasTypedWhenTheFileChanges)
{
    write("mine.cpp", waits);
    ASSERT_EQ(pages.open(path("mine.cpp")), QString());
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    type("// typed and not saved\n" + waits);
    write("mine.cpp", mended);
    ASSERT_TRUE(test::waitFor([&] { return edit().text == mended; }));
    ASSERT_FALSE(said.isEmpty());
    const QString aside = said.front().section("kept as ", 1).chopped(1);
    QFile file(aside);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << aside.toStdString();
    EXPECT_TRUE(QString::fromUtf8(file.readAll()).startsWith("// typed and not saved"));
}

TEST_F(PagesTest, AreSavedToTheirFileAndToAnother)
{
    pages.begin();
    type(mended);
    EXPECT_EQ(pages.path(), QString());
    ASSERT_EQ(pages.saveAs(path("first.cpp")), QString());
    EXPECT_EQ(read("first.cpp"), mended);
    EXPECT_EQ(pages.path(), path("first.cpp"));
    EXPECT_EQ(pages.name(), "first.cpp");
    EXPECT_FALSE(pages.isModified());
    type(waits);
    EXPECT_TRUE(pages.isModified());
    EXPECT_EQ(read("first.cpp"), mended);
    ASSERT_EQ(pages.save(), QString());
    EXPECT_EQ(read("first.cpp"), waits);
    EXPECT_FALSE(pages.isModified());
    EXPECT_NE(pages.saveAs(path("no/such/folder.cpp")), QString());
    EXPECT_EQ(pages.path(), path("first.cpp"));
}

TEST_F(PagesTest, HaveWhatWasTypedAtTheNextStart)
{
    write("mine.cpp", waits);
    ASSERT_EQ(pages.open(path("mine.cpp")), QString());
    type(mended);
    {
        Session next{test::builtInCatalogue()};
        Edits nextEdits{next, std::make_shared<Workbench>(Installation::of("/proc/self/exe")), path("code").toStdString()};
        Pages nextPages{next, nextEdits, path("code").toStdString(), &settings};
        ASSERT_TRUE(nextPages.openLast());
        EXPECT_EQ(nextEdits.find(nextEdits.variantToEdit())->text, mended);
        EXPECT_TRUE(nextPages.isModified());
        EXPECT_EQ(nextPages.recent(), QStringList{path("mine.cpp")});
    }
    pages.begin();
    {
        Session next{test::builtInCatalogue()};
        Edits nextEdits{next, std::make_shared<Workbench>(Installation::of("/proc/self/exe")), path("code").toStdString()};
        Pages nextPages{next, nextEdits, path("code").toStdString(), &settings};
        ASSERT_TRUE(nextPages.openLast()) << "nobody typed anything, and one is at a page all the same";
        EXPECT_EQ(nextEdits.find(nextEdits.variantToEdit())->text, waits);
    }
    type(mended);
    {
        Session next{test::builtInCatalogue()};
        Edits nextEdits{next, std::make_shared<Workbench>(Installation::of("/proc/self/exe")), path("code").toStdString()};
        Pages nextPages{next, nextEdits, path("code").toStdString(), &settings};
        ASSERT_TRUE(nextPages.openLast()) << "no file has it";
        EXPECT_EQ(nextEdits.find(nextEdits.variantToEdit())->text, mended);
        EXPECT_EQ(nextPages.path(), QString());
    }
}

TEST_F(PagesTest, ShowTheVersionBeforeWhileAnotherDoesNotCompile)
{
    pages.begin();
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    type(waits + "broken");
    edits.run(edits.variantToEdit());
    ASSERT_TRUE(waitFor(Edit::Stage::failed));
    EXPECT_EQ(edit().problems.front().line, 7);
    EXPECT_EQ(trace().effects.front().what, "stored");
}

TEST_F(PagesTest, ThatCrashAreShownUpToThere)
{
    pages.begin();
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    type(QString(waits).replace("}\n", "  *static_cast<volatile int*>(nullptr) = 1;\n}\nvoid judge() { expect(\"it is stored\", true); }\n"));
    edits.run(edits.variantToEdit());
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    ASSERT_FALSE(edit().problems.empty());
    EXPECT_EQ(edit().problems.front().kind, EditProblem::Kind::fault);
    EXPECT_EQ(edit().problems.front().line, 6);
    EXPECT_EQ(trace().ended.how, RunEnd::crashed);
    EXPECT_EQ(trace().ended.line, 6);
    EXPECT_EQ(trace().effects.front().what, "stored");
    EXPECT_TRUE(trace().checks.empty());
    EXPECT_FALSE(session.isOutdated(session.run().variants.front().variant)) << "it is this very code";
    ASSERT_TRUE(waitForMap());
    EXPECT_EQ(outcomes().back(), "fault");
    EXPECT_TRUE(outcomeMapOf(session).back().segments.back().isFault);

    // As A beside what is typed on.
    edits.keep();
    ASSERT_TRUE(test::waitFor([&] { return session.run().variants.size() == 2 && !session.isRunning(); }));
    EXPECT_EQ(trace(0).variant, keptVersion);
    EXPECT_EQ(trace(0).ended.file, session.lesson().variants.front().file);
    type(waits);
    run();
    EXPECT_TRUE(edit().problems.empty());
    EXPECT_EQ(trace(1).ended.how, RunEnd::finished);
    setTimeout(50ms);
    EXPECT_EQ(trace(0).ended.how, RunEnd::threw) << "A is cancelled before it comes to its fault";
    setTimeout(250ms);
    EXPECT_EQ(trace(0).ended.how, RunEnd::crashed);
}

TEST_F(PagesTest, AreKeptAsAAndComparedWithWhatIsTypedOn)
{
    pages.begin();
    ASSERT_TRUE(waitFor(Edit::Stage::ran));
    edits.keep();
    ASSERT_TRUE(test::waitFor([&] { return session.run().variants.size() == 2 && !session.isRunning(); }));
    type(mended);
    run();
    setTimeout(100ms);
    ASSERT_EQ(session.run().variants.size(), 2U);
    EXPECT_EQ(trace(0).variant, keptVersion);
    EXPECT_EQ(trace(0).lost.size(), 1U);
    EXPECT_EQ(trace(1).lost.size(), 0U);
    // Its traces and its text tell of the same file.
    const VariantSpec& kept = session.lesson().variants.front();
    EXPECT_EQ(trace(0).awaits.front().file, kept.file);
    EXPECT_EQ(session.lesson().findFile(kept.file)->text, waits.toStdString());
    EXPECT_EQ(edits.originalOf(edits.variantToEdit()), waits);
    ASSERT_TRUE(waitForMap());
    EXPECT_EQ(outcomeMapOf(session).size(), 2U);

    edits.swapKept();
    ASSERT_TRUE(test::waitFor([&] { return !session.isRunning(); }));
    EXPECT_EQ(edit().text, waits);
    EXPECT_EQ(trace(0).lost.size(), 0U);
    EXPECT_EQ(trace(1).lost.size(), 1U);

    edits.dropKept();
    ASSERT_TRUE(test::waitFor([&] { return session.run().variants.size() == 1 && !session.isRunning(); }));
    EXPECT_EQ(trace(0).lost.size(), 1U);
    EXPECT_TRUE(said.join(' ').contains("kept-as-a")) << "its text is in no file: " << said.join(' ').toStdString();
}

TEST_F(PagesTest, LeaveWhoeverWentOnToALessonThere)
{
    pages.begin();
    session.setLesson("alan-caches-requests", 0);
    EXPECT_FALSE(pages.isShown());
    EXPECT_TRUE(test::waitFor([&] { return !session.originalLesson("sandbox")->isBlank; }));
    EXPECT_EQ(session.lesson().slug, "alan-caches-requests");
    session.setLesson("sandbox", 0);
    EXPECT_TRUE(test::waitFor([&] { return session.lesson().isSandbox && !session.isRunning(); }));
    EXPECT_EQ(trace().effects.front().what, "stored");
}

TEST(StartingPages, SayWhatTheyAreAndWhatToTry)
{
    EXPECT_EQ(startingPages().size(), 12U);
    for (const StartingPage& page : startingPages()) {
        EXPECT_FALSE(page.title.isEmpty()) << page.name.toStdString();
        EXPECT_TRUE(leadingComment(page.text).contains("**Try:**")) << page.name.toStdString();
        EXPECT_EQ(findStartingPage(page.name)->text, page.text);
    }
    EXPECT_EQ(findStartingPage("no-such-page"), nullptr);
}

TEST(StartingPages, AreTheSameCodeInGerman)
{
    // Blanks stand for what was masked, and take up as much room as that did.
    const auto codeOf = [](const StartingPage& page) {
        return QString::fromStdString(maskCommentsAndLiterals(page.text.toStdString())).simplified();
    };
    const std::vector<StartingPage> english = startingPages();
    LanguageChooser chooser;
    chooser.choose("de");
    const std::vector<StartingPage>& told = startingPages();
    ASSERT_EQ(told.size(), english.size());
    for (std::size_t i = 0; i < told.size(); ++i) {
        EXPECT_EQ(told[i].name, english[i].name);
        EXPECT_NE(told[i].title, english[i].title) << told[i].name.toStdString();
        EXPECT_TRUE(leadingComment(told[i].text).contains("**Probiere:**")) << told[i].name.toStdString();
        EXPECT_EQ(codeOf(told[i]), codeOf(english[i])) << told[i].name.toStdString();
    }
}

TEST(LeadingComment, IsWhatStandsBeforeTheCodeWithoutItsSigns)
{
    EXPECT_EQ(leadingComment("// # Title\n//\n// Text.\n//    code\n\n// more\nint x;"), "# Title\n\nText.\n   code");
    EXPECT_EQ(leadingComment("/*\n * One\n * two\n */\nint x;"), "One\ntwo");
    EXPECT_EQ(leadingComment("// SPDX-License-Identifier: MIT\n// Said."), "Said.");
    EXPECT_EQ(leadingComment("int x; // not this"), "");
    EXPECT_EQ(leadingComment(""), "");
}

TEST(LeadingComment, EndsWhereTheCodeBegins)
{
    EXPECT_EQ(firstLineOfCode("// SPDX-License-Identifier: MIT\n// # Title\n//\n// Text.\n\nint x;"), 6);
    EXPECT_EQ(firstLineOfCode("/*\n * One\n */\n\n\nint x;"), 6);
    EXPECT_EQ(firstLineOfCode("int x; // not this\nint y;"), 1);
    EXPECT_EQ(firstLineOfCode("// nothing else"), 1);
    EXPECT_EQ(firstLineOfCode(""), 1);
}

TEST(StartingPages, HaveNoLineThatTheEditorWouldCut)
{
    constexpr qsizetype columns = 57; // in a window of 1366 pixels, beside numbers of awaits
    int read = 0;
    for (const char* const folder : {":/pages", ":/pages/de"}) {
        for (const QFileInfo& entry : QDir(folder).entryInfoList(QDir::Files)) {
            QFile file(entry.filePath());
            ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << entry.filePath().toStdString();
            ++read;
            for (const QString& line : QString::fromUtf8(file.readAll()).split('\n'))
                EXPECT_LE(line.size(), columns) << entry.filePath().toStdString() << ": " << line.toStdString();
        }
    }
    EXPECT_EQ(read, 24);
}

} // namespace awaitscope
