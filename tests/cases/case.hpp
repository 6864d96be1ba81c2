// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The names of a case. Each is a file that begins with what it must print, and is compiled twice: as a learner's sandbox
// file runs, on our executor with every await recorded, and on a plain io_context whose clock is turned, which proves
// that it is what Asio does.
//
//   // What it shows, in a sentence or two.
//   // On a plain io_context: 100 a line | 300 run returned
//   // On a plain io_context, cancelled at 50 ms: 50 run threw operation_aborted
//   #include "cases/case.hpp"
//   namespace awaitscope::cases::name_of_the_file {
//   awaitable<void> run() { … }
//   const bool added = add(__FILE__, run);
//   }
//
// run() is started at time 0; "cancelled" emits cancellation_type::terminal to the slot of what was spawned. A line that
// goes on begins with "//   ". Cases run many times in one process: what they count lives in run(), or is set there.

#ifdef AWAITSCOPE_PLAIN_ASIO
#include "support/turned_clock.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#else
#include "core/sim/standard_timers.hpp"
#include "core/trace/traced_awaitable.hpp"
#endif

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/defer.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/experimental/channel_error.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <chrono>
#include <exception>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace awaitscope::cases {

#ifdef AWAITSCOPE_PLAIN_ASIO
/// Asio, with the one timer of it that a case uses on the clock that is turned.
namespace turned {
using namespace boost::asio; // NOLINT(google-build-using-namespace)
using steady_timer = boost::asio::basic_waitable_timer<test::TurnedClock, test::TurnedWait>;
} // namespace turned
namespace asio = turned;
#else
namespace asio = boost::asio;
#endif

using boost::asio::awaitable;
using boost::system::error_code;
using boost::system::system_error;
using std::string;
using namespace std::chrono_literals;                                     // NOLINT(google-build-using-namespace)
using namespace boost::asio::experimental::awaitable_operators;           // NOLINT(google-build-using-namespace)

void printLine(const string& text);

template <class... Parts>
void println(const Parts&... parts)
{
    std::ostringstream line;
    (line << ... << parts);
    printLine(std::move(line).str());
}

inline void effect(const string& name) { println("effect ", name); }

/// In judge(), when nothing is left to run.
void expect(const string& text, bool holds);

/// "no error", "operation_aborted", or what the error says of itself.
inline string nameOf(const error_code& error)
{
    if (!error)
        return "no error";
    return error == asio::error::operation_aborted ? "operation_aborted" : error.message();
}

/// Every case sleeps like this: Asio's own timer, and nothing of ours.
inline awaitable<void> nap(std::chrono::milliseconds duration)
{
    asio::steady_timer timer{co_await asio::this_coro::executor, duration};
    co_await timer.async_wait(asio::use_awaitable);
}

/// What the clock shows: as a timer tells it, since nobody may replace the process's own clock (a sandbox file reads
/// steady_clock::now(), which the worker answers with the run's time).
inline asio::steady_timer::time_point clockOf(const asio::any_io_executor& executor)
{
    return asio::steady_timer{executor, 0ms}.expiry();
}

/// Makes a test of it, named by the file.
bool add(const char* file, awaitable<void> (*run)(), void (*judge)() = nullptr);

} // namespace awaitscope::cases
