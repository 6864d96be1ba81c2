// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic_command.hpp"

#include "lesson/tell/traffic_table.hpp"
#include "lesson/text/text.hpp"
#include "lesson/traffic/traffic.hpp"
#include "lesson/traffic/traffic_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <string>

namespace awaitscope::cli {

namespace {

template <class Number>
std::optional<Diagnostic> read(const char* option, const std::string& text, Number& number, const std::string& allowed)
{
    Number value{};
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || rest != end)
        return Diagnostic{std::string{option} + " cannot be " + inQuotes(text) + ". Allowed: " + allowed + '.', {}, 0};
    number = value;
    return std::nullopt;
}

/// "client=0.05": of the order's times the one of that name.
std::optional<Diagnostic> readOf(const char* option, const std::string& text, TrafficSpec& spec, double TrafficTimes::* member)
{
    const std::size_t equals = text.find('=');
    const auto times = std::ranges::find(spec.times, text.substr(0, equals), &TrafficTimes::parameter);
    if (equals == std::string::npos || times == spec.times.end()) {
        std::vector<std::string> names;
        for (const TrafficTimes& each : spec.times)
            names.push_back(each.parameter + "=NUMBER");
        return Diagnostic{std::string{option} + " cannot be " + inQuotes(text) + ". Allowed: " + listed(names, "or") + '.', {}, 0};
    }
    return read(option, text.substr(equals + 1), (*times).*member, "a number, such as " + times->parameter + "=0.05");
}

std::optional<Diagnostic> change(TrafficOrder& order, const Request& request)
{
    const std::string whole = "a whole number";
    TrafficSpec& spec = order.spec;
    std::optional<Diagnostic> error;
    const auto take = [&error, &whole](const char* option, const std::optional<std::string>& text, auto& number) {
        if (text && !error)
            error = read(option, *text, number, whole);
    };
    take("--requests", request.requests, spec.requests);
    take("--seed", request.seed, order.seed);
    take("--weeks", request.weeks, spec.weeks);
    take("--release", request.release, spec.releaseWeek);
    take("--keys", request.keys, spec.keys);
    take("--time-to-live", request.timeToLive, spec.timeToLiveHours);
    take("--sample", request.sample, order.oneKeyIn);
    if (!request.release) // a single week has its release at its begin
        spec.releaseWeek = std::min(spec.releaseWeek, std::max(spec.weeks - 1, 0));
    for (const std::string& each : request.slow) {
        if (!error)
            error = readOf("--slow", each, spec, &TrafficTimes::slowShare);
    }
    for (const std::string& each : request.spread) {
        if (!error)
            error = readOf("--spread", each, spec, &TrafficTimes::spread);
    }
    return error;
}

} // namespace

Outcome traffic(const Subject& subject, const Request& request, const TextStyle& style)
{
    Scenario scenario = subject.scenario;
    scenario.variants = {subject.versionAtHand()};
    Result<TrafficOrder> order = trafficOf(*subject.lesson, scenario);
    if (!order)
        return failed(order.error(), subject);
    if (!request.timeout && std::holds_alternative<NoTimeout>(scenario.timeout))
        order->scenario.timeout = order->spec.timeout;
    if (const std::optional<Diagnostic> error = change(*order, request))
        return failed(*error);
    const Result<std::optional<TrafficResult>> result = runTraffic(*subject.lesson, *order);
    if (!result)
        return failed(result.error(), subject);
    // Nothing stopped it.
    return {ExitCode::done,
            request.isJson ? toJson(**result, *subject.lesson).dump(2) + '\n' : trafficTable(*subject.lesson, **result, style),
            subject.own ? remarksOn(*subject.own) : std::string{}};
}

} // namespace awaitscope::cli
