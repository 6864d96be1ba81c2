// SPDX-License-Identifier: GPL-3.0-or-later
// dispatch runs in place, post behind what waits, defer when the turn is over.
// On a plain io_context: 0 dispatched | 0 the turn ends | 0 posted | 0 deferred | 1 run returned
#include "case.hpp"

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    asio::post(executor, [executor] {
        asio::defer(executor, [] { println("deferred"); });
        asio::post(executor, [] { println("posted"); });
        asio::dispatch(executor, [] { println("dispatched"); });
        println("the turn ends");
    });
    co_await nap(1ms);
}
