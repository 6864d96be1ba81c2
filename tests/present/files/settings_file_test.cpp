// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/settings_file.hpp"

#include "present/files/remembered.hpp"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace awaitscope {

class SettingsFileTest : public testing::Test
{
protected:
    static QByteArray contentOf(const QString& path)
    {
        QFile in{path};
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    static void write(const QString& path, const QByteArray& content)
    {
        QFile out{path};
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(content);
    }

    QTemporaryDir folder;
    const QString file = folder.filePath("awaitscope.ini");
};

TEST_F(SettingsFileTest, AFolderInPlaceOfTheSettingsIsLeftAlone)
{
    ASSERT_TRUE(QDir().mkpath(file));
    const SettingsFile prepared = prepareSettings(file);
    EXPECT_FALSE(prepared.isUsable);
    EXPECT_TRUE(prepared.problem.contains(file) && prepared.problem.contains("folder"))
        << prepared.problem.toStdString();
    EXPECT_TRUE(QFileInfo(file).isDir());
}

TEST_F(SettingsFileTest, DamagedSettingsAreKeptAsideAndReplaced)
{
    QByteArray damaged = QByteArray("[theme\nchoice=dark\n\xff\xfe no settings\n");
    for (const QString& aside : {file + ".damaged", file + ".damaged2"}) {
        damaged += "more\n"; // QSettings reads a file of the same size again only when it is younger
        write(file, damaged);
        const SettingsFile prepared = prepareSettings(file);
        EXPECT_TRUE(prepared.isUsable);
        EXPECT_TRUE(prepared.problem.contains(aside)) << prepared.problem.toStdString();
        EXPECT_EQ(contentOf(aside), damaged);
        EXPECT_FALSE(QFileInfo::exists(file));
    }
    QSettings settings{file, QSettings::IniFormat};
    keep(Remembered{}, settings);
    EXPECT_EQ(writeOut(settings), "");
    EXPECT_EQ(prepareSettings(file).problem, "");
    EXPECT_TRUE(contentOf(file).contains("[theme]"));
}

TEST_F(SettingsFileTest, SoundOrMissingSettingsAreLeftAlone)
{
    EXPECT_EQ(prepareSettings(file).problem, "");
    write(file, "[theme]\nchoice=dark\n");
    EXPECT_EQ(prepareSettings(file).problem, "");
    EXPECT_EQ(contentOf(file), "[theme]\nchoice=dark\n");
}

TEST_F(SettingsFileTest, TellsWhenItCannotBeWritten)
{
    ASSERT_TRUE(QDir().mkpath(file));
    write(folder.filePath("config"), "mine");
    for (const QString& path :
         {file, folder.filePath("config/awaitscope.ini"), QString("/proc/awaitscope/awaitscope.ini")}) {
        QSettings settings{path, QSettings::IniFormat};
        keep(Remembered{}, settings);
        const QString problem = writeOut(settings);
        EXPECT_TRUE(problem.contains(path)) << path.toStdString() << ": " << problem.toStdString();
    }
    EXPECT_EQ(contentOf(folder.filePath("config")), "mine");
}

} // namespace awaitscope
