// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/session/session.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/proof.hpp"
#include "support/window_test.hpp"
#include "widgets/error_bar.hpp"
#include "widgets/window/main_window.hpp"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cerrno>
#include <cstring>
#include <sys/mount.h>

namespace awaitscope {

/// The window whose settings cannot be read or written. Root may write everywhere: what stands in the way is a folder
/// where a file should be, a file where a folder should be, or the kernel's own files.
class FailingDisk : public testing::Test
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

    /// Closes the window as a person does: it stays, says why, works, and goes when it is closed again.
    void expectToldAndUsable(const QString& path)
    {
        QSettings settings{path, QSettings::IniFormat};
        MainWindow window{session, Theme::light(), &settings};
        test::showActive(window, QSize(1440, 900));
        EXPECT_EQ(window.errorText(), "");
        window.close();
        EXPECT_TRUE(window.isVisible());
        EXPECT_TRUE(window.errorText().contains(path)) << window.errorText().toStdString();
        EXPECT_TRUE(window.errorText().contains("Close again")) << window.errorText().toStdString();
        test::settle();
        EXPECT_TRUE(window.errorBar().isVisible());
        session.setScene(1);
        EXPECT_EQ(session.scene(), 1);
        window.close();
        EXPECT_FALSE(window.isVisible());
    }

    Session session{test::builtInCatalogue()};
    QTemporaryDir folder;
    const QString file = folder.filePath("awaitscope.ini");
};

TEST_F(FailingDisk, WithAHomeThatCannotBeWrittenIsTold) // nothing can be made in /proc, by nobody
{
    expectToldAndUsable("/proc/awaitscope/awaitscope.ini");
}

TEST_F(FailingDisk, ThatTurnsTheSettingsIntoAFolderIsTold)
{
    ASSERT_TRUE(QDir().mkpath(file + "/inside"));
    expectToldAndUsable(file);
    EXPECT_TRUE(QFileInfo(file + "/inside").isDir());
}

TEST_F(FailingDisk, WithAFileInPlaceOfTheFolderIsTold)
{
    write(folder.filePath("config"), "mine");
    expectToldAndUsable(folder.filePath("config/awaitscope.ini"));
    EXPECT_EQ(contentOf(folder.filePath("config")), "mine");
}

// Not /dev/full: root's QSettings would put a file in its place.
TEST_F(FailingDisk, ThatIsFullIsTold)
{
    const QByteArray small = QFile::encodeName(folder.path());
    if (mount("none", small.constData(), "tmpfs", 0, "size=8k") != 0) {
        const std::string why = std::string{"a small tmpfs cannot be mounted here: "} + std::strerror(errno);
        test::reportProof("full-disk", "not run: " + why);
        GTEST_SKIP() << why;
    }
    const QByteArray before = "[theme]\nchoice=dark\n";
    write(file, before);
    write(folder.filePath("filler"), QByteArray(4096, 'x'));
    expectToldAndUsable(file);
    EXPECT_EQ(contentOf(file), before) << "what was remembered stays";
    EXPECT_EQ(umount(small.constData()), 0) << std::strerror(errno);
    if (!HasFailure())
        test::reportProof("full-disk", "settings that do not fit are told, and the older ones stay");
}

TEST_F(FailingDisk, ThatHasRoomAgainKeepsWhatTheFirstCloseCouldNot)
{
    const QString config = folder.filePath("config");
    write(config, "mine");
    QSettings settings{config + "/awaitscope.ini", QSettings::IniFormat};
    {
        MainWindow window{session, Theme::light(), &settings};
        test::showActive(window, QSize(1440, 900));
        window.close();
        ASSERT_TRUE(window.isVisible());
        ASSERT_TRUE(QFile::remove(config));
        window.close();
        EXPECT_FALSE(window.isVisible());
    }
    EXPECT_FALSE(contentOf(config + "/awaitscope.ini").isEmpty());
}

} // namespace awaitscope
