// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "core/trace/trace.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace awaitscope {

/// Of tasks and awaits in one instant. What comes that far spins: time will not pass any more. Not less, as thousands of timers
/// may well be due together; the same in process and in a worker, as the trace depends on it.
constexpr std::uint64_t mostEventsAtOnce = 50'000;

/// What became of the root coroutine.
struct RootEnd
{
    std::optional<VirtualTime> at; ///< it returned, or threw, at this time; empty if it did neither
    std::optional<TraceError> error; ///< that left it
    bool isDropped = false; ///< at that time, by the run's timeout
    bool leftRun = false;   ///< what was thrown left the context's run(), and no handler was given it
    bool isSpinning = false;       ///< the run was ended, as its instant went on for ever
    std::string lastFile;          ///< where the run was last
    int lastLine = 0;
};

/// How the run that `trace` tells ended, with the place and in a sentence. All of `trace` but this is there.
TraceEnd tellEnd(const Trace& trace, const RootEnd& root);

/// Why a run is a fault of the code under test: it crashed, it spins, or an exception left it that is no cancellation's. The place is the
/// run's. Empty for all others: a coroutine that was cancelled is meant to throw, and one that is stuck is what a lesson can show.
std::optional<Diagnostic> faultOf(const Trace& trace);

} // namespace awaitscope
