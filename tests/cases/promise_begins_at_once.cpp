// SPDX-License-Identifier: GPL-3.0-or-later
// experimental::promise: what it is made of runs at once and is awaited later; one that is destroyed cancels it.
// On a plain io_context: 0 works a | 0 works b | 60 a is done: yes | 60 got a | 100 b ended by operation_aborted | 150 run returned
#include "case.hpp"

awaitable<string> works(string name, std::chrono::milliseconds duration)
{
    println("works ", name);
    try {
        co_await nap(duration);
    } catch (const system_error& error) {
        println(name, " ended by ", nameOf(error.code()));
        throw;
    }
    co_return name;
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    auto first = asio::co_spawn(executor, works("a", 50ms), asio::experimental::use_promise);
    {
        auto second = asio::co_spawn(executor, works("b", 200ms), asio::experimental::use_promise);
        co_await nap(60ms);
        println("a is done: ", first.completed() ? "yes" : "no");
        const string got = std::get<1>(co_await first(asio::as_tuple(asio::use_awaitable)));
        println("got ", got);
        co_await nap(40ms);
    }
    co_await nap(50ms);
}
