// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/look/window_place.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

const QRect desktop(0, 24, 1920, 1056); // below a panel
const QMargins frame(1, 30, 1, 1);

TEST(WindowPlaceTest, StaysWhereItFits)
{
    const QRect wanted(100, 100, 1440, 900);
    EXPECT_EQ(placeOn(desktop, wanted, frame), (WindowPlace{wanted, false}));
}

TEST(WindowPlaceTest, IsMovedIntoTheScreenWithItsFrame)
{
    EXPECT_EQ(placeOn(desktop, {-200, 0, 1440, 900}, frame).inner, QRect(1, 54, 1440, 900));
    EXPECT_EQ(placeOn(desktop, {3000, 2000, 1440, 900}, frame).inner, QRect(479, 179, 1440, 900)) << "from a screen that is gone";
}

TEST(WindowPlaceTest, IsCutToTheScreenWithItsFrame)
{
    const QRect laptop(0, 0, 1366, 768);
    EXPECT_EQ(placeOn(laptop, {0, 0, 1440, 900}, frame), (WindowPlace{{1, 30, 1364, 737}, true}));
    EXPECT_EQ(placeOn(laptop, {0, 0, 1000, 900}, frame), (WindowPlace{{1, 30, 1000, 737}, true}));
}

} // namespace
} // namespace awaitscope
