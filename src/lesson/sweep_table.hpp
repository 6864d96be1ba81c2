// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/lesson.hpp"
#include "lesson/run_table.hpp"
#include "lesson/sweep.hpp"

#include <string>

namespace awaitscope {

/// A sweep for somebody who reads it on a terminal: per variant every await, and what each timeout gives.
std::string sweepTable(const Lesson& lesson, const Sweep& sweep, const TextStyle& style = {});

} // namespace awaitscope
