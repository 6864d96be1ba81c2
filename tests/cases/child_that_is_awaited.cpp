// SPDX-License-Identifier: GPL-3.0-or-later
// A spawned coroutine that is awaited is cancelled with its owner, and gives its value.
// On a plain io_context, cancelled at 50 ms: 50 run threw operation_aborted
// On a plain io_context: 100 value 7 | 100 run returned
#include "case.hpp"

awaitable<int> adds()
{
    co_await nap(100ms);
    co_return 7;
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    const int value = co_await asio::co_spawn(executor, adds(), asio::use_awaitable);
    println("value ", value);
}
