// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of timers that are due at once, some never awaited: all fire.
// On a plain io_context: 0 ticks 3000 | 0 run returned
#include "case.hpp"

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    const auto ticks = std::make_shared<int>(0);
    for (int i = 0; i < 3000; ++i) {
        const auto timer = std::make_shared<asio::steady_timer>(executor, 0ms);
        timer->async_wait([timer, ticks](error_code) { ++*ticks; });
        co_await nap(0ms);
    }
    println("ticks ", *ticks);
}
