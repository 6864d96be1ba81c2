// SPDX-License-Identifier: GPL-3.0-or-later
// A timer that is moved takes its wait with it.
// On a plain io_context: 0 the first cancels 0 | 20 the second cancels 1 | 20 run returned |
//   20 handler: operation_aborted
#include "case.hpp"

awaitable<void> run()
{
    asio::steady_timer first{co_await asio::this_coro::executor, 50ms};
    first.async_wait([](error_code error) { println("handler: ", nameOf(error)); });
    asio::steady_timer second{std::move(first)};
    println("the first cancels ", first.cancel());
    co_await nap(20ms);
    println("the second cancels ", second.cancel());
}
