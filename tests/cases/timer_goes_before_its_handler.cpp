// SPDX-License-Identifier: GPL-3.0-or-later
// A timer on the stack of a function that returns: its handler is called at once, with operation_aborted.
// On a plain io_context: 0 started | 0 handler: operation_aborted | 200 run returned
#include "case.hpp"

void startsAndReturns(const asio::any_io_executor& executor)
{
    asio::steady_timer timer{executor, 100ms};
    timer.async_wait([](error_code error) { println("handler: ", nameOf(error)); });
}

awaitable<void> run()
{
    startsAndReturns(co_await asio::this_coro::executor);
    println("started");
    co_await nap(200ms);
}
