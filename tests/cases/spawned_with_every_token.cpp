// SPDX-License-Identifier: GPL-3.0-or-later
// co_spawn with each kind of token: which of them begin at once, and how each tells what came of it.
// On a plain io_context: 0 begins handler | 0 begins detached | 0 begins use_promise | 10 handler: 1 | 20 begins use_awaitable |
//   30 use_awaitable: 4 | 30 begins deferred | 40 deferred: 5 | 40 begins as_tuple | 50 as_tuple: ok 6 | 50 begins one that fails |
//   60 threw operation_aborted | 60 use_promise: 3 | 60 run returned
#include "case.hpp"

awaitable<int> works(string name, int value)
{
    println("begins ", name);
    co_await nap(10ms);
    co_return value;
}

awaitable<int> fails(string name)
{
    println("begins ", name);
    co_await nap(10ms);
    throw system_error{asio::error::operation_aborted};
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    asio::co_spawn(executor, works("handler", 1), [](std::exception_ptr, int value) { println("handler: ", value); });
    asio::co_spawn(executor, works("detached", 2), asio::detached);
    auto promise = asio::co_spawn(executor, works("use_promise", 3), asio::experimental::use_promise);
    co_await nap(20ms);
    const int awaited = co_await asio::co_spawn(executor, works("use_awaitable", 4), asio::use_awaitable);
    println("use_awaitable: ", awaited);
    auto later = asio::co_spawn(executor, works("deferred", 5), asio::deferred);
    const int deferred = co_await std::move(later)(asio::use_awaitable);
    println("deferred: ", deferred);
    const auto [error, tuple] = co_await asio::co_spawn(executor, works("as_tuple", 6), asio::as_tuple(asio::use_awaitable));
    println("as_tuple: ", error ? "failed " : "ok ", tuple);
    try {
        co_await asio::co_spawn(executor, fails("one that fails"), asio::use_awaitable);
    } catch (const system_error& thrown) {
        println("threw ", nameOf(thrown.code()));
    }
    const auto [none, value] = co_await promise(asio::as_tuple(asio::use_awaitable));
    println("use_promise: ", value);
}
