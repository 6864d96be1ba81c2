// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/editing/lesson_packs.hpp"

#include "present/editing/edits.hpp"
#include "present/files/remembered.hpp"
#include "present/files/scenario_document.hpp"
#include "present/session/session.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace awaitscope {

namespace {


} // namespace

/// A folder with a lesson that is not in the program: Alan's, by another name.
class LessonPacksTest : public testing::Test
{
protected:
    void SetUp() override
    {
        QDir().mkpath(path("bob-caches-too"));
        for (const LessonFile& file : test::builtInCatalogue().find("alan-caches-requests")->files) {
            if (file.name.find('/') != std::string::npos || file.name.find(".de.") != std::string::npos)
                continue;
            QString text = QString::fromStdString(file.text);
            if (file.name == "lesson.toml") {
                text.truncate(text.indexOf("[[retelling]]"));
                text.replace("title = \"Alan caches requests\"", "title = \"Bob caches, too\"\nauthor = \"Bob <b>\"");
            }
            write(QString::fromStdString(file.name), text);
        }
        QObject::connect(&packs, &LessonPacks::failed, &packs, [this](const QString& message) { failure = message; });
        packs.setAsker([this](const PackQuestion& question) {
            asked.push_back(question);
            return answer;
        });
    }

    QString path(const QString& name) const { return folder.filePath(name); }
    void write(const QString& name, const QString& text) const
    {
        QFile file(path("bob-caches-too/" + name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }
    QString read(const QString& name) const
    {
        QFile file(path("bob-caches-too/" + name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    void open(LessonPacks& by)
    {
        by.open(path("bob-caches-too"));
        EXPECT_TRUE(test::waitFor([&] { return !by.isBusy() && !session.isRunning(); }));
    }
    bool isShown() { return session.lesson().slug == "bob-caches-too"; }

    QTemporaryDir folder;
    QSettings settings{path("settings.ini"), QSettings::IniFormat};
    Session session{test::builtInCatalogue()};
    std::shared_ptr<Workbench> workbench = std::make_shared<Workbench>(Installation::of("/proc/self/exe"));
    LessonPacks packs{session, workbench, &settings};
    std::vector<PackQuestion> asked;
    QString failure;
    bool answer = true;
};

TEST_F(LessonPacksTest, AsksWhoseItIsAndWhereBeforeItCompilesAnything)
{
    answer = false;
    open(packs);
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_FALSE(isShown());
    EXPECT_EQ(asked.front().files, (QStringList{"buggy.cpp", "fixed.cpp", "scenario.cpp", "service.hpp", "task.cpp", "unwaited.cpp"}));
    const QString question = asked.front().toText();
    for (const QString& part : {QString("Bob caches, too"), QString("Bob <b>"), path("bob-caches-too"), QString("only if you trust")})
        EXPECT_TRUE(question.contains(part)) << part.toStdString();
    open(packs);
    EXPECT_EQ(asked.size(), 2U) << "a no is not kept";
}

TEST_F(LessonPacksTest, ShowsARealLessonWhoseCodeRunsInWorkers)
{
    open(packs);
    EXPECT_EQ(failure, "");
    ASSERT_TRUE(isShown());
    session.setTimeout(VirtualDuration{250'000});
    session.setScene(6);
    EXPECT_TRUE(test::waitFor([&] { return !session.isRunning() && session.run().variants.size() == 2; }));
    EXPECT_EQ(verdictOf(*session.run().variants[0].trace), Verdict::violated);
    EXPECT_EQ(verdictOf(*session.run().variants[1].trace), Verdict::holds);
    EXPECT_EQ(session.lessons().size(), test::builtInCatalogue().lessons().size() + 1);
}

TEST_F(LessonPacksTest, AsksOnceForTheSameCodeAndAgainWhenALetterChanges)
{
    open(packs);
    EXPECT_EQ(asked.size(), 1U);
    LessonPacks later{session, workbench, &settings};
    std::size_t questions = 0;
    later.setAsker([&](const PackQuestion&) { return ++questions > 0; });
    open(later);
    EXPECT_EQ(questions, 0U) << "of another start, too";
    write("story.md", read("story.md") + "\n");
    open(later);
    EXPECT_EQ(questions, 0U) << "a story is no code";
    write("service.hpp", read("service.hpp") + "// one letter\n");
    open(later);
    EXPECT_EQ(questions, 1U);
}

TEST_F(LessonPacksTest, ReadAgainItIsWhatTheFolderHasNowAndOneStaysWhereOneReads)
{
    open(packs);
    ASSERT_TRUE(isShown());
    session.setScene(6);
    ASSERT_TRUE(test::waitFor([this] { return session.scene() == 6 && !session.isRunning(); })) << "its code runs elsewhere";
    const auto write = [this] {
        for (const Predict* const predict : Predictions::questionsOf(session.lesson())) {
            for (const AskedLine& line : session.predictions().linesOf(session.lesson(), *predict)) {
                if (line.name == "cache.set")
                    return line.text;
            }
        }
        return std::string{};
    };
    EXPECT_TRUE(write().starts_with("cache.set(key, response);")) << write();
    this->write("fixed.cpp", read("fixed.cpp").replace("cache.set(key, response);", "cache.set(key, (response));"));
    this->write("story.md", read("story.md").replace("## The fix, and what remains", "## Another title"));
    const QSignalSpy changed(&session, &Session::lessonChanged);
    open(packs);
    EXPECT_EQ(failure, "");
    EXPECT_EQ(changed.size(), 1) << "the story beside it must hear of it";
    EXPECT_EQ(session.scene(), 6);
    EXPECT_EQ(session.lesson().story.scenes.at(6).title, "Another title");
    EXPECT_TRUE(write().starts_with("cache.set(key, (response));")) << write() << " is no line of the file that was read";
}

TEST_F(LessonPacksTest, ReadAgainItHasNoVersionThatWasCompiledWithTheFilesBefore)
{
    open(packs);
    Edits edits{session, workbench, folder.path().toStdString()};
    edits.begin("buggy");
    edits.type("buggy", edits.find("buggy")->text + "// mine\n");
    edits.run("buggy");
    ASSERT_TRUE(test::waitFor([&] { return !edits.isBusy() && !session.isRunning(); }));
    ASSERT_TRUE(session.lesson().findVariant("my-buggy"));
    open(packs);
    EXPECT_EQ(failure, "");
    EXPECT_FALSE(session.lesson().findVariant("my-buggy"));
    EXPECT_EQ(edits.find("buggy")->stage, Edit::Stage::typed) << "it is kept, and can be run again";
    EXPECT_TRUE(edits.find("buggy")->text.endsWith("// mine\n"));
}

TEST_F(LessonPacksTest, SaysWhatIsWrongWithAFolderAndWhere)
{
    write("fixed.cpp", read("fixed.cpp").replace("cache.set(key, response);", "cache.set(key, respones);"));
    open(packs);
    EXPECT_FALSE(isShown());
    EXPECT_TRUE(failure.contains("bob-caches-too/fixed.cpp:13: The lesson does not compile")) << failure.toStdString();

    write("fixed.cpp", read("fixed.cpp").replace("respones", "response"));
    write("scenario.cpp", read("scenario.cpp").replace("class OneRequest", "clas OneRequest"));
    open(packs);
    EXPECT_TRUE(failure.contains("bob-caches-too/scenario.cpp:") && failure.contains("'clas' does not name a type"))
        << failure.toStdString();

    write("lesson.toml", "title = 3\n");
    open(packs);
    EXPECT_TRUE(failure.contains("lesson.toml:1")) << failure.toStdString();
    packs.open("/nowhere/lesson.toml");
    EXPECT_TRUE(failure.contains("/nowhere")) << failure.toStdString();
}

TEST_F(LessonPacksTest, CodeThatDiesIsToldAndNotShown)
{
    write("buggy.cpp", read("buggy.cpp").replace("println(\"miss \", key);", "throw 1;"));
    open(packs);
    EXPECT_FALSE(isShown());
    EXPECT_TRUE(failure.contains("left the caller")) << failure.toStdString();
}

TEST_F(LessonPacksTest, WhatIsOfferedIsCompiledWhenSomebodyWantsToSeeIt)
{
    const std::size_t before = session.lessons().size();
    EXPECT_EQ(packs.offer(folder.path()), QStringList{});
    ASSERT_EQ(session.lessons().size(), before + 1);
    EXPECT_EQ(session.lessons().back()->title, "Bob caches, too");
    EXPECT_TRUE(asked.empty());
    answer = false;
    session.setLesson("bob-caches-too", 3);
    EXPECT_FALSE(packs.isBusy());
    EXPECT_EQ(session.lesson().slug, "alan-caches-requests");
    answer = true;
    EXPECT_FALSE(session.apply("awaitscope:bob-caches-too?timeout=250ms"));
    EXPECT_TRUE(test::waitFor([&] { return !packs.isBusy() && !session.isRunning(); }));
    EXPECT_EQ(failure, "");
    ASSERT_TRUE(isShown());
    EXPECT_EQ(session.run().timeout, VirtualDuration{250'000}) << "what was asked for";
    EXPECT_EQ(session.lessons().size(), before + 1) << "it is there once";
    session.setLesson("alan-caches-requests", 0);
    session.setLesson("bob-caches-too", 0);
    EXPECT_TRUE(test::waitFor([this] { return isShown() && !session.isRunning(); }));
    EXPECT_EQ(asked.size(), 2U) << "of those the first was a no";
}

TEST_F(LessonPacksTest, WhatCannotBeOfferedSaysWhyAndKeepsNobodyElseFromIt)
{
    QDir().mkpath(path("broken"));
    QFile broken(path("broken/lesson.toml"));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("title = 3\n");
    broken.close();
    const QStringList problems = packs.offer(folder.path());
    ASSERT_EQ(problems.size(), 1);
    EXPECT_TRUE(problems.front().contains("broken/lesson.toml:1")) << problems.front().toStdString();
    EXPECT_TRUE(problems.front().contains("more: Shift+F7 lists them")) << problems.front().toStdString();
    EXPECT_EQ(session.lessons().back()->title, "Bob caches, too");
}

TEST_F(LessonPacksTest, AFileOfItsScenarioOpensItAndItsCommandNamesTheFolder)
{
    packs.offer(folder.path());
    QFile file(path("rehearsed.awaitscope"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(R"({"format": "awaitscope-scenario", "version": 1, "scenario": "awaitscope:bob-caches-too?timeout=250ms"})");
    file.close();
    ScenarioDocument document{session};
    QString problem = "it was not opened";
    ASSERT_TRUE(document.waitsForLesson(file.fileName(), [&] { problem = document.open(file.fileName()); }));
    EXPECT_TRUE(test::waitFor([&] { return !packs.isBusy() && !session.isRunning(); }));
    EXPECT_EQ(problem, "");
    ASSERT_TRUE(isShown());
    EXPECT_EQ(session.run().timeout, VirtualDuration{250'000});
    EXPECT_FALSE(document.waitsForLesson(file.fileName(), [] {})) << "it is there";
    EXPECT_TRUE(session.command().startsWith("awaitscope-cli run '" + path("bob-caches-too") + "' ")) << session.command().toStdString();
    EXPECT_TRUE(session.command().contains(" --timeout 250ms")) << session.command().toStdString();
}

TEST_F(LessonPacksTest, IsThereAgainAtTheNextStartUnlessItsCodeIsAnother)
{
    open(packs);
    session.setScene(3);
    ASSERT_TRUE(test::waitFor([&] { return session.scene() == 3 && !session.isRunning(); })) << "its code runs elsewhere";
    Remembered kept;
    notePlace(kept, session);
    EXPECT_EQ(kept.folder, path("bob-caches-too"));
    for (const bool isSame : {true, false}) {
        if (!isSame)
            write("service.hpp", read("service.hpp") + "// one letter\n");
        Session next{test::builtInCatalogue()};
        LessonPacks later{next, workbench, &settings};
        std::size_t questions = 0;
        later.setAsker([&](const PackQuestion&) { return ++questions > 0; });
        resume(kept, next);
        later.resume(kept.folder, [&] { resume(kept, next); });
        EXPECT_TRUE(test::waitFor([&] { return !later.isBusy() && !next.isRunning(); }));
        EXPECT_EQ(next.lesson().slug == "bob-caches-too", isSame);
        EXPECT_EQ(next.scene(), isSame ? 3 : 0);
        EXPECT_EQ(questions, 0U) << "nobody is asked at a start";
        EXPECT_TRUE(next.isOffered("bob-caches-too") || isSame) << "it can be chosen";
    }
}

TEST_F(LessonPacksTest, CannotTakeTheNameOfALessonOfTheProgram)
{
    QDir(folder.path()).rename("bob-caches-too", "alan-caches-requests");
    packs.open(path("alan-caches-requests/lesson.toml"));
    EXPECT_TRUE(failure.contains("another name")) << failure.toStdString();
    EXPECT_TRUE(asked.empty());
    const QStringList problems = packs.offer(path("alan-caches-requests"));
    ASSERT_EQ(problems.size(), 1);
    EXPECT_TRUE(problems.front().contains("another name")) << problems.front().toStdString();
}

} // namespace awaitscope
