// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/catalogue.hpp"
#include "lesson/run_table.hpp"
#include "request.hpp"

#include <vector>

namespace awaitscope::cli {

/// Verifies the lesson or folder that the request names, or all of `lessons`. What is wrong with a lesson is the result,
/// a line each; ExitCode::wrongUse is for a target that is not there.
Outcome verify(const Request& request, const std::vector<BuiltInLesson>& lessons, const TextStyle& style);

} // namespace awaitscope::cli
