// SPDX-License-Identifier: GPL-3.0-or-later
// A heartbeat set from now drifts by what the work takes; one set from its last expiry does not.
// On a plain io_context: 100 drifts | 100 holds | 200 holds | 230 drifts | 300 holds | 360 drifts | 390 run returned
#include "case.hpp"

awaitable<void> beats(const char* name, bool fromNow)
{
    asio::steady_timer timer{co_await asio::this_coro::executor, 100ms};
    for (int i = 0; i < 3; ++i) {
        co_await timer.async_wait(asio::use_awaitable);
        println(name);
        co_await nap(30ms);
        if (fromNow)
            timer.expires_after(100ms);
        else
            timer.expires_at(timer.expiry() + 100ms);
    }
}

awaitable<void> run() { co_await (beats("drifts", true) && beats("holds", false)); }
