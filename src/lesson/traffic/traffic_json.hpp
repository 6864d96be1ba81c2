// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/traffic/traffic.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace awaitscope {

/// As `traffic --json` prints it; keys are only ever added.
nlohmann::ordered_json toJson(const TrafficResult& result, const Lesson& lesson);

/// What a service's dashboards show of the hours from `from` to before `to`.
struct Dashboard
{
    double meanWait = 0;  ///< microseconds
    double errorRate = 0; ///< share of the answers that were none
    double hitRate = 0;   ///< share of the requests that did not ask the downstream
};
Dashboard dashboardOf(const TrafficResult& result, std::size_t from, std::size_t to);

/// The first hour with a timeout.
std::size_t releaseHourOf(const TrafficResult& result);

} // namespace awaitscope
