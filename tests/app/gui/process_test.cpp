// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <string>

namespace awaitscope {

namespace {

struct Outcome
{
    int exitCode = -1;
    QString out;
    QString err;
};

/// Runs the program with nothing of the user's: no display, no settings. `temporary`: its $TMPDIR, where that is another one.
Outcome run(const QStringList& arguments, const QString& home, const QString& temporary = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove("DISPLAY");
    environment.remove("WAYLAND_DISPLAY");
    environment.remove("QT_QPA_PLATFORM");
    environment.insert("HOME", home);
    environment.insert("XDG_CONFIG_HOME", home + "/config");
    environment.insert("XDG_RUNTIME_DIR", home);
    if (!temporary.isEmpty())
        environment.insert("TMPDIR", temporary);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(AWAITSCOPE_APP), arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class GuiProgramTest : public testing::Test
{
protected:
    Outcome shoot(const QStringList& arguments)
    {
        return run(QStringList{"--screenshot", picture} + arguments, folder.path());
    }

    QString write(const QString& name, const char* text)
    {
        QFile file{folder.filePath(name)};
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }

    QTemporaryDir folder;
    const QString picture = folder.filePath("window.png");
};

TEST_F(GuiProgramTest, DrawsItsWindowWithoutADisplay)
{
    const Outcome outcome =
        shoot({"--size", "1280x720", "--theme", "dark", "awaitscope:alan-caches-requests?timeout=250ms"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err.toStdString();
    const QImage image{picture};
    EXPECT_EQ(image.size(), QSize(1280, 720));
    EXPECT_LT(image.pixelColor(3, 715).lightness(), 40) << "the dark theme's ground";
    EXPECT_FALSE(QFileInfo::exists(folder.filePath("config"))) << "a picture leaves no settings behind";
}

TEST_F(GuiProgramTest, DrawsTheSamePictureEachTime)
{
    ASSERT_EQ(shoot({"awaitscope:alan-caches-requests?timeout=250ms"}).exitCode, 0);
    const QImage first{picture};
    ASSERT_EQ(shoot({"awaitscope:alan-caches-requests?timeout=250ms"}).exitCode, 0);
    EXPECT_EQ(QImage{picture}, first);
    ASSERT_EQ(shoot({"awaitscope:alan-caches-requests?timeout=350ms"}).exitCode, 0);
    EXPECT_NE(QImage{picture}, first);
}

TEST_F(GuiProgramTest, RefusesABadScenarioInWords)
{
    for (const char* scenario : {"awaitscope:no-such-lesson", "awaitscope:alan-caches-requests?timeout=soon",
                                 "awaitscope:alan-caches-requests?await=9"}) {
        const Outcome outcome = shoot({scenario});
        EXPECT_EQ(outcome.exitCode, 2) << scenario;
        EXPECT_TRUE(outcome.err.startsWith("awaitscope: ")) << outcome.err.toStdString();
        EXPECT_FALSE(QFileInfo::exists(picture)) << scenario;
    }
}

TEST_F(GuiProgramTest, DrawsTheScopesAloneAndLarger)
{
    ASSERT_EQ(shoot({"--of", "scope", "awaitscope:alan-caches-requests?timeout=250ms"}).exitCode, 0);
    const QSize once = QImage{picture}.size();
    EXPECT_LT(once.width(), 1000);
    ASSERT_EQ(shoot({"--of", "scope", "--scale", "3", "awaitscope:alan-caches-requests?timeout=250ms"}).exitCode, 0);
    EXPECT_EQ(QImage{picture}.size(), once * 3);
}

TEST_F(GuiProgramTest, DrawsIntoAnSvgAndAPdf)
{
    for (const QString name : {"a.svg", "a.PDF"}) {
        const Outcome outcome = run({"--screenshot", folder.filePath(name), "--of", "scope"}, folder.path());
        EXPECT_EQ(outcome.exitCode, 0) << outcome.err.toStdString();
        QFile file{folder.filePath(name)};
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        EXPECT_TRUE(name == "a.svg" ? content.contains("<svg ") : content.startsWith("%PDF-")) << name.toStdString();
    }
}

TEST_F(GuiProgramTest, ShowsTheScenarioOfAFileAndExplainsADamagedOne)
{
    ASSERT_EQ(shoot({"awaitscope:alan-caches-requests?timeout=250ms"}).exitCode, 0);
    const QImage wanted{picture};
    QFile file{folder.filePath("rehearsed.awaitscope")};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(R"({"format": "awaitscope-scenario", "version": 1, )"
               R"("scenario": "awaitscope:alan-caches-requests?timeout=250ms"})");
    file.close();
    for (const QString& name : {file.fileName(), "file://" + file.fileName()}) {
        ASSERT_TRUE(QFile::remove(picture));
        const Outcome outcome = shoot({name});
        EXPECT_EQ(outcome.exitCode, 0) << outcome.err.toStdString();
        EXPECT_EQ(QImage{picture}, wanted);
    }
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\n\n");
    file.close();
    ASSERT_TRUE(QFile::remove(picture));
    const Outcome damaged = shoot({file.fileName()});
    EXPECT_EQ(damaged.exitCode, 2);
    EXPECT_TRUE(damaged.err.contains("rehearsed.awaitscope:")) << damaged.err.toStdString();
    EXPECT_EQ(damaged.err.count('\n'), 1);
    EXPECT_FALSE(QFileInfo::exists(picture));
}

TEST_F(GuiProgramTest, DrawsAPageOfOnesOwnAndSaysWhyItCannot)
{
    QFile file{folder.filePath("mine.cpp")};
    const auto write = [&file](const char* text) {
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
    };
    write("awaitable<void> run()\n{\n  asio::steady_timer t(co_await asio::this_coro::executor, 200ms);\n"
          "  co_await t.async_wait(asio::use_awaitable);\n  effect(\"stored\");\n}\n");
    Outcome outcome = shoot({file.fileName(), "awaitscope:?timeout=100ms"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err.toStdString();
    const QImage cut{picture};
    EXPECT_EQ(cut.size(), QSize(1440, 900));
    EXPECT_FALSE(QFileInfo::exists(folder.filePath("config"))) << "a picture leaves no settings behind";
    outcome = shoot({file.fileName()});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err.toStdString();
    EXPECT_NE(QImage{picture}, cut);
    ASSERT_TRUE(QFile::remove(picture));
    outcome = shoot({file.fileName(), "awaitscope:?await=9"});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_TRUE(outcome.err.contains("await=9")) << outcome.err.toStdString();
    write("awaitable<void> run()\n{\n  broken();\n}\n");
    outcome = shoot({file.fileName()});
    EXPECT_EQ(outcome.exitCode, 3);
    EXPECT_TRUE(outcome.err.contains("mine.cpp:3: ")) << outcome.err.toStdString();
    EXPECT_FALSE(QFileInfo::exists(picture));
}

TEST_F(GuiProgramTest, DrawsAPageThatDiesAtTheTimeoutThatIsAskedForUpToThere)
{
    const auto drawn = [this](const char* then) {
        const std::string text = std::string{"awaitable<void> run()\n{\n  asio::steady_timer t(co_await asio::this_coro::executor, 200ms);\n"
                                             "  boost::system::error_code error;\n"
                                             "  co_await t.async_wait(asio::redirect_error(asio::use_awaitable, error));\n  if (error)\n    "}
                                 + then + ";\n}\n";
        const Outcome outcome = shoot({write("mine.cpp", text.c_str()), "awaitscope:?timeout=100ms"});
        EXPECT_EQ(outcome.exitCode, 0) << outcome.err.toStdString();
        const QImage image{picture};
        EXPECT_TRUE(QFile::remove(picture));
        return image.copy(0, 0, image.width() / 2, image.height()); // where the timeline is, and not the code
    };
    const QImage dies = drawn("__builtin_trap()");
    const QImage lives = drawn("co_return");
    ASSERT_FALSE(dies.isNull() || lives.isNull());
    EXPECT_NE(dies, lives);
}

TEST_F(GuiProgramTest, DrawsNoLessonInPlaceOfAPage)
{
    const QString page = write("mine.cpp", "awaitable<void> run()\n{\n  co_return;\n}\n");
    const Outcome other = shoot({page, "awaitscope:alan-caches-requests?timeout=250ms"});
    EXPECT_EQ(other.exitCode, 2);
    EXPECT_TRUE(other.err.contains("awaitscope:alan-caches-requests?timeout=250ms is of a lesson")) << other.err.toStdString();
    const Outcome none = shoot({page, "soon"});
    EXPECT_EQ(none.exitCode, 2);
    EXPECT_FALSE(none.err.isEmpty());
    EXPECT_FALSE(QFileInfo::exists(picture));
    const Outcome own = shoot({page, "awaitscope:sandbox?timeout=250ms"});
    EXPECT_EQ(own.exitCode, 0) << "its own name is " << own.err.toStdString();
}

TEST_F(GuiProgramTest, SaysThatItHasNoFolderToCompileIn)
{
    const QString page = write("mine.cpp", "awaitable<void> run()\n{\n  co_return;\n}\n");
    for (const QString& none : {page + "/below/a/file", folder.filePath("no/such/folder")}) {
        const Outcome outcome = run({"--screenshot", picture, page}, folder.path(), none);
        EXPECT_GT(outcome.exitCode, 0) << "it does not die of what it has to tell";
        EXPECT_TRUE(outcome.err.contains("TMPDIR")) << outcome.err.toStdString();
        EXPECT_FALSE(QFileInfo::exists(picture));
    }
}

TEST_F(GuiProgramTest, SaysThatAFileCannotBeWritten)
{
    const Outcome outcome = run({"--screenshot", folder.filePath("no/such/folder/x.png")}, folder.path());
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_TRUE(outcome.err.contains("could not be written")) << outcome.err.toStdString();
}

TEST_F(GuiProgramTest, RefusesWrongUsage)
{
    for (const QStringList& arguments :
         {QStringList{"--size", "big"}, {"--theme", "pink"}, {"a", "b"}, {"--colour"}, {"--screenshot", ""},
          {"--screenshot", "a.gif"}, {"--screenshot", "a.png", "--scale", "4"}, {"--screenshot", "a.svg", "--scale", "2"},
          {"--screenshot", "a.png", "--of", "all"}, {"--of", "scope"}, {"--scale", "2"}, {"--lessons", "/nowhere/at/all"},
          {"--lessons", folder.path()}, {"--lessons", AWAITSCOPE_LESSONS, "--screenshot", "a.png"}}) {
        const Outcome outcome = run(arguments, folder.path());
        EXPECT_EQ(outcome.exitCode, 2) << arguments.join(' ').toStdString();
        EXPECT_FALSE(outcome.err.isEmpty());
    }
}

TEST_F(GuiProgramTest, HelpsWithoutADisplay)
{
    const Outcome help = run({"--help"}, folder.path());
    EXPECT_EQ(help.exitCode, 0);
    EXPECT_TRUE(help.out.contains("--screenshot"));
    EXPECT_TRUE(help.out.contains("--lessons"));
    const Outcome version = run({"--version"}, folder.path());
    EXPECT_EQ(version.exitCode, 0);
    EXPECT_TRUE(version.out.startsWith("awaitscope "));
    const Outcome window = run({}, folder.path());
    EXPECT_EQ(window.exitCode, 2);
    EXPECT_TRUE(window.err.contains("no display")) << window.err.toStdString();
}

} // namespace awaitscope
