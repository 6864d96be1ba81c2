// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/variant_host.hpp"
#include "support/waiting.hpp"
#include "widgets/code/code_editor.hpp"
#include "widgets/window_keys.hpp"

#include <QDir>
#include <QFile>

#include <malloc.h>

namespace awaitscope {

namespace {

/// Bytes that the process has asked for and not given back.
std::size_t inUse()
{
#if defined(__SANITIZE_ADDRESS__)
    return 0; // it has an allocator of its own
#else
    const auto info = mallinfo2();
    return info.uordblks + info.hblkhd;
#endif
}

qsizetype openFiles() { return QDir("/proc/self/fd").entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size(); }

qsizetype threads() { return QDir("/proc/self/task").entryList(QDir::NoDotAndDotDot | QDir::Dirs).size(); }

std::shared_ptr<VariantHost> hostOf(const Lesson& lesson, const std::string& variant)
{
    const auto index = static_cast<std::size_t>(lesson.findVariant(variant) - lesson.variants.data());
    const auto& sources = lesson.sources[index];
    return std::make_shared<LocalHost>(
        SimulationInput{*lesson.findProgram(variant), sources.get(), lesson.slug, variant, lesson.subject, lesson.caller}, sources);
}

} // namespace

/// One window in which somebody changes and runs code all day.
class ManyEditsTest : public WindowKeysTest
{
protected:
    /// A text that is another each time, its run, and what a compiler might have said of it.
    void edit(int number)
    {
        const Lesson& alan = *test::builtInCatalogue().find("alan-caches-requests");
        const std::string text = alan.findFile("fixed.cpp")->text + "// " + std::to_string(number) + '\n';
        session.setEdited("alan-caches-requests", {{"buggy", {}, text, hostOf(alan, number % 2 ? "fixed" : "buggy")}}, "buggy");
        ASSERT_TRUE(test::waitFor([&] { return !session.isRunning(); }));
        editor.open(QString::number(number), QString::fromStdString(text));
        std::vector<EditProblem> problems;
        for (int line = 4; line < 12; ++line) {
            const auto kind = line % 2 ? EditProblem::Kind::error : EditProblem::Kind::warning;
            problems.push_back({kind, line, 3, "something " + QString::number(number), {}, {}});
        }
        editor.setProblems(problems);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }

    CodeEditor editor{Theme::light()};
};

TEST_F(ManyEditsTest, AThousandOfThemLeaveMemoryFilesThreadsAndStylesAsTheyWere)
{
    editor.resize(500, 400);
    editor.show();
    int number = 0;
    for (; number < 100; ++number) // until all that is kept for a while is there
        edit(number);
    ASSERT_TRUE(test::waitFor([&] { return session.sweep().has_value(); }));
    const std::size_t before = inUse();
    const qsizetype files = openFiles();
    const qsizetype running = threads();
    for (; number < 1'100; ++number)
        edit(number);
    ASSERT_TRUE(test::waitFor([&] { return session.sweep().has_value(); }));
    EXPECT_LE(session.versionsHeld(), 10U);
    EXPECT_LE(openFiles(), files + 2);
    EXPECT_LE(threads(), running + 2);
    // A version of Alan's lesson alone weighs 100 kB and more: a thousand of them would be 100 MB.
    EXPECT_LT(inUse(), before + 8'000'000);
    // Notes still look as notes do: each in one of two styles, in the colours of its kind.
    for (int line = 4; line < 12; ++line) {
        EXPECT_EQ(editor.noteBelow(line).trimmed(), (line % 2 ? "✗ something 1099" : "! something 1099")) << line;
        const auto style = editor.SendScintilla(QsciScintilla::SCI_ANNOTATIONGETSTYLE, static_cast<unsigned long>(line - 1));
        const auto colour = editor.SendScintilla(QsciScintilla::SCI_STYLEGETFORE, static_cast<unsigned long>(style));
        const QColor wanted = line % 2 ? Theme::light().fault.text : Theme::light().cut.text;
        EXPECT_EQ(colour, wanted.red() | (wanted.green() << 8) | (wanted.blue() << 16)) << line;
    }
}

} // namespace awaitscope
