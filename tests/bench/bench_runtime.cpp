// SPDX-License-Identifier: GPL-3.0-or-later

// What coroutines cost on one platform (see platforms.hpp). bench_compare runs the three executables that this file
// gives, and tokio's, side by side: the names and arguments of the benchmarks are the same in all.

#include "platforms.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>

#include <benchmark/benchmark.h>

#include <malloc.h>

namespace awaitscope::bench {
namespace {

using namespace asio::experimental::awaitable_operators;

asio::awaitable<void> sleeps(Platform& platform, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        co_await platform.sleep(1);
}

asio::awaitable<void> sleepsOnce(Platform& platform, std::int64_t microseconds)
{
    co_await platform.sleep(microseconds);
}

asio::awaitable<void> response(Platform& platform)
{
    co_await platform.sleep(200);
    co_await platform.sleep(100);
}

asio::awaitable<void> timeout(Platform& platform, std::int64_t microseconds)
{
    co_await platform.sleep(microseconds);
}

asio::awaitable<void> race(Platform& platform, std::int64_t microseconds)
{
    co_await (timeout(platform, microseconds) || response(platform));
}

/// What a run costs in which nothing is awaited.
void empty(benchmark::State& state)
{
    for (auto _ : state) {
        Platform platform;
        asio::co_spawn(platform.executor(), sleeps(platform, 0), asio::detached);
        platform.run();
    }
}
BENCHMARK(empty)->Unit(benchmark::kMicrosecond);

/// One coroutine that awaits n times.
void awaits(benchmark::State& state)
{
    for (auto _ : state) {
        Platform platform;
        asio::co_spawn(platform.executor(), sleeps(platform, state.range(0)), asio::detached);
        platform.run();
    }
    state.SetComplexityN(state.range(0));
}
BENCHMARK(awaits)->RangeMultiplier(10)->Range(10, 10'000)->Complexity(benchmark::oN)->Unit(benchmark::kMicrosecond);

/// n coroutines that await once each, all at other times.
void tasks(benchmark::State& state)
{
    for (auto _ : state) {
        Platform platform;
        for (std::int64_t i = 0; i < state.range(0); ++i)
            asio::co_spawn(platform.executor(), sleepsOnce(platform, i + 1), asio::detached);
        platform.run();
    }
    state.SetComplexityN(state.range(0));
}
BENCHMARK(tasks)->RangeMultiplier(10)->Range(1, 1'000)->Complexity(benchmark::oN)->Unit(benchmark::kMicrosecond);

/// Alan's race: 200 µs of downstream and 100 µs of client against a timeout in its second await (250), or none in time.
void races(benchmark::State& state)
{
    for (auto _ : state) {
        Platform platform;
        asio::co_spawn(platform.executor(), race(platform, state.range(0)), asio::detached);
        platform.run();
    }
}
BENCHMARK(races)->Arg(250)->Arg(400)->Unit(benchmark::kMicrosecond);

/// A service: every twentieth request asks a downstream, every thirty-third has a slow client, all have a limit.
asio::awaitable<void> served(Platform& platform, std::int64_t number)
{
    if (number % 20 == 0)
        co_await platform.sleep(200);
    const std::int64_t client = number % 33 == 0 ? 300 : 100;
    co_await platform.sleep(client);
}

asio::awaitable<void> request(Platform& platform, std::int64_t number)
{
    co_await (timeout(platform, 350) || served(platform, number));
}

asio::awaitable<void> arrivals(Platform& platform, std::int64_t count)
{
    for (std::int64_t number = 0; number < count; ++number) {
        asio::co_spawn(platform.executor(), request(platform, number), asio::detached);
        co_await platform.sleep(40);
    }
}

/// n requests that come while others are under way.
void requests(benchmark::State& state)
{
    for (auto _ : state) {
        Platform platform;
        asio::co_spawn(platform.executor(), arrivals(platform, state.range(0)), asio::detached);
        platform.run();
    }
    state.SetComplexityN(state.range(0));
}
#ifdef NDEBUG
constexpr std::int64_t mostRequests = 100'000;
#else // a test runs each once
constexpr std::int64_t mostRequests = 10'000;
#endif
BENCHMARK(requests)->RangeMultiplier(10)->Range(1'000, mostRequests)->Complexity(benchmark::oN)->Unit(benchmark::kMicrosecond);

#ifndef AWAITSCOPE_BENCH_IO_CONTEXT // whose steady_timer waits in real time
asio::awaitable<void> waits(Platform& platform, std::int64_t count)
{
    asio::basic_waitable_timer<std::chrono::steady_clock> timer{platform.executor()};
    for (std::int64_t i = 0; i < count; ++i) {
        timer.expires_after(std::chrono::microseconds{1});
        co_await timer.async_wait(asio::use_awaitable);
    }
}

/// As `awaits`, with one timer of Asio's that is set anew for each wait.
void timers(benchmark::State& state)
{
    for (auto _ : state) {
        Platform platform;
        asio::co_spawn(platform.executor(), waits(platform, state.range(0)), asio::detached);
        platform.run();
    }
    state.SetComplexityN(state.range(0));
}
BENCHMARK(timers)->RangeMultiplier(10)->Range(10, 10'000)->Complexity(benchmark::oN)->Unit(benchmark::kMicrosecond);
#endif

#ifndef AWAITSCOPE_BENCH_IO_CONTEXT // which has no domains
/// The same work, dropped in its second await.
void drops(benchmark::State& state)
{
    for (auto _ : state) {
        Platform platform;
        asio::co_spawn(platform.domain(), response(platform), asio::detached);
        asio::co_spawn(
            platform.executor(),
            [](Platform& own, std::int64_t microseconds) -> asio::awaitable<void> {
                co_await own.sleep(microseconds);
                own.drop();
            }(platform, state.range(0)),
            asio::detached);
        platform.run();
    }
}
BENCHMARK(drops)->Arg(250)->Unit(benchmark::kMicrosecond);
#endif

} // namespace
} // namespace awaitscope::bench

int main(int argc, char** argv)
{
    // What glibc gives back to the system between two runs comes back a page fault at a time, which on some machines
    // costs more than the runs: kept, on all platforms alike.
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
