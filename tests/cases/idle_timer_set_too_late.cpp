// SPDX-License-Identifier: GPL-3.0-or-later
// Data and the idle limit come in the same instant: the limit is set anew, cancels nothing, and its handler, which was on its
// way, closes the connection without an error.
// On a plain io_context: 100 data, the limit is set anew, cancels 0 |
//   100 idle handler: no error, the expiry is ahead | 150 run returned
#include "case.hpp"

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    asio::steady_timer data{executor, 100ms};
    asio::steady_timer idle{executor, 100ms};
    data.async_wait([&](error_code) { println("data, the limit is set anew, cancels ", idle.expires_after(100ms)); });
    idle.async_wait([&](error_code error) {
        println("idle handler: ", nameOf(error), ", the expiry is ", idle.expiry() > clockOf(executor) ? "ahead" : "past");
    });
    co_await nap(150ms);
}
