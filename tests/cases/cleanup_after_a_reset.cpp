// SPDX-License-Identifier: GPL-3.0-or-later
// The same with reset_cancellation_state() before the clean-up: it is done.
// On a plain io_context, cancelled at 50 ms: 60 said goodbye | 60 run returned
// On a plain io_context: 100 run returned
#include "case.hpp"

awaitable<void> run()
{
    bool isCut = false;
    try {
        co_await nap(100ms);
    } catch (const system_error&) {
        isCut = true;
    }
    if (isCut) {
        co_await asio::this_coro::reset_cancellation_state();
        co_await nap(10ms);
        println("said goodbye");
    }
}
