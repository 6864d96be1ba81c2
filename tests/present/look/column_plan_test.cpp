// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/look/column_plan.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

TEST(ColumnPlanTest, TheOuterColumnsAreAsWideAsWantedAndTheCentreHasTheRest)
{
    EXPECT_EQ(planColumns(1400, {{300, 400}}), (ColumnSizes{300, 700, 400}));
    EXPECT_EQ(planColumns(1400, {.wanted = {300, 400}, .hasStory = false}), (ColumnSizes{0, 1000, 400}));
    EXPECT_EQ(planColumns(1400, {.wanted = {300, 400}, .hasCode = false}), (ColumnSizes{300, 1100, 0}));
}

TEST(ColumnPlanTest, TheyGrowWithTheTypeAndComeBackWithIt)
{
    const ColumnWidths wanted{350, 500};
    EXPECT_EQ(planColumns(4000, {wanted, 2}), (ColumnSizes{700, 2300, 1000}));
    EXPECT_EQ(planColumns(4000, {wanted, 1}), (ColumnSizes{350, 3150, 500}));
}

TEST(ColumnPlanTest, WhereTheCentreHasTooLittleTheOthersGiveWhatTheyCan)
{
    const ColumnSizes narrow = planColumns(1000, {{318, 400}});
    EXPECT_EQ(narrow.centre, static_cast<int>(leastCentre));
    EXPECT_GT(narrow.story, leastColumns.story);
    EXPECT_GT(narrow.code, leastColumns.code);
    const ColumnSizes narrower = planColumns(700, {{318, 400}});
    EXPECT_EQ(narrower.story, leastColumns.story);
    EXPECT_EQ(narrower.code, leastColumns.code);
}

TEST(ColumnPlanTest, CodeThatIsTypedIsWiderWhereThereIsRoom)
{
    const ColumnRequest editing{.wanted = {300, 400}, .isEditing = true};
    EXPECT_EQ(planColumns(1800, editing).code, 560);
    EXPECT_EQ(planColumns(1300, editing).centre, 520);
    EXPECT_EQ(planColumns(1200, editing).code, 400) << "and nowhere narrower than it was";
}

} // namespace awaitscope
