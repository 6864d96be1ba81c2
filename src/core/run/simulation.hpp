// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "core/run/cancel_type.hpp"
#include "core/run/program.hpp"
#include "core/run/run_end.hpp"
#include "core/trace/starts.hpp"
#include "core/trace/trace.hpp"
#include "core/trace/trace_builder.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace awaitscope {

/// What is run: one variant of a lesson.
struct SimulationInput
{
    Program program;
    const SourceSet* sources = nullptr; ///< the lesson's; outlives the runs
    std::string lesson;
    std::string variant;
    std::string subject; ///< name of the coroutine the lesson is about
    std::string caller;  ///< name of the coroutine that races it; its awaits bear no numbers
};

/// Under which conditions.
struct SimulationSettings
{
    CancelModel model = CancelModel::asio;
    std::vector<std::pair<std::string, VirtualDuration>> parameters;
    CancelOn cancelOn = CancelOn::coroutine; ///< other than that only under CancelModel::asio
    /// When the caller's coroutine is cancelled from outside, besides what the run's timeout does. Empty: never.
    std::optional<VirtualDuration> cancel = std::nullopt;
    /// Of what cancels it from outside, whether that is this or the run's timeout.
    CancelType cancelType = CancelType::terminal;
    /// Of tasks and awaits together. What comes that far is taken to go on for ever.
    std::uint64_t maxEvents = 1'000'000;
    /// A host that outlives a crash makes the run again, up to there, for whoever shows it: which takes as long as it took to crash.
    bool tellsCrash = false;

    friend bool operator==(const SimulationSettings&, const SimulationSettings&) = default;
};

/// A run without a timeout, and what later runs of the same program need of it.
struct Baseline
{
    Trace trace; ///< may be moved from: no later run needs it
    std::vector<TraceEffect> effects; ///< of it
    AwaitNumbers numbers;
    StartNumbers starts;
};

/// Runs without a timeout. Errors: a run of more than `maxEvents` while time passes, with coroutine, file and line; a drop that
/// cannot be done (Recorder::refuseDrop()); an exception of the scenario's own, from its constructor or from what judges; what no
/// run on a virtual clock may have. How every other run ended stands in its trace; see faultOf().
Result<Baseline> simulateWithoutTimeout(const SimulationInput& input, const SimulationSettings& settings);

/// Whether a run has no trace because a drop could not be done in it (Recorder::refuseDrop()): at another time it may well be.
bool isRefusedDrop(const Diagnostic& error);

/// Whether a run has no trace because an exception left the scenario where it is no coroutine.
bool isFromScenario(const Diagnostic& error);

/// "Request the cancel in the instant in which this await suspends", for awaits whose span has no width.
struct AtSuspension
{
    int number = 1;

    friend bool operator==(const AtSuspension&, const AtSuspension&) = default;
};

/// "Request the cancel when the operation of this await has completed and its coroutine is still to be resumed", for
/// awaits that have such a window (baseline.numbers.completionOf()).
struct AtCompletion
{
    int number = 1;

    friend bool operator==(const AtCompletion&, const AtCompletion&) = default;
};

/// "Request the cancel when this coroutine has been spawned and its first step is still to be taken", for those that have such a
/// window (TraceStart::isQueued).
struct AtStart
{
    int number = 1;

    friend bool operator==(const AtStart&, const AtStart&) = default;
};

using TimeoutAt = std::variant<VirtualDuration, AtSuspension, AtCompletion, AtStart>;

/// Runs with a timeout: a time, or a moment of an await (1..baseline.numbers.count()) or a start (1..baseline.starts.count()).
/// A pure function: the same arguments give the same trace.
Result<Trace> simulate(const SimulationInput& input, const SimulationSettings& settings, const Baseline& baseline,
                       const TimeoutAt& timeout);

/// For programs that a process does not survive: how a run of one is told as far as it came.
struct LeaveRun
{
    std::uint64_t events = 0; ///< see RunReached::events
    /// When so many have been told it is given what there is, in the midst of whatever the program does then, and must not return: what would
    /// come next is what nobody survives. The trace has no checks and no outcomes, which nobody has asked, nothing is lost in it,
    /// and how it ended is the caller's to say.
    std::function<void(Trace, const Recording&)> left;
};

/// As the runs above, but left in their midst. They return if the run does not come that far.
void leaveWithoutTimeout(const SimulationInput& input, const SimulationSettings& settings, const LeaveRun& leave);
void leaveWithTimeout(const SimulationInput& input, const SimulationSettings& settings, const Baseline& baseline, const TimeoutAt& timeout,
                      const LeaveRun& leave);

/// What later runs need of a run without a timeout that was left: `recording` and `effects` are its own.
Baseline baselineOf(const SimulationInput& input, const Recording& recording, std::vector<TraceEffect> effects);

} // namespace awaitscope
