// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/session/session.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/waiting.hpp"
#include "support/window_test.hpp"
#include "widgets/presenting/presentation.hpp"
#include "widgets/presenting/speaker_view.hpp"
#include "widgets/window/main_window.hpp"

#include <QScreen>
#include <QTest>

// Run by tests/widgets/on_screen, with a window manager, on a laptop with a projector to its right.

namespace awaitscope {
namespace {

class TwoScreensTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_EQ(QGuiApplication::screens().size(), 2);
        laptop = QGuiApplication::screens()[0]->geometry();
        projector = QGuiApplication::screens()[1]->geometry();
        ASSERT_EQ(laptop, QRect(0, 0, 1366, 768));
        ASSERT_EQ(projector, QRect(1366, 0, 1920, 1080));
        session.setScene(3); // "Weeks later"
    }

    void showOn(const QRect& screen)
    {
        window.setGeometry(QRect(screen.topLeft() + QPoint(60, 60), QSize(1200, 640)));
        window.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&window, test::longestWait));
        ASSERT_TRUE(test::waitFor([&] { return screen.contains(window.frameGeometry().center()); }));
    }

    static std::string placeOf(const QWidget& window)
    {
        const QRect place = window.frameGeometry();
        return QStringLiteral("%1,%2 %3x%4").arg(place.x()).arg(place.y()).arg(place.width()).arg(place.height()).toStdString();
    }

    Session session{test::builtInCatalogue()};
    MainWindow window{session, Appearance{ThemeChoice::light, false, 1}, nullptr};
    SpeakerView& speaker = window.presentation().speaker();
    QRect laptop;
    QRect projector;
};

TEST_F(TwoScreensTest, TheSlideIsOnTheProjectorAndTheScriptOnTheLaptop)
{
    showOn(projector);
    test::key(window, Qt::Key_F5);
    ASSERT_TRUE(test::waitFor([&] { return window.geometry() == projector && speaker.isVisible(); }));
    EXPECT_TRUE(test::waitFor([&] { return laptop.contains(speaker.frameGeometry()) && speaker.width() > laptop.width() * 0.9; }))
        << placeOf(speaker);
    EXPECT_TRUE(speaker.script().contains("Take a vote"));
    EXPECT_TRUE(test::waitFor([this] { return window.isActiveWindow(); })) << "the keys go to the slide";
    test::key(window, Qt::Key_V);
    EXPECT_TRUE(test::waitFor([&] { return !speaker.isVisible(); }));
    test::key(window, Qt::Key_V);
    EXPECT_TRUE(test::waitFor([&] { return speaker.isVisible() && laptop.contains(speaker.frameGeometry().center()); })) << "not over the slide: " << placeOf(speaker);
    test::key(window, Qt::Key_F5);
    EXPECT_TRUE(test::waitFor([&] { return !speaker.isVisible() && window.width() < projector.width(); }));
}

TEST_F(TwoScreensTest, AWindowOnTheLaptopIsPresentedThereAndTheScriptIsOnTheOther)
{
    showOn(laptop);
    test::key(window, Qt::Key_F5);
    ASSERT_TRUE(test::waitFor([&] { return window.geometry() == laptop && speaker.isVisible(); }));
    EXPECT_TRUE(test::waitFor([&] { return projector.contains(speaker.frameGeometry()); }));
}

} // namespace
} // namespace awaitscope
