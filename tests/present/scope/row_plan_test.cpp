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
}

TEST(RowPlan, PutsTheTableBesideSentenceAndTransport)
{
    const RowPlan plan = planRows(840, 12, 2, 1);
    EXPECT_EQ(plan.table.top, plan.sentence.top);
    EXPECT_EQ(plan.table.bottom(), plan.transport.bottom());
}

} // namespace awaitscope
