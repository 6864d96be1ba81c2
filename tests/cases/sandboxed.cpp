// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/sandboxed.hpp"

#include "core/trace/trace_json.hpp"
#include "lesson/run/runner.hpp"

#include <nlohmann/json.hpp>

namespace awaitscope::cases {

std::string titleOf(const std::string& name, const Expectation& expectation)
{
    return name + (expectation.cancelAfter ? " cancelled at " + std::to_string(expectation.cancelAfter->count()) + " ms" : "");
}

std::string jsonOf(const Lesson& lesson, const Expectation& expectation, int time)
{
    Scenario scenario = defaultScenario(lesson);
    if (expectation.cancelAfter)
        scenario.timeout = VirtualDuration{*expectation.cancelAfter};
    RunLimits limits;
    limits.showsFaults = true;
    // A worker keeps the run without a timeout and answers with it. For other limits it makes another.
    limits.maxEvents += static_cast<std::uint64_t>(time);
    const Result<ScenarioRun> run = runScenario(lesson, scenario, limits);
    return (run ? toJson(*run->variants.front().trace).dump(2) : run.error().toText()) + '\n';
}

} // namespace awaitscope::cases
