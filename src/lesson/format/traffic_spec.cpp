// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/traffic_spec.hpp"

#include <sstream>

namespace awaitscope {

namespace {

template <class Number>
std::optional<Diagnostic> outside(const std::string& what, Number value, Number least, Number most, const char* why = "")
{
    if (value >= least && value <= most) // which is not so of what is no number at all
        return std::nullopt;
    std::ostringstream text;
    text.precision(10);
    text << what << " cannot be " << value << ". Allowed: " << least << " to " << most << why << '.';
    return Diagnostic{std::move(text).str(), {}, 0};
}

} // namespace

std::optional<Diagnostic> whyNotServed(const TrafficSpec& spec)
{
    if (auto error = outside<std::uint64_t>("The number of requests", spec.requests, 1, mostTrafficRequests))
        return error;
    if (auto error = outside("The number of weeks", spec.weeks, 1, mostTrafficWeeks))
        return error;
    if (auto error = outside("The week of the release", spec.releaseWeek, 0, spec.weeks))
        return error;
    if (auto error = outside("The number of keys", spec.keys, 1, mostTrafficKeys, ", as each takes memory"))
        return error;
    if (auto error = outside("The popularity", spec.popularity, 0.0, steepestPopularity))
        return error;
    if (auto error = outside("The time to live in hours", spec.timeToLiveHours, 1, longestTimeToLiveHours))
        return error;
    for (const TrafficTimes& times : spec.times) {
        if (auto error = outside("The spread of " + times.parameter, times.spread, 0.0, widestSpread,
                                 ", as with a wider one there is no end to how long a request can take"))
            return error;
        if (auto error = outside("The share of slow requests by " + times.parameter, times.slowShare, 0.0, 1.0))
            return error;
        if (auto error = outside("The share of slow hours of " + times.parameter, times.slowHours, 0.0, 1.0))
            return error;
        if (auto error = outside("The factor of slow requests by " + times.parameter, times.slowFactor, 0.01, largestSlowFactor))
            return error;
    }
    return std::nullopt;
}

} // namespace awaitscope
