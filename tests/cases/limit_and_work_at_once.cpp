// SPDX-License-Identifier: GPL-3.0-or-later
// Work and a limit of the same length: who was set first wins, on whichever side it stands.
// On a plain io_context: 50 the left | 100 the right | 100 run returned
#include "case.hpp"

awaitable<void> run()
{
    const auto left = co_await (nap(50ms) || nap(50ms));
    println("the ", left.index() == 0 ? "left" : "right");
    asio::steady_timer limit{co_await asio::this_coro::executor, 50ms};
    const auto right = co_await (nap(50ms) || limit.async_wait(asio::use_awaitable));
    println("the ", right.index() == 0 ? "left" : "right");
}
