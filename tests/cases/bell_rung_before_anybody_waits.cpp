// SPDX-License-Identifier: GPL-3.0-or-later
// A timer as a condition variable remembers nothing: who begins to wait after the bell waits for ever.
// On a plain io_context: 0 wakes 0 | run stuck
#include "case.hpp"

awaitable<void> run()
{
    asio::steady_timer bell{co_await asio::this_coro::executor, asio::steady_timer::time_point::max()};
    println("wakes ", bell.cancel());
    error_code error;
    co_await bell.async_wait(asio::redirect_error(asio::use_awaitable, error));
    println("never said");
}
