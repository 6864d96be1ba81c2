// SPDX-License-Identifier: GPL-3.0-or-later
// A sleep that hides its error: a stop makes what follows it early, and only the next await throws.
// On a plain io_context, cancelled at 50 ms: 50 effect sweep | 50 run threw co_await: operation_aborted
// On a plain io_context: 100 effect sweep | 200 effect sweep | 300 effect sweep | 300 run returned
#include "case.hpp"

awaitable<void> soft(std::chrono::milliseconds duration)
{
    asio::steady_timer timer{co_await asio::this_coro::executor, duration};
    error_code ignored;
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

awaitable<void> run()
{
    for (int i = 0; i < 3; ++i) {
        co_await soft(100ms);
        effect("sweep");
    }
}
