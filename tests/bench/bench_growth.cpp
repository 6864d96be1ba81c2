// SPDX-License-Identifier: GPL-3.0-or-later

// How a whole run grows, from the program to the finished trace and its JSON, with the number of its awaits and of its
// tasks: the executor, the recorder, the numbering of awaits and the builder of the trace together.

#include "core/run/simulation.hpp"
#include "core/run/teaching.hpp"
#include "core/trace/trace_json.hpp"
#include "value_of.hpp"

#include <benchmark/benchmark.h>

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include <malloc.h>

namespace awaitscope::bench {
namespace {

/// `awaits` awaits in a row, in each of `tasks` tasks that the subject spawns.
class Growing : public Stage
{
public:
    explicit Growing(World& world)
        : m_world(world)
        , m_spawn(world)
        , m_tasks(world.parameter("tasks").count())
        , m_awaits(world.parameter("awaits").count())
    {
    }

    awaitable<void> sleeps()
    {
        for (std::int64_t i = 0; i < m_awaits; ++i)
            co_await sleep_for(m_world, 1ms);
    }

    awaitable<void> caller() override
    {
        co_await race(timeout(m_world.deadline()), subject());
    }

    awaitable<void> subject()
    {
        for (std::int64_t i = 0; i < m_tasks; ++i)
            m_spawn(sleeps());
        co_await sleeps();
    }

    std::vector<TraceCheck> judge(const Trace&) const override { return {}; }
    std::string callerOutcome() const override { return {}; }
    std::string clientOutcome() const override { return {}; }

private:
    World& m_world;
    Spawn m_spawn;
    std::int64_t m_tasks;
    std::int64_t m_awaits;
};

SourceSet ownSource()
{
    std::ifstream file{AWAITSCOPE_SOURCE_DIR "/tests/bench/bench_growth.cpp"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    return {"bench", {SourceIndex{"bench_growth.cpp", text}}};
}

const SourceSet sources = ownSource();
const SimulationInput program{
    {[](World& world) -> std::unique_ptr<Stage> { return std::make_unique<Growing>(world); }},
    &sources, "bench", "growing", "subject", "caller"};

SimulationSettings settingsOf(std::int64_t awaits, std::int64_t tasks)
{
    SimulationSettings settings;
    settings.parameters = {{"awaits", VirtualDuration{awaits}}, {"tasks", VirtualDuration{tasks}}};
    return settings;
}

/// The run without a timeout and the one that the timeout ends in the middle: what a flag that moves costs.
void runBoth(benchmark::State& state, const SimulationSettings& settings, VirtualDuration timeout)
{
    const Baseline once = valueOf(simulateWithoutTimeout(program, settings));
    for (auto _ : state) {
        const Baseline baseline = valueOf(simulateWithoutTimeout(program, settings));
        benchmark::DoNotOptimize(valueOf(simulate(program, settings, baseline, timeout)));
    }
    state.counters["awaits"] = static_cast<double>(once.trace.awaits.size());
    state.counters["tasks"] = static_cast<double>(once.trace.coroutines.size());
    state.SetComplexityN(state.range(0));
}

void runsWithAwaits(benchmark::State& state)
{
    runBoth(state, settingsOf(state.range(0), 0), state.range(0) * 500us);
}
BENCHMARK(runsWithAwaits)->RangeMultiplier(10)->Range(10, 10'000)->Complexity()->Unit(benchmark::kMicrosecond);

void runsWithTasks(benchmark::State& state)
{
    runBoth(state, settingsOf(2, state.range(0)), 1500us);
}
BENCHMARK(runsWithTasks)->RangeMultiplier(10)->Range(1, 1'000)->Complexity()->Unit(benchmark::kMicrosecond);

void writesJson(benchmark::State& state)
{
    const Baseline baseline = valueOf(simulateWithoutTimeout(program, settingsOf(state.range(0), 0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(toJson(baseline.trace).dump());
    state.SetComplexityN(state.range(0));
}
BENCHMARK(writesJson)->RangeMultiplier(10)->Range(10, 10'000)->Complexity()->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace awaitscope::bench

int main(int argc, char** argv)
{
    // As in bench_runtime.cpp: pages that are kept cost no fault at the next run.
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
