// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request.hpp"

namespace awaitscope::cli {

/// Writes to standard output and error, and gives the code to end with: the outcome's own, or wrongUse with a message
/// if the output cannot be written. A reader that has gone away is not an error. SIGPIPE must be ignored.
ExitCode print(const Outcome& outcome);

} // namespace awaitscope::cli
