// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/runner.hpp"

#include "lesson/run/variant_runner.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

/// Where the scenario's timeout lies: a time for all variants, or a moment of an await of the first, which no time hits.
/// Empty: no timeout.
Result<std::optional<AimedTimeout>> resolve(const Timeout& timeout, const VariantRunner& first)
{
    if (const auto* const time = std::get_if<VirtualDuration>(&timeout))
        return std::optional{AimedTimeout{*time, *time}};
    if (const auto* const at = std::get_if<AtAwait>(&timeout)) {
        Result<AimedTimeout> aimed = first.aimAt(*at);
        if (!aimed)
            return aimed.error();
        return std::optional{*aimed};
    }
    if (const auto* const start = std::get_if<BeforeStart>(&timeout)) {
        Result<AimedTimeout> aimed = first.aimAt(*start);
        if (!aimed)
            return aimed.error();
        return std::optional{*aimed};
    }
    return std::optional<AimedTimeout>{};
}

/// Up to the next of two digits: 533.333 ms would be no number to read off an axis.
VirtualDuration rounded(VirtualDuration length)
{
    VirtualDuration step{1};
    while (length / 100 >= step)
        step *= 10;
    const auto rest = length % step;
    return rest == VirtualDuration::zero() ? length : length - rest + step;
}

/// The scenario that shows just this run.
std::string scenarioStringOf(const Lesson& lesson, const Scenario& scenario, const std::string& variant,
                             const std::optional<VirtualDuration>& timeout)
{
    Scenario own = scenario;
    own.variants = {variant};
    // The playhead is the viewer's and no part of the run; and it may lie past the end of a shorter one.
    own.time.reset();
    own.scene.reset();
    // Where `cancel` is what the timeout stands for, it says it all.
    if (timeout && timeoutOf(own, lesson) == own.timeout)
        own.timeout = *timeout;
    return toText(own, lesson);
}

} // namespace

Result<ScenarioRun> runScenario(const Lesson& lesson, const Scenario& scenario, const RunLimits& limits)
{
    ScenarioRun run;
    run.scenario = scenario;
    std::vector<VariantRunner> runners;
    VirtualDuration longest{};
    for (const std::string& variant : scenario.variants) {
        Result<VariantRunner> runner =
            VariantRunner::make(lesson, variant, scenario, limits);
        if (!runner)
            return runner.error();
        runners.push_back(*std::move(runner));
        longest = std::max(longest, runners.back().withoutTimeout().end.time_since_epoch());
    }
    if (runners.empty())
        return Diagnostic{"The scenario names no variant.", {}, 0};
    // Of the runs without a timeout, so that the axis stays where it is while the timeout is moved. A third more, so that a
    // timeout after the end can be seen, and never nothing: an axis needs a length.
    run.axis = std::max(VirtualDuration{1}, rounded(longest * 4 / 3));
    if (scenario.time && scenario.time->time_since_epoch() > run.axis)
        return Diagnostic{"time=" + toText(scenario.time->time_since_epoch()) +
                              " lies past the end: the timeline of this scenario ends at " + toText(run.axis) + ".",
                          {}, 0};

    const Result<std::optional<AimedTimeout>> timeout = resolve(timeoutOf(scenario, lesson), runners.front());
    if (!timeout)
        return timeout.error();
    if (*timeout)
        run.timeout = (*timeout)->time;

    for (std::size_t i = 0; i < runners.size(); ++i) {
        const VariantRunner& runner = runners[i];
        const bool isFirst = i == 0;
        VariantRun variantRun;
        variantRun.variant = scenario.variants[i];
        Trace withoutTimeout = runner.withoutTimeout();
        withoutTimeout.scenario = scenarioStringOf(lesson, scenario, variantRun.variant, {});
        Trace trace = withoutTimeout;
        if (*timeout) {
            // A moment of an await is one of the first variant's: the others may not have that await, and get its time.
            Result<Trace> simulated = runner.run(isFirst ? (*timeout)->run : TimeoutAt{(*timeout)->time});
            if (!simulated)
                return simulated.error();
            trace = *std::move(simulated);
            trace.scenario = scenarioStringOf(lesson, scenario, variantRun.variant, trace.timeout);
            if (const auto* const at = std::get_if<AtAwait>(&scenario.timeout); at && isFirst) {
                trace.await = at->number;
                trace.awaitWindow = at->window;
            }
        }
        variantRun.trace = std::make_shared<const Trace>(std::move(trace));
        variantRun.withoutTimeout = std::make_shared<const Trace>(std::move(withoutTimeout));
        run.variants.push_back(std::move(variantRun));
    }
    return run;
}

} // namespace awaitscope
