// SPDX-License-Identifier: GPL-3.0-or-later
// A loop and a watchdog that looks whether the deadline was moved, joined by ||.
// On a plain io_context: 30 echo | 90 echo | 180 echo | 280 the watchdog bites | 280 run returned
#include "case.hpp"

awaitable<void> echoes(asio::steady_timer::time_point& deadline)
{
    for (int pause : {30, 60, 90, 200}) {
        deadline = clockOf(co_await asio::this_coro::executor) + 100ms;
        co_await nap(std::chrono::milliseconds{pause});
        println("echo");
    }
}

awaitable<void> watches(asio::steady_timer::time_point& deadline)
{
    asio::steady_timer timer{co_await asio::this_coro::executor};
    while (timer.expiry() != deadline) {
        timer.expires_at(deadline);
        co_await timer.async_wait(asio::use_awaitable);
    }
}

awaitable<void> run()
{
    auto deadline = clockOf(co_await asio::this_coro::executor);
    const auto result = co_await (echoes(deadline) || watches(deadline));
    println(result.index() == 1 ? "the watchdog bites" : "all echoed");
}
