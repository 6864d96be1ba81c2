// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/tell/run_table.hpp"
#include "lesson/traffic/traffic.hpp"

#include <string>

namespace awaitscope {

/// Weeks of requests for somebody who reads of them on a terminal: what clients got, a small chart of it day by day, what was to be
/// expected, and what the service's dashboards show.
std::string trafficTable(const Lesson& lesson, const TrafficResult& result, const TextStyle& style = {});

} // namespace awaitscope
