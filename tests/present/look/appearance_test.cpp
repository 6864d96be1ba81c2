// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/look/appearance.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace awaitscope {

TEST(AppearanceTest, FollowsTheSystemOnlyWhereThatIsChosen)
{
    EXPECT_TRUE((Appearance{ThemeChoice::system, true}).isDark());
    EXPECT_FALSE((Appearance{ThemeChoice::system, false}).isDark());
    EXPECT_FALSE((Appearance{ThemeChoice::light, true}).isDark());
    EXPECT_TRUE((Appearance{ThemeChoice::dark, false}).isDark());
    EXPECT_EQ((Appearance{ThemeChoice::dark, false, 1.5}).theme().scale, 1.5);
}

TEST(AppearanceTest, WritesAndReadsEachChoice)
{
    for (const ThemeChoice choice : {ThemeChoice::system, ThemeChoice::light, ThemeChoice::dark, ThemeChoice::contrast})
        EXPECT_EQ(readThemeChoice(nameOf(choice)), choice);
    EXPECT_FALSE(readThemeChoice("pink"));
    EXPECT_FALSE(readThemeChoice(""));
}

TEST(AppearanceTest, GoesRoundTheChoices)
{
    EXPECT_EQ(nextAfter(ThemeChoice::light), ThemeChoice::dark);
    EXPECT_EQ(nextAfter(ThemeChoice::dark), ThemeChoice::contrast);
    EXPECT_EQ(nextAfter(ThemeChoice::contrast), ThemeChoice::system);
    EXPECT_EQ(nextAfter(ThemeChoice::system), ThemeChoice::light);
}

TEST(AppearanceTest, KeepsTheTypeToTheSizesThatThereAre)
{
    EXPECT_EQ(nearestTypeScale(1.13), 1.1);
    EXPECT_EQ(nearestTypeScale(100), 2.0);
    EXPECT_EQ(nearestTypeScale(-1), 0.8);
    EXPECT_EQ(nearestTypeScale(std::numeric_limits<double>::quiet_NaN()), 1.0);
    EXPECT_EQ(typeScaleBeside(1, 1), 1.1);
    EXPECT_EQ(typeScaleBeside(1, -1), 0.9);
    EXPECT_EQ(typeScaleBeside(2, 1), 2.0);
    EXPECT_EQ(typeScaleBeside(0.8, -1), 0.8);
}

} // namespace awaitscope
