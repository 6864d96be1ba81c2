// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "lesson/run/sweep.hpp"
#include "lesson/tell/run_table.hpp"

#include <string>

namespace awaitscope {

/// A sweep for somebody who reads it on a terminal: per variant every await, and what each timeout gives.
std::string sweepTable(const Lesson& lesson, const Sweep& sweep, const TextStyle& style = {});

} // namespace awaitscope
