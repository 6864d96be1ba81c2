// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/catalogue.hpp"
#include "lesson/tell/run_table.hpp"
#include "request.hpp"
#include "workbench/compile/toolchain.hpp"

#include <vector>

namespace awaitscope::cli {

/// Verifies the lesson that the request names, or the one in a folder, or all in the folders of one, or all of `lessons`. Code that is
/// not in the program is compiled and run in workers. What a lesson does not hold is the result, a line each.
/// ExitCode::wrongUse is for a target that is not there and for files that cannot be read as a lesson: a message for each mistake on
/// standard error, and of such a lesson no result; the others are verified all the same.
Outcome verify(const Request& request, const std::vector<BuiltInLesson>& lessons, const Installation& installation,
               const TextStyle& style);

} // namespace awaitscope::cli
