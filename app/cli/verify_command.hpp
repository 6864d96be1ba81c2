// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/catalogue.hpp"
#include "lesson/tell/run_table.hpp"
#include "request.hpp"

#include <vector>

namespace awaitscope::cli {

/// Verifies the lesson or folder that the request names, or all of `lessons`. What a lesson does not hold is the result,
/// a line each. ExitCode::wrongUse is for a target that is not there and for files that cannot be read as a lesson: then
/// a message for each mistake and no result, but with --json both are one object.
Outcome verify(const Request& request, const std::vector<BuiltInLesson>& lessons, const TextStyle& style);

} // namespace awaitscope::cli
