// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/traffic/traffic_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace awaitscope {

namespace {

using Json = nlohmann::ordered_json;

/// Six digits: what a library's last bits are is no matter of the result.
Json rounded(double number)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", number);
    return std::strtod(text, nullptr);
}

Json toJson(const TrafficSpec& spec, const TrafficOrder& order)
{
    Json times = Json::array();
    for (const TrafficTimes& each : spec.times)
        times.push_back({{"parameter", each.parameter},
                         {"median_us", order.scenario.parameters.at(each.parameter).count()},
                         {"spread", rounded(each.spread)},
                         {"slow_share", rounded(each.slowShare)},
                         {"slow_hours", rounded(each.slowHours)},
                         {"slow_factor", rounded(each.slowFactor)}});
    return {{"weeks", spec.weeks},
            {"release_week", spec.releaseWeek},
            {"keys", spec.keys},
            {"popularity", rounded(spec.popularity)},
            {"time_to_live_hours", spec.timeToLiveHours},
            {"times", std::move(times)}};
}

Json toJson(const Expected& expected, const TrafficResult& result, std::uint64_t of)
{
    if (result.whyNoChances)
        return nullptr;
    return {{"value", rounded(expected.value)},
            {"standard_error", rounded(expected.standardError)},
            {"rate", of == 0 ? Json(0) : rounded(expected.value / static_cast<double>(of))}};
}

Json toJson(const Dashboard& dashboard)
{
    return {{"mean_latency_us", rounded(dashboard.meanWait)},
            {"error_rate", rounded(dashboard.errorRate)},
            {"hit_rate", rounded(dashboard.hitRate)}};
}

} // namespace

std::size_t releaseHourOf(const TrafficResult& result)
{
    return std::min(result.hours.size(), static_cast<std::size_t>(result.release.time_since_epoch() / std::chrono::hours{1}));
}

Dashboard dashboardOf(const TrafficResult& result, std::size_t from, std::size_t to)
{
    TrafficCounts sum;
    for (std::size_t hour = from; hour < std::min(to, result.hours.size()); ++hour)
        sum += result.hours[hour];
    if (sum.answers() == 0)
        return {};
    const auto answers = static_cast<double>(sum.answers());
    return {sum.waited / answers, static_cast<double>(sum.none) / answers, 1 - static_cast<double>(sum.missed) / answers};
}

Json toJson(const TrafficResult& result, const Lesson& lesson)
{
    const TrafficOrder& order = result.order;
    Json json;
    json["format"] = "awaitscope-traffic";
    json["version"] = 1;
    json["scenario"] = toText(order.scenario, lesson);
    json["lesson"] = lesson.slug;
    json["variant"] = order.scenario.variants.front();
    json["model"] = toText(order.scenario.model);
    json["seed"] = order.seed;
    json["requests"] = result.counts.answers();
    if (order.oneKeyIn > 1)
        json["sample"] = {{"one_key_in", order.oneKeyIn}, {"of_requests", order.spec.requests}};
    json["traffic"] = toJson(order.spec, order);
    json["answers"] = {{"fresh", result.counts.fresh}, {"stale", result.counts.stale}, {"none", result.counts.none}};
    json["lost"] = result.counts.lost;
    json["downstream_calls"] = result.counts.asked;
    const std::size_t release = releaseHourOf(result);
    json["release_hour"] = release;
    Json hours = Json::array();
    for (std::size_t hour = 0; hour < result.hours.size(); ++hour) {
        const TrafficCounts& counts = result.hours[hour];
        hours.push_back({{"hour", hour},
                         {"answers", counts.answers()},
                         {"stale", counts.stale},
                         {"lost", counts.lost},
                         {"downstream_calls", counts.asked}});
    }
    json["per_hour"] = std::move(hours);
    json["latency_us"] = {{"p50", result.waited.quantile(0.5)},
                          {"p90", result.waited.quantile(0.9)},
                          {"p99", result.waited.quantile(0.99)},
                          {"max", result.waited.max()},
                          {"resolution", LogHistogram::resolution}};
    json["expected_stale"] = toJson(result.expectedStale, result, result.counts.answers());
    json["expected_lost"] = toJson(result.expectedLost, result, result.counts.asked);
    if (result.whyNoChances)
        json["not_expected_because"] = result.whyNoChances->message;
    json["dashboard"] = {{"before", toJson(dashboardOf(result, 0, release))}, {"after", toJson(dashboardOf(result, release, result.hours.size()))}};
    Json complaints = Json::array();
    for (const double oneIn : {1.0, 10.0, 100.0, 1000.0}) {
        const std::optional<VirtualTime> first = result.firstComplaint(oneIn);
        complaints.push_back({{"one_in", oneIn},
                              {"days", first ? rounded(static_cast<double>((*first - result.release).count()) / 86.4e9) : Json(nullptr)}});
    }
    json["first_complaint"] = std::move(complaints);
    return json;
}

} // namespace awaitscope
