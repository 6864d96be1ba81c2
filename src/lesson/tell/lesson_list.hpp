// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/catalogue.hpp"
#include "lesson/tell/run_table.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace awaitscope {

/// Every lesson for somebody who reads it on a terminal, as a path: its place and name, its law and how long it takes, title, pattern,
/// summary and variants; behind them those that do not read, and why.
std::string lessonsText(const std::vector<Lesson>& lessons, const std::vector<BrokenLesson>& broken, const TextStyle& style = {});

/// "awaitscope-lessons" version 1: stable keys in a fixed order, times in whole microseconds.
nlohmann::ordered_json lessonsJson(const std::vector<Lesson>& lessons, const std::vector<BrokenLesson>& broken);

} // namespace awaitscope
