// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "core/time/virtual_time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace awaitscope {

/// How the values of one parameter differ from request to request: log-normal, with the scenario's value as the median.
struct TrafficTimes
{
    std::string parameter;
    double spread = 0;     ///< the standard deviation of the logarithm
    double slowShare = 0;  ///< of the requests, whose time is `slowFactor` times as long
    double slowHours = 0;  ///< the share of hours in which all of them take that long
    double slowFactor = 1;

    friend bool operator==(const TrafficTimes&, const TrafficTimes&) = default;
};

/// Weeks of requests to the service that a lesson is about: [traffic] of lesson.toml.
struct TrafficSpec
{
    std::uint64_t requests = 0; ///< in all of the weeks, where nobody says otherwise
    int weeks = 4;
    int releaseWeek = 1;        ///< how many of them pass before the caller gets its timeout
    VirtualDuration timeout{};  ///< likewise
    int keys = 1;               ///< how many things are asked for
    double popularity = 1;      ///< the exponent of Zipf's law: the k-th of them is asked for 1/k^popularity times as often
    int timeToLiveHours = 24;
    std::vector<TrafficTimes> times; ///< of other parameters all requests have the scenario's value

    friend bool operator==(const TrafficSpec&, const TrafficSpec&) = default;
};

// What can be served; the bounds are part of messages.
constexpr std::uint64_t mostTrafficRequests = 1'000'000'000;
constexpr int mostTrafficWeeks = 52;
constexpr int mostTrafficKeys = 1'000'000;
constexpr int longestTimeToLiveHours = 24 * 365;
constexpr double widestSpread = 2;
constexpr double largestSlowFactor = 100;
constexpr double steepestPopularity = 5;

/// No request takes longer, however far a distribution reaches: its tail has an end.
constexpr VirtualDuration longestTrafficTime = std::chrono::minutes{1};

/// What cannot be served of it, in a sentence that says what is allowed; empty if all can be.
std::optional<Diagnostic> whyNotServed(const TrafficSpec& spec);

} // namespace awaitscope
