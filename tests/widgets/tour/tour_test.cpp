// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/remembered.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/tour/tour.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window_keys.hpp"

#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

namespace awaitscope {

using TourTest = WindowKeysTest;

TEST_F(TourTest, LeadsThroughThreeStepsByKeysAndPointsAtTheRealThings)
{
    session.setScene(2);
    window.actions()[Act::tour].trigger();
    test::settle();
    Tour& tour = window.tour();
    ASSERT_EQ(tour.step(), 0);
    EXPECT_FALSE(session.playback().isPlaying());
    const auto isRinged = [&](const QWidget& widget) {
        return tour.ringed().contains(QRect(widget.mapTo(&window, QPoint()), widget.size()).center());
    };
    EXPECT_TRUE(isRinged(window.story()));
    EXPECT_FALSE(tour.backButton().isEnabled());
    key(Qt::Key_Return);
    EXPECT_EQ(tour.step(), 1);
    EXPECT_TRUE(isRinged(window.centre().pill()));
    click(tour.backButton());
    EXPECT_EQ(tour.step(), 0);
    click(tour.nextButton());
    key(Qt::Key_Space);
    EXPECT_EQ(tour.step(), 2);
    EXPECT_EQ(tour.nextButton().text(), "Done");
    EXPECT_TRUE(window.rect().contains(tour.geometry()));
    key(Qt::Key_Space);
    EXPECT_FALSE(tour.isRunning());
    EXPECT_FALSE(tour.isVisible());
}

TEST_F(TourTest, PointsAtNothingThatIsNotThereYet)
{
    session.setScene(0);
    window.actions()[Act::tour].trigger();
    test::settle();
    key(Qt::Key_Return);
    EXPECT_EQ(window.tour().step(), 1);
    EXPECT_TRUE(window.tour().ringed().isEmpty()) << "there is no flag before there is a timeout";
    EXPECT_TRUE(window.rect().contains(window.tour().geometry()));
}

TEST_F(TourTest, WhatItPointsAtCanBeTriedMeanwhile)
{
    window.actions()[Act::tour].trigger();
    click(window.tour().nextButton());
    key(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(session.run().timeout, VirtualDuration{249'000});
    EXPECT_TRUE(window.tour().isRunning());
}

TEST_F(TourTest, EscapeSkipsItFromAnywhere)
{
    window.actions()[Act::tour].trigger();
    window.setFocus();
    key(Qt::Key_Escape);
    EXPECT_FALSE(window.tour().isRunning());
    key(Qt::Key_Escape); // nothing is left to dismiss
    EXPECT_TRUE(window.isVisible());
}

TEST_F(TourTest, StaysInTheWindowWhateverItsSize)
{
    window.actions()[Act::tour].trigger();
    for (const QSize size : {QSize(1280, 720), QSize(720, 480), QSize(1920, 1080)}) {
        window.resize(size);
        test::settle();
        EXPECT_TRUE(window.rect().contains(window.tour().geometry())) << size.width();
    }
}

TEST(TourMemory, OnceStartedItIsKnownThoughTheWindowIsKilled)
{
    QTemporaryDir folder;
    const QString path = folder.filePath("awaitscope.ini");
    QSettings settings{path, QSettings::IniFormat};
    EXPECT_FALSE(readRemembered(settings).tour);
    Session session{test::builtInCatalogue()};
    MainWindow window{session, Theme::light(), &settings};
    test::showActive(window, QSize(1280, 720));
    window.startTour();
    EXPECT_TRUE(readRemembered(QSettings{path, QSettings::IniFormat}).tour) << "it was written at once";
    window.close();
    EXPECT_TRUE(readRemembered(QSettings{path, QSettings::IniFormat}).tour);
}

} // namespace awaitscope
