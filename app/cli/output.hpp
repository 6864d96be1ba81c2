// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "request.hpp"

namespace awaitscope::cli {

/// Makes the outcome's folder and writes its files, then to standard output and error, and gives the code to end with: the outcome's own, or
/// wrongUse with a message if something cannot be written. A file that cannot be written is left as it was, those after
/// it are not written, and nothing is printed. A reader that has gone away is not an error. SIGPIPE must be ignored.
ExitCode print(const Outcome& outcome);

} // namespace awaitscope::cli
