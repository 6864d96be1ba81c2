// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/scenario.hpp"
#include "lesson/run/sweep_json.hpp"
#include "lesson/tell/sweep_table.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/golden.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace awaitscope {
namespace {

Sweep sweepOf(CancelModel model)
{
    Scenario scenario = defaultScenario(test::builtInAlan());
    scenario.model = model;
    return sweep(test::builtInAlan(), scenario)->value();
}

TEST(SweepTable, ReadsAsItsGoldenDoes)
{
    test::expectGolden(sweepTable(test::builtInAlan(), sweepOf(CancelModel::asio)), "lesson/goldens/sweep_asio.txt");
    test::expectGolden(sweepTable(test::builtInAlan(), sweepOf(CancelModel::eager)), "lesson/goldens/sweep_eager.txt");
}

TEST(SweepJson, HasTheKeysOfTheContractInTheirOrder)
{
    test::expectGolden(toJson(sweepOf(CancelModel::drop)).dump(2) + '\n', "lesson/goldens/sweep_drop.json");
}

TEST(SweepJson, GivesTheChangePointsToTheMicrosecond)
{
    const nlohmann::ordered_json map = toJson(sweepOf(CancelModel::drop))["variants"][0]["map"];
    const auto expected = nlohmann::ordered_json::parse(R"([
        {"from_us": 0, "last_us": 200000, "verdict": "not-applicable"},
        {"from_us": 200001, "last_us": 300000, "verdict": "violated"},
        {"from_us": 300001, "last_us": null, "verdict": "holds"}])");
    EXPECT_EQ(map, expected);
}

} // namespace
} // namespace awaitscope
