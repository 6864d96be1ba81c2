// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lessons that lie in folders, as whoever writes one uses them.
#include "present/editing/lesson_packs.hpp"
#include "present/support/pack_folder.hpp"
#include "widgets/code/code_pane.hpp"
#include "widgets/code/code_view.hpp"
#include "widgets/pack/verify_sheet.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/story/story_text.hpp"
#include "widgets/window_keys.hpp"

#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QPushButton>

namespace awaitscope {

namespace {

class PacksTest : public WindowKeysTest
{
protected:
    void SetUp() override
    {
        WindowKeysTest::SetUp();
        window.allowPacks(packs);
        packs.setAsker([this](const PackQuestion&) { return ++asked > 0; });
    }

    bool wait()
    {
        return test::waitFor([this] { return !packs.isBusy() && !session.isRunning(); });
    }

    bool isEnabled(Act act) { return window.actions()[act].isEnabled(); }

    VerifySheet* verifySheet() { return window.findChild<VerifySheet*>(); }

    test::PackFolder lesson{"ship-it"};
    LessonPacks packs{session, std::make_shared<Workbench>(Installation::of("/proc/self/exe")), nullptr};
    int asked = 0;
};

} // namespace

TEST_F(PacksTest, TheMenuAndThePathHaveWhatIsOfferedAndChoosingItOpensIt)
{
    EXPECT_FALSE(isEnabled(Act::readAgain));
    EXPECT_FALSE(isEnabled(Act::verifyLesson));
    ASSERT_EQ(packs.offer(lesson.pack()), QStringList{});
    Q_EMIT window.menu().lessons().aboutToShow();
    const QList<QAction*> lessons = window.menu().lessons().actions();
    ASSERT_TRUE(lessons.back()->text().startsWith("Ship it (")) << lessons.back()->text().toStdString();
    EXPECT_EQ(asked, 0);
    lessons.back()->trigger();
    ASSERT_TRUE(wait());
    EXPECT_EQ(asked, 1);
    EXPECT_EQ(session.lesson().slug, "ship-it");
    EXPECT_TRUE(isEnabled(Act::readAgain));
    EXPECT_TRUE(isEnabled(Act::verifyLesson));
}

TEST_F(PacksTest, OneKeyReadsItAgainAndWhatIsMendedIsNoErrorAnyMore)
{
    packs.open(lesson.path());
    ASSERT_TRUE(wait());
    const auto shown = [this] { return window.story().texts().front()->toPlainText(); };
    lesson.write("story.md", lesson.read("story.md").replace("\n## ", "\n## Anew: "));
    key(Qt::Key_F7);
    ASSERT_TRUE(wait());
    EXPECT_TRUE(QString::fromStdString(session.lesson().story.scenes.front().title).startsWith("Anew: "));
    EXPECT_EQ(window.errorText(), "");
    const QString before = shown();
    lesson.replace("lesson.toml", "order = 100", "order = 1.5");
    key(Qt::Key_F7);
    ASSERT_TRUE(wait());
    EXPECT_TRUE(window.errorText().contains("lesson.toml:3")) << window.errorText().toStdString();
    EXPECT_EQ(shown(), before) << "what was there stays";
    lesson.replace("lesson.toml", "order = 1.5", "order = 2");
    key(Qt::Key_F7);
    ASSERT_TRUE(wait());
    EXPECT_EQ(window.errorText(), "");
    EXPECT_EQ(session.lesson().order, 2);
}

TEST_F(PacksTest, ItsProgramsInOtherLanguagesAreShownWithTheirOwnRuns)
{
    const QString eve = lesson.pack() + "/eve-caches";
    for (const LessonFile& file : session.lesson().files) {
        const QString path = eve + '/' + QString::fromStdString(file.name);
        QDir().mkpath(QFileInfo(path).path());
        QFile out(path);
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(file.text.c_str());
    }
    packs.open(eve);
    ASSERT_TRUE(wait());
    session.apply("awaitscope:eve-caches?timeout=250ms");
    ASSERT_TRUE(test::waitFor([this] { return !session.isRunning() && session.run().timeout == std::chrono::milliseconds{250}; }));
    test::settle(); // those of the lesson before are gone then
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CodePane& buggy = *window.findChild<CodePane*>("code-buggy");
    buggy.setTongue("tokio");
    EXPECT_TRUE(buggy.view().text().contains("async fn")) << buggy.view().text().toStdString();
    // What its runtime does is run by a worker, too.
    EXPECT_TRUE(test::waitFor([&] {
        const CodePicture& picture = buggy.view().picture();
        const auto last = picture.lines.find(picture.currentLine());
        return last != picture.lines.end() && last->second.mark == CodeMark::stopped && last->second.words.join(' ').contains("dropped here");
    }));
    EXPECT_TRUE(buggy.note().startsWith("What happens in this language: Rust drop.")) << buggy.note().toStdString();
}

TEST_F(PacksTest, IsVerifiedInTheWindowAndWhatIsFoundIsAListWithItsPlaces)
{
    packs.open(lesson.path());
    ASSERT_TRUE(wait());
    key(Qt::Key_F7, Qt::ShiftModifier);
    ASSERT_TRUE(verifySheet());
    EXPECT_TRUE(test::waitFor([this] { return verifySheet()->words().startsWith("✓ "); })) << verifySheet()->words().toStdString();
    EXPECT_FALSE(verifySheet()->findings().isVisible());

    lesson.replace("lesson.toml", "order = 100", "order = 1.5");
    lesson.replace("lesson.toml", "kind = \"fixed\"", "kind = \"mended\"");
    verifySheet()->verifyButton().click();
    ASSERT_GE(verifySheet()->findings().count(), 2);
    EXPECT_TRUE(verifySheet()->findings().isVisible());
    EXPECT_TRUE(verifySheet()->findings().item(0)->text().startsWith("lesson.toml:3: "));
    verifySheet()->copyButton().click();
    EXPECT_EQ(QGuiApplication::clipboard()->text().count('\n') + 1, verifySheet()->findings().count());
    QString wanted;
    QObject::disconnect(verifySheet(), &VerifySheet::fileWanted, nullptr, nullptr); // no program is started in a test
    QObject::connect(verifySheet(), &VerifySheet::fileWanted, verifySheet(), [&wanted](const QString& path) { wanted = path; });
    verifySheet()->openButton().click();
    EXPECT_EQ(wanted, lesson.path() + "/lesson.toml");
}

} // namespace awaitscope
