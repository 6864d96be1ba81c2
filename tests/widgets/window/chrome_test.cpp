// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"
#include "support/window_test.hpp"
#include "widgets/actions/main_menu.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/code/code_pane.hpp"
#include "widgets/code/code_view.hpp"
#include "widgets/error_bar.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/main_window.hpp"
#include "widgets/window/side_column.hpp"
#include "widgets/window/system_theme.hpp"
#include "widgets/window/top_bar.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDBusVariant>
#include <QFile>
#include <QFontInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolTip>

namespace awaitscope {

using namespace std::chrono_literals;

/// Errors, theme, what is remembered, and the bar on top: in a real window.
class ChromeTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=250ms"));
        test::showActive(window, QSize(1440, 900));
    }

    Session session{test::builtInCatalogue()};
    MainWindow window{session, Theme::light(), nullptr};
    QTemporaryDir folder;
    const QString file = folder.filePath("awaitscope.ini");
};

TEST_F(ChromeTest, KeepsAnErrorUntilItIsDismissed)
{
    EXPECT_FALSE(session.apply("awaitscope:?timeout=soon"));
    EXPECT_TRUE(window.errorText().contains("soon")) << window.errorText().toStdString();
    EXPECT_EQ(session.run().timeout, 250ms);
    session.setTimeout(VirtualDuration{240ms});
    session.setScene(1);
    test::key(window, Qt::Key_Home);
    EXPECT_TRUE(window.errorText().contains("soon")) << "whatever happens after";
    EXPECT_FALSE(session.apply("awaitscope:no-such-lesson"));
    EXPECT_FALSE(window.errorText().contains("soon"));
    EXPECT_TRUE(window.errorText().contains("no-such-lesson"));
    test::settle();
    test::click(window, window.errorBar().dismissButton());
    EXPECT_EQ(window.errorText(), "");
    EXPECT_FALSE(session.apply("awaitscope:?await=9"));
    test::key(window, Qt::Key_Escape);
    EXPECT_EQ(window.errorText(), "");
}

