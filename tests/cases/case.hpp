// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What every case uses besides the names of a sandbox file. A case is such a file, which begins with what it must print:
//
//   // What it shows, in a sentence or two.
//   // On a plain io_context: 100 a line | 300 run returned
//   // On a plain io_context, cancelled at 50 ms: 50 run threw operation_aborted
//   #include "case.hpp"
//
//   awaitable<void> run() { … }
//   void judge() { … }             if it expects something
//
// run() is started at time 0; "cancelled" emits cancellation_type::terminal to the slot of what was spawned. A line that
// goes on begins with "//   ". It has one home and runs in three places: as it is, in a worker (awaitscope-cli run FILE);
// compiled in, on our executor with every await recorded; and compiled in, on a plain io_context whose clock is turned,
// which proves that it is what Asio does. Compiled in it lies in a namespace and runs many times in one process: this is the
// one header that it includes, and what it counts it sets in run().

#ifdef AWAITSCOPE_PLAIN_ASIO
#include "cases/plain_sandbox.hpp"
#elif !defined(AWAITSCOPE_VARIANT) // in a module they are there already, without those that a case has of its own
#include "core/run/sandbox_names.hpp"
#endif

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/append.hpp>
#include <boost/asio/cancellation_state.hpp>
#include <boost/asio/consign.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/experimental/channel_error.hpp>
#include <boost/asio/experimental/co_spawn.hpp>
#include <boost/asio/experimental/coro.hpp>
#include <boost/asio/experimental/use_coro.hpp>
#include <boost/asio/prepend.hpp>
#include <boost/system/system_error.hpp>

#include <chrono>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using boost::system::error_code;
using boost::system::system_error;

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

/// What the clock shows: as a timer tells it, since nobody may replace the process's own clock (in a worker
/// steady_clock::now() is the run's time).
inline asio::steady_timer::time_point clockOf(const asio::any_io_executor& executor)
{
    return asio::steady_timer{executor, 0ms}.expiry();
}
