// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One of three platforms for the programs of bench_runtime.cpp, picked at build time: each is an executable of its own,
// because a traced and an untraced coroutine of the same type must not meet in one program.
//   AWAITSCOPE_BENCH_TRACED      our executor, every await recorded
//   AWAITSCOPE_BENCH_UNTRACED    our executor, Asio's own promise
//   AWAITSCOPE_BENCH_IO_CONTEXT  asio::io_context with timers on a clock that the program turns

#include "core/sim/async_operation.hpp"
#include "core/sim/standard_timers.hpp"
#ifdef AWAITSCOPE_BENCH_TRACED
#include "core/trace/traced_awaitable.hpp"
#endif

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <queue>
#include <string>
#include <vector>

namespace awaitscope::bench {

namespace asio = boost::asio;

#ifdef AWAITSCOPE_BENCH_IO_CONTEXT

/// Whose time it is is the program's: io_context asks, Platform::run() sets.
struct FakeClock
{
    using rep = std::int64_t;
    using period = std::micro;
    using duration = std::chrono::duration<rep, period>;
    using time_point = std::chrono::time_point<FakeClock>;
    static constexpr bool is_steady = true;
    static inline time_point current{};
    static time_point now() { return current; }
};

struct NeverWaitInRealTime
{
    static FakeClock::duration to_wait_duration(const FakeClock::duration&) { return {}; }
    static FakeClock::duration to_wait_duration(const FakeClock::time_point&) { return {}; }
};

class Platform
{
public:
    Platform() { FakeClock::current = {}; }

    asio::any_io_executor executor() { return m_context.get_executor(); }

    asio::awaitable<void> sleep(std::int64_t microseconds)
    {
        asio::basic_waitable_timer<FakeClock, NeverWaitInRealTime> timer{m_context.get_executor(),
                                                                         FakeClock::duration{microseconds}};
        m_due.push(timer.expiry());
        co_await timer.async_wait(asio::use_awaitable);
    }

    void run()
    {
        for (;;) {
            while (m_context.poll() > 0) {
            }
            while (!m_due.empty() && m_due.top() <= FakeClock::current)
                m_due.pop();
            if (m_context.stopped() || m_due.empty())
                return;
            FakeClock::current = m_due.top();
        }
    }

private:
    asio::io_context m_context{1};
    std::priority_queue<FakeClock::time_point, std::vector<FakeClock::time_point>, std::greater<>> m_due;
};

#else

#ifdef AWAITSCOPE_BENCH_TRACED
/// The sources that are recorded: the benchmark's own, as a lesson's would be. Read before the first measurement.
inline const SourceSet recordedSources = [] {
    std::ifstream file{AWAITSCOPE_SOURCE_DIR "/tests/bench/bench_runtime.cpp"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    return SourceSet{"bench", {SourceIndex{"bench_runtime.cpp", text}}};
}();
#endif

class Platform
{
public:
#ifdef AWAITSCOPE_BENCH_TRACED
    Platform() { m_recorder.attach(m_context); }
#endif
    asio::any_io_executor executor() { return m_context.get_executor(); }

    auto sleep(std::int64_t microseconds)
    {
        return asio::async_initiate<const asio::use_awaitable_t<>, void(boost::system::error_code)>(
            [this, microseconds](auto handler) {
                startOperation(m_context, {.duration = VirtualDuration{microseconds}}, std::move(handler),
                               [](auto waiting, boost::system::error_code error) { std::move(waiting)(error); });
            },
            asio::use_awaitable);
    }

    void run() { m_context.run(); }

    /// An executor whose coroutines drop() destroys.
    VirtualExecutor domain()
    {
        m_domain = m_context.makeDomain(0);
        return m_context.get_executor().withDomain(m_domain);
    }
    void drop() { m_context.drop(m_domain); }

private:
#ifdef AWAITSCOPE_BENCH_TRACED
    Recorder m_recorder{recordedSources};
    VirtualContext m_context{1'000'000'000, &m_recorder};
#else
    VirtualContext m_context{1'000'000'000};
#endif
    DomainId m_domain = 0;
};

#endif

} // namespace awaitscope::bench
