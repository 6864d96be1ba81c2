// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/time/time_axis.hpp"

#include "support/at.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

using namespace std::chrono_literals;

namespace {

constexpr TimeAxis pixels{400ms, 100, 500};

} // namespace

TEST(TimeAxis, MapsTimesToPixelsAndBack)
{
    EXPECT_DOUBLE_EQ(pixels.toX(at(0ms)), 100);
    EXPECT_DOUBLE_EQ(pixels.toX(at(250ms)), 350);
    EXPECT_EQ(pixels.toTime(350), at(250ms));
    EXPECT_EQ(pixels.toTime(350.001), at(250'001us));
}

TEST(TimeAxis, ClampsWhatAPixelMeansButNotWhereATimeLies)
{
    EXPECT_EQ(pixels.toTime(20), at(0ms));
    EXPECT_EQ(pixels.toTime(900), at(400ms));
    EXPECT_DOUBLE_EQ(pixels.toX(at(800ms)), 900);
}

TEST(TimeAxis, SnapsADragToWholeMilliseconds)
{
    EXPECT_EQ(pixels.toSnapped(350.4), at(250ms));
    EXPECT_EQ(pixels.toSnapped(350.6), at(251ms));
    const TimeAxis odd{399'600us, 0, 100};
    EXPECT_EQ(odd.toSnapped(100), at(399ms)) << "never past the end";
}

TEST(TimeAxis, ShowsAPartOfTheTimeWhereOneHasZoomedIn)
{
    const TimeAxis part{100ms, 100, 500, at(200ms)};
    EXPECT_DOUBLE_EQ(part.toX(at(200ms)), 100);
    EXPECT_DOUBLE_EQ(part.toX(at(250ms)), 300);
    EXPECT_DOUBLE_EQ(part.toX(at(150ms)), -100) << "not clamped";
    EXPECT_EQ(part.toTime(300), at(250ms));
    EXPECT_EQ(part.toTime(0), at(200ms));
    EXPECT_TRUE(part.contains(at(300ms)));
    EXPECT_FALSE(part.contains(at(199'999us)));
    EXPECT_EQ(part.ticks(100), (std::vector{at(200ms), at(250ms), at(300ms)}));
}

TEST(TimeAxis, SnapsFinerWhereAHandCanTellTimesApart)
{
    const TimeAxis close{20ms, 0, 500, at(190ms)}; // 25 pixels a millisecond
    EXPECT_EQ(close.toSnapped(251), at(200ms));
    EXPECT_EQ(close.toSnapped(254), at(200'200us));
    const TimeAxis closest{20us, 0, 500, at(199'990us)};
    EXPECT_EQ(closest.toSnapped(250), at(200ms));
    EXPECT_EQ(closest.toSnapped(275), at(200'001us)) << "every microsecond can be reached";
}

TEST(TimeAxis, HasRoundTicksThatKeepTheirDistance)
{
    EXPECT_EQ(pixels.ticks(40), (std::vector{at(0ms), at(50ms), at(100ms), at(150ms), at(200ms), at(250ms), at(300ms),
                                           at(350ms), at(400ms)}));
    EXPECT_EQ(pixels.ticks(60), (std::vector{at(0ms), at(100ms), at(200ms), at(300ms), at(400ms)}));
    const TimeAxis tiny{3us, 0, 300};
    EXPECT_EQ(tiny.ticks(50).size(), 4u) << "a microsecond is the finest";
}

TEST(TimeAxis, OfNoLengthHasNothing)
{
    const TimeAxis none{};
    EXPECT_TRUE(none.ticks(40).empty());
    EXPECT_EQ(none.toTime(17), VirtualTime{});
    EXPECT_DOUBLE_EQ(none.toX(at(5ms)), 0);
}

} // namespace awaitscope