TEST_F(ChromeTest, KeepsThePanelsInTheWindowWhateverTheError)
{
    for (const double scale : {1.0, 2.0}) {
        window.setTheme(Theme::light(scale));
        window.resize(1280, 720);
        test::settle();
        const QSize size = window.size();
        for (const QString& text :
             {QString(1'000'000, 'W'), QString("line\n").repeated(200'000), QString("<b>x</b>")}) {
            QGuiApplication::clipboard()->setText("awaitscope:" + text);
            test::key(window, Qt::Key_V, Qt::ControlModifier);
            ASSERT_NE(window.errorText(), "");
            EXPECT_EQ(window.size(), size);
            EXPECT_LE(window.errorBar().width(), size.width());
            EXPECT_LE(window.errorBar().height(), size.height() / 2);
        }
        EXPECT_TRUE(window.errorText().contains("<b>x</b>")) << "plain text";
        EXPECT_EQ(window.errorBar().findChild<QLabel*>()->textFormat(), Qt::PlainText);
        test::key(window, Qt::Key_Escape);
    }
}

TEST_F(ChromeTest, FollowsTheSystemOnlyWhereThatIsChosen)
{
    window.setSystemDark(true);
    EXPECT_FALSE(window.theme().dark) << "light was chosen";
    window.setThemeChoice(ThemeChoice::system);
    EXPECT_TRUE(window.theme().dark);
    window.setSystemDark(false);
    EXPECT_FALSE(window.theme().dark);
    EXPECT_EQ(window.topBar().themeButton().text(), "Theme: system");
    test::click(window, window.topBar().themeButton());
    EXPECT_EQ(window.topBar().themeButton().text(), "Theme: light");
    test::click(window, window.topBar().themeButton());
    EXPECT_EQ(window.topBar().themeButton().text(), "Theme: dark");
    EXPECT_TRUE(window.theme().dark);
}

TEST(SystemThemeTest, ReadsThePortalsAnswerHoweverItIsWrapped)
{
    const auto wrapped = [](const QVariant& value) { return QVariant::fromValue(QDBusVariant(value)); };
    EXPECT_EQ(readColourScheme(wrapped(wrapped(1u))), true) << "Read";
    EXPECT_EQ(readColourScheme(wrapped(1u)), true) << "SettingChanged";
    EXPECT_EQ(readColourScheme(wrapped(2u)), false);
    EXPECT_EQ(readColourScheme(wrapped(0u)), std::nullopt) << "no preference";
    EXPECT_EQ(readColourScheme(wrapped(7u)), std::nullopt);
    EXPECT_EQ(readColourScheme(wrapped("1")), std::nullopt);
    EXPECT_EQ(readColourScheme(QVariant()), std::nullopt);
}

TEST(SystemThemeTest, ReadsWhetherThePortalWantsLessMotion)
{
    const auto wrapped = [](const QVariant& value) { return QVariant::fromValue(QDBusVariant(value)); };
    EXPECT_EQ(readReducedMotion(wrapped(wrapped(1u))), true);
    EXPECT_EQ(readReducedMotion(wrapped(0u)), false);
    EXPECT_EQ(readReducedMotion(wrapped(2u)), std::nullopt);
    EXPECT_EQ(readReducedMotion(QVariant()), std::nullopt);
}

TEST(SystemThemeTest, FollowsThePaletteWhereThereIsNoPortal)
{
    SystemTheme theme;
    const QPalette before = QApplication::palette();
    ASSERT_FALSE(theme.isDark());
    bool told = false;
    QObject::connect(&theme, &SystemTheme::changed, [&](bool isDark) { told = isDark; });
    QPalette dark;
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, Qt::white);
    QApplication::setPalette(dark);
    EXPECT_TRUE(test::waitFor([&] { return told; }));
    QApplication::setPalette(before);
    EXPECT_TRUE(test::waitFor([&] { return !theme.isDark(); }));
}

TEST_F(ChromeTest, RemembersItselfInTheGivenFileOnly)
{
    {
        QSettings settings{file, QSettings::IniFormat};
        MainWindow first{session, Theme::light(), &settings};
        first.resize(1500, 800);
        first.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&first, test::longestWait));
        first.setTheme(Theme::darkTheme(1.1));
        first.topBar().codeButton().click();
        first.side().setTongue("node");
        session.playback().setSpeed(4);
        session.setScene(2);
        first.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&first, test::longestWait));
        test::key(first, Qt::Key_Q, Qt::ControlModifier);
        EXPECT_FALSE(first.isVisible());
    }
    QSettings settings{file, QSettings::IniFormat};
    EXPECT_EQ(settings.value("theme/choice"), "dark");
    EXPECT_DOUBLE_EQ(settings.value("theme/scale").toDouble(), 1.1);
    EXPECT_FALSE(settings.value("window/code").toBool());
    EXPECT_EQ(settings.value("playback/speed").toDouble(), 4);
    EXPECT_EQ(settings.value("place/lesson"), "alan-caches-requests");
    EXPECT_EQ(settings.value("place/scene").toInt(), 2);
    MainWindow second{session, Theme::light(), &settings};
    EXPECT_EQ(second.size(), QSize(1500, 800));
    second.show();
    EXPECT_FALSE(second.side().isVisible());
    EXPECT_EQ(second.side().tongue(), "node");
}

TEST_F(ChromeTest, ForgetsWhatWasAskedOfOneStartAlone)
{
    QSettings settings{file, QSettings::IniFormat};
    settings.setValue("theme/choice", "system");
    settings.setValue("place/lesson", "alan-caches-requests");
    settings.setValue("place/scene", 2);
    ASSERT_TRUE(session.apply("awaitscope:alan-caches-requests?timeout=250ms")); // as on the command line
    ASSERT_NE(session.scene(), 2);
    MainWindow brief{session, Theme::darkTheme(), &settings};
    brief.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&brief, test::longestWait));
    brief.close();
    EXPECT_EQ(settings.value("theme/choice"), "system");
    EXPECT_EQ(settings.value("place/scene").toInt(), 2) << "where one was comes back";
}

