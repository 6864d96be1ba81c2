// SPDX-License-Identifier: GPL-3.0-or-later
// A completion handler that rethrows: the exception leaves io_context::run(), and who calls that again goes on.
// On a plain io_context: 10 io_context::run threw boom | 50 goes on | 50 run returned
#include "case.hpp"

awaitable<void> fails()
{
    co_await nap(10ms);
    throw std::runtime_error{"boom"};
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    asio::co_spawn(executor, fails(), [](const std::exception_ptr& error) {
        if (error)
            std::rethrow_exception(error);
    });
    co_await nap(50ms);
    println("goes on");
}
