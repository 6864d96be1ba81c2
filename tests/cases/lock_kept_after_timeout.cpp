// SPDX-License-Identifier: GPL-3.0-or-later
// A channel as a lock, and a write with a limit under it. The write times out, the lock stays taken, everybody waits for ever.
// On a plain io_context: 50 A times out | run stuck
#include "case.hpp"

using Lock = asio::experimental::channel<void(error_code)>;

awaitable<void> wants(std::shared_ptr<Lock> lock)
{
    co_await nap(10ms);
    co_await lock->async_send(error_code{}, asio::use_awaitable);
    println("B has it");
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    const auto lock = std::make_shared<Lock>(executor, 1);
    asio::co_spawn(executor, wants(lock), asio::detached);
    co_await lock->async_send(error_code{}, asio::use_awaitable);
    const auto result = co_await (nap(80ms) || nap(50ms));
    if (result.index() == 1)
        println("A times out");
    else
        lock->try_receive([](auto...) {});
    co_await lock->async_send(error_code{}, asio::use_awaitable);
    println("A has it again");
}
