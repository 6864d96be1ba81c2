// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/traffic_manifest.hpp"

#include "core/run/traffic_stage.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

TrafficTimes readTimes(TomlTable& table, const Lesson& lesson, const std::vector<TrafficTimes>& before)
{
    TrafficTimes times;
    times.parameter = table.text("parameter");
    if (!times.parameter.empty() && !lesson.findParameter(times.parameter)) {
        std::vector<std::string> known;
        for (const ParameterSpec& parameter : lesson.parameters)
            known.push_back(parameter.name);
        table.reject("parameter", "The lesson has no parameter " + inQuotes(times.parameter)
                                      + (known.empty() ? "." : ". Allowed: " + listed(known, "or") + '.'));
    } else if (std::ranges::find(before, times.parameter, &TrafficTimes::parameter) != before.end()) {
        table.reject("parameter", "The times of " + inQuotes(times.parameter) + " are there twice.");
    }
    times.spread = table.number("spread", 0, widestSpread);
    times.slowShare = table.optionalNumber("slow_share", 0, 1).value_or(0);
    times.slowHours = table.optionalNumber("slow_hours", 0, 1).value_or(0);
    times.slowFactor = table.optionalNumber("slow_factor", 0.01, largestSlowFactor).value_or(1);
    table.rejectOtherKeys();
    return times;
}

} // namespace

std::optional<TrafficSpec> readTraffic(TomlTable& manifest, const Lesson& lesson, const std::string& file,
                                       std::vector<Diagnostic>& errors)
{
    const TomlValue* const value = manifest.optionalTable("traffic");
    if (value == nullptr)
        return std::nullopt;
    TomlTable table{*value, "[traffic]", file, errors};
    TrafficSpec spec;
    spec.requests = static_cast<std::uint64_t>(table.integer("requests"));
    spec.weeks = table.integer("weeks");
    spec.releaseWeek = table.integer("release_week");
    const std::string timeout = table.text("timeout");
    const std::optional<VirtualDuration> limit = tryParseDuration(timeout);
    if (!timeout.empty() && !limit)
        table.reject("timeout", "timeout cannot be " + inQuotes(timeout) + ". Allowed: a whole number and us, ms or s, such as \"350ms\".");
    spec.timeout = limit.value_or(VirtualDuration{});
    spec.keys = table.integer("keys");
    spec.popularity = table.number("popularity", 0, steepestPopularity);
    spec.timeToLiveHours = table.integer("time_to_live_hours");
    for (TomlTable& times : table.tables("times"))
        spec.times.push_back(readTimes(times, lesson, spec.times));
    table.rejectOtherKeys();
    if (spec.times.size() > mostTrafficTimes)
        table.reject("times", "[traffic] has too many times. Allowed: up to " + std::to_string(mostTrafficTimes) + '.');
    if (const std::optional<Diagnostic> error = errors.empty() ? whyNotServed(spec) : std::nullopt)
        errors.push_back({error->message, file, value->line});
    return spec;
}

} // namespace awaitscope
