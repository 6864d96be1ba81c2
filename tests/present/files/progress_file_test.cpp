// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/progress_file.hpp"
#include "present/session/history.hpp"
#include "present/session/session.hpp"
#include "support/builtin_catalogue.hpp"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

class ProgressFileTest : public testing::Test
{
protected:
    QString path(const QString& name = QStringLiteral("kept/progress.json")) const { return folder.filePath(name); }

    void write(const QString& where, const QByteArray& bytes)
    {
        QDir().mkpath(QFileInfo(where).path());
        QFile file{where};
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QByteArray read(const QString& where)
    {
        QFile file{where};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void answerAll(Session& session)
    {
        for (const Predict* const predict : Predictions::questionsOf(session.lesson())) {
            if (predict->kind == PredictKind::choice)
                session.answer(*predict, predict->right);
        }
    }

    QTemporaryDir folder;
};

} // namespace

TEST_F(ProgressFileTest, ProgressSurvivesARestart)
{
    Progress before;
    {
        Session session{test::builtInCatalogue()};
        ProgressFile file{path(), session.predictions()};
        EXPECT_EQ(file.problem(), "");
        session.setScene(4);
        answerAll(session);
        before = session.predictions().progress();
    }
    Session session{test::builtInCatalogue()};
    ProgressFile file{path(), session.predictions()};
    EXPECT_EQ(file.problem(), "");
    EXPECT_EQ(session.predictions().progress().lessons.at("alan-caches-requests").questions,
              before.lessons.at("alan-caches-requests").questions);
}

TEST_F(ProgressFileTest, ADamagedFileIsToldAndKeptAsideAndCostsNothingElse)
{
    for (const QByteArray& damaged :
         {QByteArray("{\"format\": "), QByteArray(), QByteArray("\x00\xff\x01", 3), QByteArray("[1, 2]"),
          QByteArray("{\"format\": \"awaitscope-progress\", \"version\": 7, \"lessons\": []}")}) {
        QDir(path("kept")).removeRecursively();
        write(path(), damaged);
        Session session{test::builtInCatalogue()};
        ProgressFile file{path(), session.predictions()};
        EXPECT_TRUE(file.problem().contains("progress.json.damaged")) << damaged.constData();
        EXPECT_TRUE(file.problem().startsWith("Your progress could not be read"));
        EXPECT_EQ(read(path() + ".damaged"), damaged);
        answerAll(session);
        EXPECT_TRUE(read(path()).contains("slow-client")) << "from then on it is kept as ever";
    }
}

TEST_F(ProgressFileTest, AFileThatCannotBeWrittenIsToldOnce)
{
    write(path("kept"), "a file where the folder should be");
    Session session{test::builtInCatalogue()};
    ProgressFile file{path(), session.predictions()};
    QSignalSpy failed(&file, &ProgressFile::failed);
    session.setScene(1);
    session.setScene(2);
    ASSERT_EQ(failed.count(), 1);
    EXPECT_TRUE(failed.first().first().toString().contains("could not be written to"));
}

TEST_F(ProgressFileTest, WhatIsExportedIsImportedAgain)
{
    Session session{test::builtInCatalogue()};
    answerAll(session);
    const Progress progress = session.predictions().progress();
    EXPECT_EQ(exportProgress(progress, path("mine.json")), "");
    const ReadProgress again = importProgress(path("mine.json"));
    EXPECT_EQ(again.problem, "");
    EXPECT_EQ(again.progress, progress);

    EXPECT_TRUE(exportProgress(progress, path("nowhere/mine.json")).contains("could not be written"));
    EXPECT_FALSE(importProgress(path("nowhere/mine.json")).problem.isEmpty());
    write(path("other.json"), "hello");
    EXPECT_TRUE(importProgress(path("other.json")).problem.contains("other.json"));
    EXPECT_EQ(read(path("other.json")), "hello");
}

TEST_F(ProgressFileTest, AResetIsUndoneAndRedone)
{
    Session session{test::builtInCatalogue()};
    History history{session};
    answerAll(session);
    const Progress progress = session.predictions().progress();
    session.predictions().setProgress({});
    history.noteProgress(progress, Change::resetOfProgress);
    EXPECT_EQ(history.undoWords(), "reset of progress");
    history.undo();
    EXPECT_EQ(session.predictions().progress().lessons.at("alan-caches-requests").questions,
              progress.lessons.at("alan-caches-requests").questions);
    history.redo();
    EXPECT_TRUE(session.predictions().progress().lessons.at("alan-caches-requests").questions.empty());
}

} // namespace awaitscope
