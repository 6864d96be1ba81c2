// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The names of a sandbox file (core/run/sandbox.hpp), as far as cases use them, on plain Asio: nothing of ours.

#include "support/turned_clock.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/defer.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/experimental/concurrent_channel.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/experimental/promise.hpp>
#include <boost/asio/experimental/use_promise.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

/// Asio, with the one timer of it that a case uses on the clock that is turned.
namespace turned {
using namespace boost::asio; // NOLINT(google-build-using-namespace)
using steady_timer = boost::asio::basic_waitable_timer<awaitscope::test::TurnedClock, awaitscope::test::TurnedWait>;
} // namespace turned
namespace asio = turned;

using boost::asio::awaitable;
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

void expect(const string& text, bool holds);

/// None: whoever names it in a case that has none of its own finds this.
[[gnu::weak]] void judge();
