// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/traffic/tally_json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace awaitscope {
namespace {

using Json = nlohmann::ordered_json;

TrafficOrder anOrder()
{
    TrafficOrder order;
    order.spec.requests = 1000;
    order.spec.times = {{"client", 0.1, 0, 0, 1}};
    return order;
}

TrafficTally aTally()
{
    TrafficTally tally;
    tally.hours = {{5, 1, 0, 2, 4, 3, 3, 1, 1234.5}, {}, {100, 0, 7, 0, 90, 90, 80, 60, 0.125}};
    for (const std::int64_t value : {0, 3, 250'000, 250'001, 1'000'000'000})
        tally.waited.add(value);
    tally.age.add(86'400);
    tally.lost.add({17, VirtualTime{VirtualDuration{5}}, {VirtualDuration{100'000}}, VirtualDuration{350'000}, VirtualDuration{200'000},
                    std::nullopt, false, true});
    tally.stale.add({18, VirtualTime{VirtualDuration{6}}, {VirtualDuration{1}}, VirtualDuration{2}, std::nullopt, VirtualDuration{3}, true,
                     false});
    tally.records = {{0.25, VirtualTime{VirtualDuration{7}}}, {0.125, VirtualTime{VirtualDuration{9}}}};
    return tally;
}

} // namespace

TEST(TallyJson, IsReadAsItWasWritten)
{
    const Json written = toJson(aTally());
    const Result<TrafficTally> read = readTally(written.dump(), anOrder());
    ASSERT_TRUE(read) << read.error().toText();
    EXPECT_EQ(toJson(*read), written);
    EXPECT_EQ(read->hours.size(), 3U);
    EXPECT_EQ(read->waited.count(), 5U);
    EXPECT_EQ(read->waited.max(), 1'000'000'000);
    EXPECT_EQ(read->waited.quantile(0.5), aTally().waited.quantile(0.5));
    EXPECT_EQ(read->lost.points().front().times, std::vector<VirtualDuration>{VirtualDuration{100'000}});
}

TEST(TallyJson, WhatNoServingGivesIsRefused)
{
    const Json whole = toJson(aTally());
    for (const char* const change : {
             R"([{"op": "remove", "path": "/hours"}])",
             R"([{"op": "replace", "path": "/hours/0/0", "value": -1}])",
             R"([{"op": "replace", "path": "/hours/0/0", "value": 1001}])",
             R"([{"op": "replace", "path": "/hours/0", "value": [1, 2]}])",
             R"([{"op": "replace", "path": "/hours/0/8", "value": "x"}])",
             R"([{"op": "replace", "path": "/waited/counts/0/0", "value": 99999999}])",
             R"([{"op": "replace", "path": "/waited/counts/1/0", "value": 0}])",
             R"([{"op": "replace", "path": "/waited/max", "value": -1}])",
             R"([{"op": "replace", "path": "/lost/0/7", "value": []}])",
             R"([{"op": "replace", "path": "/lost/0/0", "value": 2000}])",
             R"([{"op": "replace", "path": "/lost/0/5", "value": 1}])",
             R"([{"op": "replace", "path": "/records/0", "value": []}])",
             R"([{"op": "replace", "path": "/records", "value": null}])",
         }) {
        const Result<TrafficTally> read = readTally(whole.patch(Json::parse(change)).dump(), anOrder());
        ASSERT_FALSE(read) << change;
        EXPECT_TRUE(read.error().isFault) << change;
    }
    EXPECT_FALSE(readTally("", anOrder()));
    EXPECT_FALSE(readTally("[]", anOrder()));
}

TEST(TrafficPoints, AllKeepTheirTimesHoweverManyCome)
{
    TrafficPoints points;
    for (std::uint64_t number = 0; number < 5000; ++number) {
        TrafficPoint point;
        point.number = number;
        point.times = {VirtualDuration{static_cast<std::int64_t>(number)}};
        points.add(point);
    }
    ASSERT_FALSE(points.points().empty());
    for (const TrafficPoint& point : points.points())
        EXPECT_EQ(point.times, std::vector<VirtualDuration>{VirtualDuration{static_cast<std::int64_t>(point.number)}}) << point.number;
}

} // namespace awaitscope
