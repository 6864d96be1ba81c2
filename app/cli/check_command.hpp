// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/tell/run_table.hpp"
#include "request.hpp"
#include "subject.hpp"

namespace awaitscope::cli {

/// Whether a version of the subject's lesson is a fix (judgeFix()): the file of --file, else the variant. Of a sandbox, whether what it
/// expects holds at every await, window and timeout. ExitCode::violated where it is not; the reasons are the result.
Outcome check(const Subject& subject, const Request& request, const TextStyle& style);

} // namespace awaitscope::cli
