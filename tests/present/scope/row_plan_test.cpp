// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/row_plan.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

std::vector<Row> inOrder(const RowPlan& plan)
{
    std::vector<Row> rows{plan.caller};
    rows.insert(rows.end(), plan.scopes.begin(), plan.scopes.end());
    for (const Row& row : {plan.ruler, plan.map, plan.sentence, plan.transport})
        rows.push_back(row);
    return rows;
}

} // namespace

TEST(RowPlan, FillsTheHeightWithoutAnyOverlap)
{
    for (const int height : {600, 660, 720, 840, 1080, 1300}) {
        const RowPlan plan = planRows(height, 12, 2, 1);
        int below = 12;
        for (const Row& row : inOrder(plan)) {
            EXPECT_GE(row.top, below);
            EXPECT_GT(row.height, 0);
            below = row.bottom();
        }
        EXPECT_EQ(below, height) << "nothing is left over at " << height;
    }
}

TEST(RowPlan, GivesScopesTheSameHeightAndWhatIsLeft)
{
    const RowPlan low = planRows(840, 12, 2, 1);
    const RowPlan high = planRows(940, 12, 2, 1);
    EXPECT_EQ(high.scopes[0].height - low.scopes[0].height, 50);
    EXPECT_EQ(high.scopes[0].height, high.scopes[1].height);
    EXPECT_EQ(high.caller, low.caller);
}

TEST(RowPlan, TightensInALowWindow)
{
    EXPECT_LT(planRows(660, 12, 2, 1).caller.height, planRows(840, 12, 2, 1).caller.height);
    EXPECT_GE(planRows(leastHeight(12, 2, 1), 12, 2, 1).scopes[0].height, 160);
    const std::vector<double> laneParts{6, 18};
    const RowPlan many = planRows(leastHeight(12, 2, 1, laneParts), 12, 2, 1, {.laneParts = laneParts});
    EXPECT_EQ(many.scopes[0].height, 160);
    EXPECT_EQ(many.scopes[1].height, 40 + 18 * 14) << "nine lanes are read as well";
    EXPECT_EQ(planRows(1400, 12, 2, 1, {.laneParts = laneParts}).scopes[0].height, planRows(1400, 12, 2, 1).scopes[0].height) << "there is enough for both";
}

TEST(RowPlan, PutsTheTableBesideSentenceAndTransport)
{
    const RowPlan plan = planRows(840, 12, 2, 1);
    EXPECT_EQ(plan.table.top, plan.sentence.top);
    EXPECT_EQ(plan.table.bottom(), plan.transport.bottom());
}

TEST(RowPlan, GivesWhatIsNotThereToTheScopesAndToItsNeighbours)
{
    const RowPlan all = planRows(840, 12, 1, 1);
    const RowPlan few = planRows(840, 12, 1, 1, {.caller = false, .map = false, .console = false, .table = false});
    EXPECT_EQ(few.caller.height + few.map.height + few.console.height + few.table.height, 0);
    EXPECT_FALSE(few.hasFlag);
    EXPECT_TRUE(all.hasFlag);
    EXPECT_EQ(few.scopes[0].top, 12);
    EXPECT_GT(few.scopes[0].height, all.scopes[0].height);
    EXPECT_EQ(few.transport.bottom(), 840);

    const RowPlan tableAlone = planRows(840, 12, 1, 1, {.console = false});
    EXPECT_EQ(tableAlone.table.top, all.map.top) << "beside the map too";
    EXPECT_EQ(tableAlone.table.bottom(), all.table.bottom());
    const RowPlan consoleAlone = planRows(840, 12, 1, 1, {.table = false});
    EXPECT_EQ(consoleAlone.console.top, all.console.top);
    EXPECT_EQ(consoleAlone.console.bottom(), all.table.bottom());
    const RowPlan withoutMap = planRows(840, 12, 1, 1, {.map = false});
    EXPECT_EQ(withoutMap.console.bottom(), withoutMap.ruler.bottom()) << "out of the code's room";
    EXPECT_EQ(withoutMap.table, all.table);
}

TEST(RowPlan, GivesTheCallerNoMoreThanItsLanesAndTheMapWhatItsWordsNeed)
{
    for (const int height : {660, 840}) {
        const RowPlan two = planRows(height, 12, 1, 1);
        const RowPlan one = planRows(height, 12, 1, 1, {.callerLanes = 1});
        EXPECT_LT(one.caller.height, two.caller.height - 20);
        EXPECT_EQ(one.scopes[0].height - two.scopes[0].height, two.caller.height - one.caller.height);
        EXPECT_GT(planRows(height, 12, 1, 1, {.hasWordyStrips = true}).map.height, two.map.height);
    }
}

TEST(RowPlan, GivesTheCodeOfASlideHeightByItsLinesAndNotByLanes)
{
    const RowPlan plan = planPresentedSide(700, 54, 2, 1, {.laneParts = {20, 4}, .codeLines = {6, 24}});
    EXPECT_GE(plan.scopes[1].height, 24 * 17) << "the longer one has all its lines";
    EXPECT_LT(plan.scopes[0].height, plan.scopes[1].height);
    EXPECT_EQ(plan.scopes[0].height + plan.scopes[1].height + 8, 700 - 8 - 54);
    const RowPlan alike = planPresentedSide(700, 54, 2, 1, {.codeLines = {6, 8}});
    EXPECT_EQ(alike.scopes[0].height, alike.scopes[1].height) << "there is enough for both";
}

} // namespace awaitscope
