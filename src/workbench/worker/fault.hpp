// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace awaitscope {

class Recorder;

namespace worker {

struct Limits;

/// The module's path, so that addresses in it can be told from all others. Set before it is loaded, for its static objects.
void setModule(const char* path); ///< not copied

/// Whether an address lies in its code.
bool isInModule(std::uintptr_t address);

/// From now on a signal, exit(), an exception that nobody catches and memory that is used up are told as a line of JSON to
/// the file `answers`, and end the process. `limits` are those of limits.hpp, by which it tells what a run ended at.
void reportFaultsTo(int answers, const Limits& limits);

/// A run has begun or, with null, is over: faults tell where its recorder last was. exit() in between is a fault.
void watch(const Recorder* recorder);
void setRunning(bool isRunning);
void setShuttingDown(); ///< who does not end now hangs in a destructor

/// Ends the process: `kind` as in FaultReport.
[[noreturn]] void reportFault(const char* kind, const char* text = "");

/// Where in the module the last exception was thrown; empty: nowhere since the last forgetThrown().
std::vector<std::uint64_t> lastThrown();
void forgetThrown();

} // namespace worker
} // namespace awaitscope
