// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/trace_json.hpp"
#include "lesson/files/catalogue.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/run/sweep.hpp"
#include "lesson/traffic/traffic.hpp"
#include "value_of.hpp"

#include <benchmark/benchmark.h>

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <iostream>
#include <string>

namespace awaitscope {
namespace {

const Lesson& alan()
{
    static const Catalogue catalogue{builtInLessons()};
    return *catalogue.find("alan-caches-requests");
}

Scenario scenarioOf(const std::string& keys)
{
    return valueOf(parseScenario("awaitscope:alan-caches-requests?" + keys, alan(), defaultScenario(alan())));
}

/// One variant, as the window runs it while the flag is dragged: with a timeout, and without one to compare with.
void runOneVariant(benchmark::State& state, const std::string& model)
{
    const Scenario scenario = scenarioOf("variants=buggy&timeout=250ms&model=" + model);
    for (auto _ : state)
        benchmark::DoNotOptimize(valueOf(runScenario(alan(), scenario)));
}
BENCHMARK_CAPTURE(runOneVariant, asio, "asio")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(runOneVariant, drop, "drop")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(runOneVariant, eager, "eager")->Unit(benchmark::kMicrosecond);

/// Every await and every timeout of both variants: the outcome map.
void sweepBothVariants(benchmark::State& state, const std::string& model)
{
    const Scenario scenario = scenarioOf("model=" + model);
    for (auto _ : state)
        benchmark::DoNotOptimize(valueOf(sweep(alan(), scenario)));
}
BENCHMARK_CAPTURE(sweepBothVariants, asio, "asio")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sweepBothVariants, drop, "drop")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sweepBothVariants, eager, "eager")->Unit(benchmark::kMillisecond);

void writeJson(benchmark::State& state)
{
    const ScenarioRun run = valueOf(runScenario(alan(), scenarioOf("variants=buggy&timeout=250ms")));
    for (auto _ : state)
        benchmark::DoNotOptimize(toJson(*run.variants.front().trace).dump());
}
BENCHMARK(writeJson)->Unit(benchmark::kMicrosecond);

/// Weeks of traffic by one variant, unrecorded.
void serveTraffic(benchmark::State& state, const std::string& model)
{
    TrafficOrder order = valueOf(trafficOf(alan(), scenarioOf("variants=buggy&timeout=350ms&model=" + model)));
    order.spec.requests = static_cast<std::uint64_t>(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(valueOf(runTraffic(alan(), order)));
    state.SetComplexityN(state.range(0));
}
BENCHMARK_CAPTURE(serveTraffic, asio, "asio")->RangeMultiplier(10)->Range(1'000, 100'000)->Complexity(benchmark::oN)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(serveTraffic, drop, "drop")->RangeMultiplier(10)->Range(1'000, 100'000)->Complexity(benchmark::oN)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace awaitscope

BENCHMARK_MAIN();
