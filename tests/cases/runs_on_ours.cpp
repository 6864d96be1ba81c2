// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/runs_on_ours.hpp"

#include "cases/stage.hpp"
#include "core/support/test_run.hpp"

#define AWAITSCOPE_VARIANT cases
#include "core/run/sandbox_stage.hpp"

#include <algorithm>

// A sandbox has one run() and one judge(): those of the case that runs.
namespace {

const awaitscope::cases::Case* running = nullptr;

} // namespace

awaitable<void> run() { return running->run(); }

void judge()
{
    if (running->judge)
        running->judge();
}

AWAITSCOPE_SANDBOX(true)

namespace awaitscope::cases {

Program programOf(const Case& which)
{
    running = &which;
    return programs::awaitscope_program_cases();
}

Lines linesOf(const Case& which, std::optional<std::chrono::milliseconds> cancelAfter)
{
    constexpr std::uint64_t mostEvents = 1'000'000;
    std::unique_ptr<Stage> stage; // goes after the run, whose frames may print when they are torn down
    test::TestRun recorded{AWAITSCOPE_SOURCE_DIR "/tests/cases/" + which.name + ".cpp", {}, mostEvents};
    stage = programOf(which).makeStage(recorded.world());
    const bool ended = perform(recorded.context(), which.run, cancelAfter, [&] { recorded.context().run(); });
    Recording recording = recorded.recorder().finish();
    const AwaitNumbers numbers{recording, recorded.sources(), "run"};
    const Trace trace = buildTrace(std::move(recording), recorded.sources(), "run", numbers, nullptr);

    std::vector<std::pair<VirtualTime, string>> told;
    // The trace tells them apart; those of one time are so few that this is their order.
    for (const TraceEffect& effect : trace.effects)
        told.emplace_back(effect.at, "effect " + effect.what);
    for (const TraceLogLine& line : trace.log)
        told.emplace_back(line.at, line.text);
    std::ranges::stable_sort(told, {}, [](const auto& line) { return line.first; });
    Lines lines;
    for (const auto& [at, text] : told)
        lines.push_back(std::to_string(toMicroseconds(at) / 1000) + ' ' + text);
    if (!ended)
        lines.emplace_back("run stuck");
    for (const TraceCheck& check : stage->judge(trace))
        lines.push_back(string{toText(check.verdict)} + ": " + check.text);
    return lines;
}

} // namespace awaitscope::cases
