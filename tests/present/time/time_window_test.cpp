// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/time/time_window.hpp"

#include "support/at.hpp"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace awaitscope {

using namespace std::chrono_literals;

class TimeWindowTest : public testing::Test
{
protected:
    void SetUp() override { window.setWhole(400ms); }

    TimeWindow window;
};

TEST_F(TimeWindowTest, ShowsTheWholeUntilOneZooms)
{
    EXPECT_TRUE(window.isWhole());
    window.setWhole(800ms);
    EXPECT_TRUE(window.isWhole());
    EXPECT_EQ(window.span(), 800ms);
}

TEST_F(TimeWindowTest, ZoomsWithTheAnchorAtItsPlace)
{
    window.zoom(2, at(300ms));
    EXPECT_EQ(window.from(), at(150ms));
    EXPECT_EQ(window.span(), 200ms);
    window.zoom(0.5, at(300ms));
    EXPECT_TRUE(window.isWhole());
}

TEST_F(TimeWindowTest, ZoomsNoCloserThanTwentyMicrosecondsAndNoFartherThanTheWhole)
{
    window.zoom(1e9, at(200ms));
    EXPECT_EQ(window.span(), 20us);
    EXPECT_EQ(window.from(), at(199'990us));
    window.zoom(1e-12, at(200ms));
    EXPECT_TRUE(window.isWhole());
}

TEST_F(TimeWindowTest, PansToBothEndsOfTheAxisAndNoFarther)
{
    window.zoom(4, at(200ms));
    window.pan(-1s);
    EXPECT_EQ(window.from(), at(0ms));
    window.pan(1s);
    EXPECT_EQ(window.from(), at(300ms));
    window.fit();
    QSignalSpy changed{&window, &TimeWindow::changed};
    window.pan(10ms);
    EXPECT_TRUE(changed.empty()) << "who sees all has nowhere to go";
}

TEST_F(TimeWindowTest, KeepsWhatIsSeenWhenTheAxisChangesAsFarAsItHasIt)
{
    window.zoom(4, at(400ms));
    EXPECT_EQ(window.from(), at(300ms));
    window.setWhole(800ms);
    EXPECT_EQ(window.from(), at(300ms));
    EXPECT_EQ(window.span(), 100ms);
    window.setWhole(350ms);
    EXPECT_EQ(window.from(), at(250ms));
    window.setWhole(60ms);
    EXPECT_TRUE(window.isWhole());
}

TEST_F(TimeWindowTest, RevealsWhatIsNotSeenAndStaysWhereItIs)
{
    window.zoom(4, at(0ms));
    window.reveal(at(70ms));
    EXPECT_EQ(window.from(), at(0ms));
    window.reveal(at(250ms));
    EXPECT_EQ(window.from(), at(200ms));
}

} // namespace awaitscope
