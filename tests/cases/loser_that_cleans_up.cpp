// SPDX-License-Identifier: GPL-3.0-or-later
// || waits until the loser has ended, its clean-up included.
// On a plain io_context: 90 cleaned up | 90 over | 90 run returned
#include "case.hpp"

awaitable<void> cleansUp()
{
    bool isCut = false;
    try {
        co_await nap(300ms);
    } catch (const system_error&) {
        isCut = true;
    }
    if (isCut) {
        co_await asio::this_coro::reset_cancellation_state();
        co_await nap(40ms);
        println("cleaned up");
    }
}

awaitable<void> run()
{
    co_await (nap(50ms) || cleansUp());
    println("over");
}
