// SPDX-License-Identifier: GPL-3.0-or-later
// A channel with room for one is a lock that holds across awaits.
// On a plain io_context: 10 a leaves 40 | 20 b leaves -20 | 30 run returned
#include "case.hpp"

using Lock = asio::experimental::channel<void(error_code)>;

awaitable<void> transfers(const char* name, std::shared_ptr<int> balance, std::shared_ptr<Lock> lock)
{
    co_await lock->async_send(error_code{}, asio::use_awaitable);
    const int before = *balance;
    co_await nap(10ms);
    *balance = before - 60;
    println(name, " leaves ", *balance);
    lock->try_receive([](auto...) {});
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    const auto lock = std::make_shared<Lock>(executor, 1);
    const auto balance = std::make_shared<int>(100);
    asio::co_spawn(executor, transfers("a", balance, lock), asio::detached);
    asio::co_spawn(executor, transfers("b", balance, lock), asio::detached);
    co_await nap(30ms);
}
