// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a sandbox file has without an include: the teaching world, Asio as far as it needs no outside world, and what follows.
// Such a file defines run(), which is started at time 0, and may define judge(), which is asked when nothing is left to run.
// The world's short names are in sandbox_names.hpp, apart: this is compiled once for all files, and they are for each file its own.

#include "core/run/teaching_world.hpp"

#include <boost/asio/append.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/consign.hpp>
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
#include <boost/asio/prepend.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <source_location>
#include <string>
#include <utility>

using namespace boost::asio::experimental::awaitable_operators; // NOLINT(google-build-using-namespace): for sandboxes only

namespace awaitscope::sandbox {

/// What timeout() gives. An awaitable like any other; race() knows it as the run's own timeout.
class FlagTimeout : public boost::asio::awaitable<void>
{
public:
    explicit FlagTimeout(boost::asio::awaitable<void> wait) : boost::asio::awaitable<void>(std::move(wait)) {}
};

/// The run's. A module has one stage at a time, which sets it: the module's own variable, and nobody else's.
World& world();

void addExpectation(std::string text, bool holds, const std::source_location& where);

} // namespace awaitscope::sandbox

namespace awaitscope {

/// race(timeout(), work()): against the run's own timeout.
template <class T>
boost::asio::awaitable<race_detail::ResultOf<T>> race(sandbox::FlagTimeout, boost::asio::awaitable<T> work)
{
    return race(timeout(sandbox::world().deadline()), std::move(work));
}

} // namespace awaitscope

/// A line in the console.
template <class... Parts>
void println(const Parts&... parts)
{
    awaitscope::Println{awaitscope::sandbox::world()}(parts...);
}

/// Something that happened to the world and stays.
inline void effect(const std::string& name, std::string detail = {},
                   const std::source_location& where = std::source_location::current())
{
    awaitscope::sandbox::world().effect(name, std::move(detail), where);
}

/// What must be true where it is called, most often in judge(): a check of the run, with `text` as its words.
inline void expect(std::string text, bool holds, const std::source_location& where = std::source_location::current())
{
    awaitscope::sandbox::addExpectation(std::move(text), holds, where);
}

/// Ends when the run's timeout fires; never in a run without one. A file that does not call it is cancelled from outside.
awaitscope::sandbox::FlagTimeout timeout();

boost::asio::awaitable<void> run();

/// Weak, as a file need not have one.
[[gnu::weak]] void judge();