TEST_F(ChromeTest, OpensAsEverFromADamagedFile)
{
    QFile out{file};
    ASSERT_TRUE(out.open(QIODevice::WriteOnly));
    out.write(
        "[window]\ngeometry=@ByteArray(nonsense)\nstory-width=@ByteArray(\\0\\0\\x7f)\nstory=7\n[theme]\nscale=nan\n");
    out.close();
    QSettings settings{file, QSettings::IniFormat};
    MainWindow other{session, Theme::light(), &settings};
    EXPECT_EQ(other.size(), QSize(1440, 900));
    other.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&other, test::longestWait));
    EXPECT_TRUE(other.centre().isVisible());
    EXPECT_TRUE(other.side().isVisible());
}

TEST_F(ChromeTest, CutsNothingInTheTopBar)
{
    TopBar& bar = window.topBar();
    for (const double scale : {0.8, 1.0, 1.25, 1.5, 2.0}) {
        window.setTheme(Theme::light(scale));
        for (const int width : {720, 1000, 1280, 1440, 2560}) {
            window.resize(width, 720);
            test::settle();
            QList<QWidget*> shown;
            for (QWidget* const part : bar.findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
                if (part->isVisible())
                    shown += part;
            }
            for (const QWidget* const part : shown) {
                EXPECT_TRUE(bar.rect().contains(part->geometry())) << scale << " " << width;
                for (const QWidget* const other : shown)
                    EXPECT_TRUE(part == other || !part->geometry().intersects(other->geometry()))
                        << scale << " " << width;
                if (const auto* const button = qobject_cast<const QPushButton*>(part)) {
                    EXPECT_GE(button->width(), button->sizeHint().width()) << button->text().toStdString() << scale;
                }
                if (const auto* const label = qobject_cast<const QLabel*>(part)) {
                    EXPECT_GE(label->width(), label->fontMetrics().horizontalAdvance(label->text())) << scale << width;
                }
            }
            EXPECT_TRUE(bar.menuButton().isVisible());
            EXPECT_TRUE(bar.button(CancelModel::eager).isVisible());
        }
    }
}

TEST_F(ChromeTest, ReachesEveryButtonOfBarAndTransportWithTab)
{
    QSet<QWidget*> reached;
    for (int i = 0; i < 80; ++i) {
        test::key(window, Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    QWidget* const transport = window.findChild<QWidget*>("transport");
    for (QAbstractButton* const button :
         window.topBar().findChildren<QAbstractButton*>() + transport->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->isEnabled()) {
            EXPECT_TRUE(reached.contains(button)) << button->text().toStdString();
        }
    }
}

TEST_F(ChromeTest, PlaysAtTheRateOfItsDisplay)
{
    session.playback().setFrame(std::chrono::milliseconds{99});
    MainWindow another{session, Theme::light(), nullptr};
    another.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&another, test::longestWait));
    EXPECT_EQ(session.playback().frame(), frameOf(another.screen()->refreshRate()));
}

TEST_F(ChromeTest, SpeaksInOneFontAndWritesCodeInAnother)
{
    const Theme theme = Theme::light();
    const QString words = QFontInfo(theme.ui).family();
    const QString code = QFontInfo(theme.code).family();
    const auto expectOurs = [&](const QWidget& root) {
        for (const QWidget* const widget : root.findChildren<QWidget*>() + QList<QWidget*>{const_cast<QWidget*>(&root)}) {
            if (qobject_cast<const QsciScintilla*>(widget) || qobject_cast<const QsciScintilla*>(widget->parentWidget()))
                continue; // it writes in the styles of its lexer, which are looked at below
            const QString family = QFontInfo(widget->font()).family();
            EXPECT_TRUE(family == words || family == code)
                << widget->metaObject()->className() << ' ' << widget->objectName().toStdString() << ": " << family.toStdString();
        }
    };
    expectOurs(window);
    expectOurs(window.menu());
    for (CodePane* const pane : window.side().findChildren<CodePane*>())
        EXPECT_EQ(QFontInfo(pane->view().lexer()->font(0)).family(), code);
    EXPECT_EQ(QFontInfo(QToolTip::font()).family(), words);
    window.showKeys();
    window.actions()[Act::savePicture].trigger();
    window.actions()[Act::about].trigger();
    for (const QWidget* const dialog : window.findChildren<QDialog*>())
        expectOurs(*dialog);
    const QMessageBox box; // what somebody else makes
    expectOurs(box);
    for (QDialog* const dialog : window.findChildren<QDialog*>())
        dialog->reject();
}

} // namespace awaitscope
