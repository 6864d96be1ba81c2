// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/questions/line_words.hpp"

#include <gtest/gtest.h>

#include <algorithm>

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
    EXPECT_FALSE(layout.undo());

    layout.putIn(2);
    layout.replace({2, 0, 1});
    layout.replace({0, 1, 2}, true);
    EXPECT_TRUE(layout.undo());
    EXPECT_EQ(layout.laid(), (Lines{0, 1})) << "the drag led nowhere: the step before it is taken back";
}

TEST(LineLayout, ALineThatIsHeldLiesWhereItsHeightSays)
{
    LineLayout layout{4, {0, 1, 2}};
    const auto middleOf = [&layout](int line) { // rows of 10, in the order in which they lie
        return 5 + 10 * static_cast<int>(std::ranges::find(layout.laid(), line) - layout.laid().begin());
    };
    constexpr int end = 35;
    EXPECT_TRUE(layout.hold(3, 11, middleOf, end, false));
    EXPECT_EQ(layout.laid(), (Lines{0, 3, 1, 2}));
    EXPECT_FALSE(layout.hold(3, 12, middleOf, end, true)) << "it lies there";
    EXPECT_TRUE(layout.hold(3, 0, middleOf, end, true));
    EXPECT_EQ(layout.laid(), (Lines{3, 0, 1, 2}));
    EXPECT_TRUE(layout.hold(3, 36, middleOf, end, true));
    EXPECT_EQ(layout.laid(), (Lines{0, 1, 2})) << "below all of them it is left over";
    EXPECT_TRUE(layout.hold(3, 35, middleOf, end, true));
    EXPECT_EQ(layout.laid(), (Lines{0, 1, 2, 3}));
    EXPECT_TRUE(layout.undo());
    EXPECT_EQ(layout.laid(), (Lines{0, 1, 2})) << "all of it was one drag";
}

TEST(LineLayout, IsToldInWords)
{
    const LineLayout none{2, {}};
    EXPECT_EQ(spokenLine(none, 1, "a;\n  b;"), "Left over: a; b;");
    EXPECT_TRUE(wordsBetween(none).startsWith("No line lies yet."));
    const LineLayout one{2, {1}};
    EXPECT_EQ(spokenLine(one, 1, "b;"), "Line 1 of 1: b;");
    EXPECT_EQ(wordsBetween(one), "Left over:");
    EXPECT_EQ(wordsBetween(LineLayout{2, {1, 0}}), "None is left over.");
}

} // namespace
} // namespace awaitscope
