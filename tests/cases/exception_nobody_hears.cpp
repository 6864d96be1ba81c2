// SPDX-License-Identifier: GPL-3.0-or-later
// What a detached coroutine throws is swallowed; with a handler it can be told.
// On a plain io_context: 10 failed | 50 run returned
#include "case.hpp"

awaitable<void> fails()
{
    co_await nap(10ms);
    throw std::runtime_error{"lost"};
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    asio::co_spawn(executor, fails(), asio::detached);
    asio::co_spawn(executor, fails(), [](const std::exception_ptr& error) { println(error ? "failed" : "done"); });
    co_await nap(50ms);
}
