// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/questions/line_layout.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

using Lines = std::vector<int>;

TEST(LineLayout, BeginsAsItWasLeft)
{
    const LineLayout layout{4, {2, 0}};
    EXPECT_EQ(layout.laid(), (Lines{2, 0}));
    EXPECT_EQ(layout.leftOver(), (Lines{1, 3}));
    EXPECT_EQ((LineLayout{2, {1, 1, 7, -1}}.laid()), Lines{1}) << "another lesson's progress names what is not there";
}

TEST(LineLayout, ALineGoesUpIntoTheProgramAndDownOutOfIt)
{
    LineLayout layout{3, {}};
    EXPECT_TRUE(layout.moveUp(2));
    EXPECT_TRUE(layout.moveUp(0));
    EXPECT_EQ(layout.laid(), (Lines{2, 0}));
    EXPECT_TRUE(layout.moveUp(0));
    EXPECT_EQ(layout.laid(), (Lines{0, 2}));
    EXPECT_FALSE(layout.moveUp(0)) << "it is the first";
    EXPECT_TRUE(layout.moveDown(0));
    EXPECT_TRUE(layout.moveDown(0));
    EXPECT_EQ(layout.laid(), Lines{2});
    EXPECT_FALSE(layout.moveDown(0)) << "it is left over";
}

TEST(LineLayout, EachStepCanBeTakenBackAndDoneAgain)
{
    LineLayout layout{3, {}};
    layout.putIn(1);
    layout.putIn(0);
    layout.leaveOut(1);
    EXPECT_TRUE(layout.undo());
    EXPECT_EQ(layout.laid(), (Lines{1, 0}));
    EXPECT_TRUE(layout.undo());
    EXPECT_TRUE(layout.undo());
    EXPECT_EQ(layout.laid(), Lines{});
    EXPECT_FALSE(layout.undo());
    EXPECT_TRUE(layout.redo());
    EXPECT_TRUE(layout.redo());
    EXPECT_EQ(layout.laid(), (Lines{1, 0}));
    layout.putIn(2);
    EXPECT_FALSE(layout.redo()) << "something else was done";
}

TEST(LineLayout, AllOfOneDragIsOneStep)
{
    LineLayout layout{3, {0, 1}};
    layout.replace({1, 0});
    layout.replace({1}, true);
    EXPECT_TRUE(layout.undo());
    EXPECT_EQ(layout.laid(), (Lines{0, 1}));
    EXPECT_FALSE(layout.canUndo());

    layout.putIn(2);
    layout.replace({2, 0, 1});
    layout.replace({0, 1, 2}, true);
    EXPECT_TRUE(layout.undo());
    EXPECT_EQ(layout.laid(), (Lines{0, 1})) << "the drag led nowhere: the step before it is taken back";
}

} // namespace
} // namespace awaitscope
