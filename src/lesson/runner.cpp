// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/runner.hpp"

#include "lesson/variant_runner.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

/// Where the scenario's timeout lies: a time for all variants, or the suspension of an await of the first.
struct ResolvedTimeout
{
    std::optional<VirtualDuration> time;
    std::optional<AtSuspension> atSuspension; ///< for the first variant; `time` is then for the others
};

Result<ResolvedTimeout> resolve(const Timeout& timeout, const VariantRunner& first)
{
    if (const auto* const time = std::get_if<VirtualDuration>(&timeout))
        return ResolvedTimeout{*time, std::nullopt};
    if (const auto* const at = std::get_if<AtAwait>(&timeout)) {
        Result<AimedTimeout> aimed = first.aimAt(at->number);
        if (!aimed)
            return aimed.error();
        return ResolvedTimeout{aimed->time, aimed->hasNoWidth ? std::optional{AtSuspension{at->number}} : std::nullopt};
    }
    return ResolvedTimeout{};
}

/// The scenario that shows just this run.
std::string scenarioStringOf(const Lesson& lesson, const Scenario& scenario, const std::string& variant,
                             const ResolvedTimeout& timeout, bool isFirst)
{
    Scenario own = scenario;
    own.variants = {variant};
    own.time.reset();
    if (timeout.time && !(isFirst && timeout.atSuspension))
        own.timeout = *timeout.time;
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
            VariantRunner::make(lesson, variant, scenario.model, scenario.parameters, limits);
        if (!runner)
            return runner.error();
        runners.push_back(*std::move(runner));
        longest = std::max(longest, runners.back().withoutTimeout().end.time_since_epoch());
    }
    if (runners.empty())
        return Diagnostic{"The scenario names no variant.", {}, 0};
    run.axis = std::max(VirtualDuration{1}, longest * 4 / 3);
    if (scenario.time && scenario.time->time_since_epoch() > run.axis)
        return Diagnostic{"time=" + toText(scenario.time->time_since_epoch()) +
                              " lies past the end: the timeline of this scenario ends at " + toText(run.axis) + ".",
                          {}, 0};

    const Result<ResolvedTimeout> timeout = resolve(scenario.timeout, runners.front());
    if (!timeout)
        return timeout.error();
    run.timeout = timeout->time;

    for (std::size_t i = 0; i < runners.size(); ++i) {
        const VariantRunner& runner = runners[i];
        const bool isFirst = i == 0;
        VariantRun variantRun;
        variantRun.variant = scenario.variants[i];
        Trace withoutTimeout = runner.withoutTimeout();
        withoutTimeout.scenario = scenarioStringOf(lesson, scenario, variantRun.variant, {}, isFirst);
        Trace trace = withoutTimeout;
        if (timeout->time) {
            Result<Trace> simulated = isFirst && timeout->atSuspension ? runner.run(*timeout->atSuspension)
                                                                       : runner.run(*timeout->time);
            if (!simulated)
                return simulated.error();
            trace = *std::move(simulated);
            trace.scenario = scenarioStringOf(lesson, scenario, variantRun.variant, *timeout, isFirst);
            if (const auto* const at = std::get_if<AtAwait>(&scenario.timeout); at && isFirst)
                trace.await = at->number;
        }
        variantRun.trace = std::make_shared<const Trace>(std::move(trace));
        variantRun.withoutTimeout = std::make_shared<const Trace>(std::move(withoutTimeout));
        run.variants.push_back(std::move(variantRun));
    }
    return run;
}

} // namespace awaitscope
