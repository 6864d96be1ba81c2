// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of this folder run on, picked at build time: each is an executable of its own, because a coroutine's
// promise is the traced one in the whole program or in none of it.
//   AWAITSCOPE_PLAIN_ASIO defined   asio::io_context and Asio's own promise, timers on a clock that the platform turns
//   not defined                     our executor, every await recorded
// The tests themselves are the same and know of neither.

#ifdef AWAITSCOPE_PLAIN_ASIO
#include "support/turned_clock.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#else
#include "core/sim/async_operation.hpp"
#include "core/sim/standard_timers.hpp"
#include "core/trace/traced_awaitable.hpp"
#endif

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace awaitscope::semantics {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using boost::system::error_code;
using boost::system::system_error;
using Log = std::vector<std::string>;

#ifdef AWAITSCOPE_PLAIN_ASIO

using Timer = asio::basic_waitable_timer<test::TurnedClock, test::TurnedWait>;

class Clockwork
{
public:
    Clockwork() { test::TurnedClock::wind(); }

    asio::any_io_executor executor() { return m_context.get_executor(); }
    std::int64_t now() const { return test::TurnedClock::current.count(); }

    template <class CompletionToken = asio::use_awaitable_t<>>
    auto sleep(std::chrono::milliseconds duration, CompletionToken&& token = {})
    {
        return m_timers.emplace_back(m_context, duration).async_wait(std::forward<CompletionToken>(token));
    }

    void run() { test::runTurning(m_context); }

private:
    asio::io_context m_context;
    std::deque<Timer> m_timers; ///< go before their context
};

#else

/// The tests' own coroutines are the ones that are recorded, as a lesson's are.
inline const SourceSet& recordedSources()
{
    static const SourceSet sources = [] {
        std::vector<SourceIndex> found;
        for (const auto& entry : std::filesystem::directory_iterator{AWAITSCOPE_SOURCE_DIR "/tests/core/semantics"}) {
            std::ifstream file{entry.path()};
            found.emplace_back(entry.path().filename().string(),
                               std::string{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}});
        }
        return SourceSet{"semantics", std::move(found)};
    }();
    return sources;
}

using Timer = asio::steady_timer;

class Clockwork
{
public:
    Clockwork() { m_recorder.attach(m_context); }
    ~Clockwork() { m_context.dropAll(); }

    asio::any_io_executor executor() { return m_context.get_executor(); }
    std::int64_t now() const { return toMicroseconds(m_context.now()) / 1000; }

    template <class CompletionToken = asio::use_awaitable_t<>>
    auto sleep(std::chrono::milliseconds duration, CompletionToken&& token = {})
    {
        return asio::async_initiate<CompletionToken, void(error_code)>(
            [this, duration](auto handler) {
                startOperation(m_context, {.duration = duration}, std::move(handler),
                               [](auto waiting, error_code error) { std::move(waiting)(error); });
            },
            token);
    }

    void run() { m_context.run(); }

    VirtualContext& context() { return m_context; }

private:
    Recorder m_recorder{recordedSources()};
    VirtualContext m_context{100'000, &m_recorder};
};

#endif

/// One run: coroutines note what happens to them, and the test compares the notes.
class Platform : public Clockwork
{
public:
    /// "10 text": the time in milliseconds, and what happened.
    void note(const std::string& text) { m_log.push_back(std::to_string(now()) + ' ' + text); }

    /// One of Asio's own timers, set to that time from now.
    Timer timer(std::chrono::milliseconds duration)
    {
        return Timer{executor(), duration};
    }

    /// Sets it anew; how many waits that cancelled.
    std::size_t set(Timer& timer, std::chrono::milliseconds duration)
    {
        return timer.expires_after(duration);
    }

    /// A handler that notes "NAME", or "NAME aborted".
    auto noteAs(const std::string& name)
    {
        return [this, name](error_code error) {
            note(!error ? name : name + (error == asio::error::operation_aborted ? " aborted" : " failed"));
        };
    }

    /// Starts `coroutine` and notes "NAME ended", or how its exception is called. It can be cancelled through `slot`.
    void spawn(const std::string& name, asio::awaitable<void> coroutine, asio::cancellation_slot slot = {})
    {
        spawnOn(executor(), name, std::move(coroutine), slot);
    }

    void spawnOn(const asio::any_io_executor& where, const std::string& name, asio::awaitable<void> coroutine,
                 asio::cancellation_slot slot = {})
    {
        asio::co_spawn(where, std::move(coroutine),
                       asio::bind_cancellation_slot(slot, [this, name](const std::exception_ptr& error) {
                           note(name + (error ? " ended by " + nameOf(error) : " ended"));
                       }));
    }

    /// Does `action` at `time`; with anything else of that moment, in the order of their start.
    template <class Action>
    void at(std::chrono::milliseconds time, Action action)
    {
        sleep(time, [action = std::move(action)](error_code) mutable { action(); });
    }

    /// Emits `type` at `time`.
    void cancelAt(std::chrono::milliseconds time, asio::cancellation_signal& signal,
                  asio::cancellation_type type = asio::cancellation_type::terminal)
    {
        at(time, [&signal, type] { signal.emit(type); });
    }

    /// Runs until nothing is left to run; gives the notes.
    Log finish()
    {
        run();
        return std::move(m_log);
    }

    static std::string nameOf(const std::exception_ptr& error)
    {
        try {
            std::rethrow_exception(error);
        } catch (const system_error& exception) {
            return exception.code() == asio::error::operation_aborted ? "operation_aborted" : exception.what();
        } catch (const std::exception& exception) {
            return exception.what();
        }
    }

private:
    Log m_log;
};

/// Notes when it goes, as any local object with a destructor.
struct Guard
{
    Platform& platform;
    ~Guard() { platform.note("destructor"); }
};

} // namespace awaitscope::semantics
