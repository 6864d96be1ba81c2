// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/simulation.hpp"

#include "core/run/single_run.hpp"

#include <optional>
#include <utility>

namespace awaitscope {

namespace {

Deadline deadlineOf(const TimeoutAt& timeout)
{
    Deadline deadline;
    if (const auto* const after = std::get_if<VirtualDuration>(&timeout))
        deadline.after = *after;
    else
        deadline.atWatchedAwait = true;
    return deadline;
}

/// Has the run watch for the moment that the timeout is aimed at, if it is one.
void aim(SingleRun& run, const Baseline& baseline, const TimeoutAt& timeout)
{
    // Until the cancel both runs are the same, so that an await's id is the baseline's.
    const auto idOf = [&](int number) {
        return static_cast<Recorder::AwaitId>(baseline.numbers.positionOf(number) + 1);
    };
    if (const auto* const suspension = std::get_if<AtSuspension>(&timeout))
        run.recorder().watchAwait(idOf(suspension->number));
    else if (const auto* const completion = std::get_if<AtCompletion>(&timeout))
        run.recorder().watchAwait(idOf(completion->number), baseline.numbers.completionOf(completion->number));
    else if (const auto* const start = std::get_if<AtStart>(&timeout))
        run.recorder().watchSpawn(baseline.starts.placeOf(start->number));
}

void tellTimeout(Trace& trace, const TimeoutAt& timeout)
{
    trace.timeout = deadlineOf(timeout).after;
    if (const auto* const suspension = std::get_if<AtSuspension>(&timeout)) {
        trace.await = suspension->number;
    } else if (const auto* const completion = std::get_if<AtCompletion>(&timeout)) {
        trace.await = completion->number;
        trace.awaitWindow = AwaitWindow::completed;
    } else if (const auto* const start = std::get_if<AtStart>(&timeout)) {
        trace.start = start->number;
    }
}

} // namespace

bool isRefusedDrop(const Diagnostic& error) { return error.isFault && error.message.starts_with(refusedDrop); }

bool isFromScenario(const Diagnostic& error)
{
    return error.isFault && error.message.find(leftTheScenario) != std::string::npos;
}

Result<Baseline> simulateWithoutTimeout(const SimulationInput& input, const SimulationSettings& settings)
{
    SingleRun run{input, settings, Deadline{}};
    Result<Recording> recording = run.record();
    if (!recording)
        return std::move(recording).error();
    std::optional<Recording> whole = run.cut(*recording);
    AwaitNumbers numbers{*recording, *input.sources, input.subject};
    StartNumbers starts{*recording, *input.sources, input.caller};
    std::vector<TraceStart> told = starts.startsOf(*recording, *input.sources);
    Trace built = buildTrace(*std::move(recording), *input.sources, input.subject, numbers, nullptr);
    built.starts = std::move(told);
    std::optional<Trace> judged;
    if (whole)
        judged = buildTrace(*std::move(whole), *input.sources, input.subject, numbers, nullptr);
    Result<Trace> trace = run.complete(std::move(built), std::move(judged));
    if (!trace)
        return std::move(trace).error();
    std::vector<TraceEffect> effects = trace->effects;
    return Baseline{*std::move(trace), std::move(effects), std::move(numbers), std::move(starts)};
}

Result<Trace> simulate(const SimulationInput& input, const SimulationSettings& settings, const Baseline& baseline,
                       const TimeoutAt& timeout)
{
    SingleRun run{input, settings, deadlineOf(timeout)};
    aim(run, baseline, timeout);
    Result<Recording> recording = run.record();
    if (!recording)
        return std::move(recording).error();
    std::optional<Trace> judged;
    if (std::optional<Recording> whole = run.cut(*recording))
        judged = buildTrace(*std::move(whole), *input.sources, input.subject, baseline.numbers, &baseline.effects);
    std::vector<TraceStart> starts = baseline.starts.startsOf(*recording, *input.sources);
    Trace trace = buildTrace(*std::move(recording), *input.sources, input.subject, baseline.numbers, &baseline.effects);
    trace.starts = std::move(starts);
    tellTimeout(trace, timeout);
    return run.complete(std::move(trace), std::move(judged));
}

void leaveWithoutTimeout(const SimulationInput& input, const SimulationSettings& settings, const LeaveRun& leave)
{
    SingleRun run{input, settings, Deadline{}};
    run.leaveAfter(leave.events, [&](const Recording& recording) {
        const AwaitNumbers numbers{recording, *input.sources, input.subject};
        const StartNumbers starts{recording, *input.sources, input.caller};
        Trace trace = buildTrace(recording, *input.sources, input.subject, numbers, nullptr);
        trace.starts = starts.startsOf(recording, *input.sources);
        run.describe(trace);
        leave.left(std::move(trace), recording);
    });
    static_cast<void>(run.record());
}

void leaveWithTimeout(const SimulationInput& input, const SimulationSettings& settings, const Baseline& baseline, const TimeoutAt& timeout,
                      const LeaveRun& leave)
{
    SingleRun run{input, settings, deadlineOf(timeout)};
    aim(run, baseline, timeout);
    run.leaveAfter(leave.events, [&](const Recording& recording) {
        // What it lacks of the baseline's effects may have been to come: nothing is lost.
        Trace trace = buildTrace(recording, *input.sources, input.subject, baseline.numbers, nullptr);
        trace.starts = baseline.starts.startsOf(recording, *input.sources);
        tellTimeout(trace, timeout);
        run.describe(trace);
        leave.left(std::move(trace), recording);
    });
    static_cast<void>(run.record());
}

Baseline baselineOf(const SimulationInput& input, const Recording& recording, std::vector<TraceEffect> effects)
{
    return {{}, std::move(effects), AwaitNumbers{recording, *input.sources, input.subject}, StartNumbers{recording, *input.sources, input.caller}};
}

} // namespace awaitscope
