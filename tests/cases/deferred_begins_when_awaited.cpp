// SPDX-License-Identifier: GPL-3.0-or-later
// A deferred operation begins when it is awaited, its timer when it was set.
// On a plain io_context: 80 not begun | 80 was due long ago | 80 run returned
#include "case.hpp"

awaitable<void> run()
{
    asio::steady_timer timer{co_await asio::this_coro::executor, 50ms};
    auto operation = timer.async_wait(asio::deferred);
    co_await nap(80ms);
    println("not begun");
    co_await std::move(operation)(asio::use_awaitable);
    println("was due long ago");
}
