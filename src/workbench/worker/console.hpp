// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace awaitscope {

class Recorder;

namespace worker {

/// How much one run may write before that is a fault.
constexpr unsigned mostLogLines = 1000;
constexpr unsigned longestLogLine = 1000; ///< bytes; what is longer is cut

/// What is written to std::cout, std::cerr, std::clog, stdout and stderr becomes lines of the run's log, with its virtual
/// time. `errors` is a file that gets what goes to the latter three as well: of a run that ends in a fault there is no log.
void captureOutput(int errors);

/// The run whose log it is; null: nobody's, and what is written is lost. Flushes what was written up to now.
void writeInto(Recorder* recorder);

} // namespace worker
} // namespace awaitscope
