// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/remembered.hpp"
#include "present/session/session.hpp"
#include "support/builtin_catalogue.hpp"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace awaitscope {

class RememberedTest : public testing::Test
{
protected:
    void write(const QByteArray& content)
    {
        QFile out{file};
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(content);
    }

    Remembered read() const { return readRemembered(QSettings{file, QSettings::IniFormat}); }

    QTemporaryDir folder;
    const QString file = folder.filePath("awaitscope.ini");
};

TEST_F(RememberedTest, ComesBackAsItWasKept)
{
    const Remembered kept{"geometry", {350, 420.5}, false, true, true, "node", ThemeChoice::dark, 1.5, true, "de", 0.25, true,
                          "alan-caches-requests", 2, "awaitscope:alan-caches-requests?timeout=123ms", {"buggy"}, true, false, true, "/home/alan/lessons/alan"};
    {
        QSettings settings{file, QSettings::IniFormat};
        keep(kept, settings);
    }
    EXPECT_EQ(read(), kept);
}

TEST_F(RememberedTest, IsAllUsualWhereNothingWasKept) { EXPECT_EQ(read(), Remembered{}); }

TEST_F(RememberedTest, IgnoresWhatIsOutOfRange)
{
    write(
        "[window]\nstory=perhaps\ncode=7\ntongue=cobol\nstory-width=3\ncode-width=1e9\n[theme]\nchoice=pink\nscale=-1\n[playback]\nspeed=-3\nloop=x\n"
        "[place]\nlesson=\nscene=-1\n");
    EXPECT_EQ(read(), Remembered{});
    write("[theme]\nscale=nan\n[playback]\nspeed=inf\n[place]\nscene=99999999999999999999\n");
    EXPECT_EQ(read(), Remembered{});
    write("[theme]\nscale=1.3\n");
    EXPECT_EQ(read().scale, 1.25) << "one of the sizes that there are";
    write("[theme]\nscale=40\n");
    EXPECT_EQ(read().scale, 2.0);
}

TEST_F(RememberedTest, SurvivesAFileThatIsNone)
{
    write(QByteArray(4'000, '\xfe') + QByteArrayLiteral("[[[=\n\0\n[theme]\nscale=@Variant(\0\0)\n"));
    EXPECT_EQ(read(), Remembered{});
}

TEST_F(RememberedTest, ResumesTheSceneTheSpeedAndTheLoop)
{
    Session session{test::builtInCatalogue()};
    QSignalSpy failures{&session, &Session::failed};
    Remembered kept;
    kept.lesson = "alan-caches-requests";
    kept.scene = 2;
    kept.speed = 4;
    kept.loop = true;
    resume(kept, session);
    EXPECT_EQ(session.scene(), 2);
    EXPECT_EQ(session.playback().speed(), 4);
    EXPECT_TRUE(session.playback().isLooping());
    EXPECT_EQ(failures.size(), 0);
}

TEST_F(RememberedTest, BringsBackWhatWasSetThere)
{
    Remembered kept;
    {
        Session session{test::builtInCatalogue()};
        session.setScene(3);
        session.setTimeout(VirtualDuration{123'000});
        session.setModel(CancelModel::drop);
        session.playback().toStart();
        notePlace(kept, session);
    }
    Session session{test::builtInCatalogue()};
    QSignalSpy failures{&session, &Session::failed};
    resume(kept, session);
    EXPECT_EQ(session.scene(), 3);
    EXPECT_EQ(session.run().timeout, VirtualDuration{123'000});
    EXPECT_EQ(session.scenario().model, CancelModel::drop);
    kept.scenario = "awaitscope:alan-caches-requests?timeout=soon";
    resume(kept, session);
    EXPECT_EQ(session.scene(), 3) << "as its author has it";
    EXPECT_EQ(failures.size(), 0);
}

TEST_F(RememberedTest, FallsBackToTheFirstWithoutAWord)
{
    Session session{test::builtInCatalogue()};
    QSignalSpy failures{&session, &Session::failed};
    Remembered kept;
    kept.lesson = "a-lesson-that-is-gone";
    kept.scene = 2;
    resume(kept, session);
    EXPECT_EQ(session.scene(), 0);
    kept.lesson = "alan-caches-requests";
    kept.scene = 900;
    resume(kept, session);
    EXPECT_EQ(session.scene(), 0);
    EXPECT_EQ(failures.size(), 0);
}

} // namespace awaitscope
