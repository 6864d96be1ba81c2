// SPDX-License-Identifier: GPL-3.0-or-later
// experimental::coro: one that yields values as they come, and one that takes them, awaited by a coroutine that sleeps.
// On a plain io_context: 10 yields 1 | 20 yields 2 | 30 gave 3 | 30 the end | 35 echo 7 | 40 echo 8 | 40 run returned
#include "case.hpp"

asio::experimental::coro<int, string> counts(asio::any_io_executor executor)
{
    asio::steady_timer timer{executor};
    for (int i = 1; i < 3; ++i) {
        timer.expires_after(10ms);
        co_await timer.async_wait(asio::experimental::use_coro);
        co_yield i;
    }
    timer.expires_after(10ms);
    co_await timer.async_wait(asio::experimental::use_coro);
    co_return string{"3"};
}

asio::experimental::coro<int(int)> echoes(asio::any_io_executor executor)
{
    asio::steady_timer timer{executor};
    int taken = co_yield 0;
    for (;;) {
        timer.expires_after(5ms);
        co_await timer.async_wait(asio::experimental::use_coro);
        taken = co_yield taken;
    }
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    auto counter = counts(executor);
    for (;;) {
        const auto next = co_await counter.async_resume(asio::use_awaitable);
        if (next.index() == 1) {
            println("gave ", std::get<1>(next));
            break;
        }
        println("yields ", std::get<0>(next));
    }
    println(counter.is_open() ? "goes on" : "the end");
    auto echo = echoes(executor);
    co_await echo.async_resume(0, asio::use_awaitable);
    for (const int said : {7, 8}) {
        const auto heard = co_await echo.async_resume(said, asio::use_awaitable);
        println("echo ", heard.value_or(-1));
    }
}
