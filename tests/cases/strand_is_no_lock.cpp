// SPDX-License-Identifier: GPL-3.0-or-later
// A strand keeps two coroutines from running at once, and not from taking turns at their awaits.
// On a plain io_context: 10 a leaves 40 | 10 b leaves 40 | 20 run returned
#include "case.hpp"

awaitable<void> transfers(const char* name, std::shared_ptr<int> balance)
{
    const int before = *balance;
    co_await nap(10ms);
    *balance = before - 60;
    println(name, " leaves ", *balance);
}

awaitable<void> run()
{
    auto strand = asio::make_strand(co_await asio::this_coro::executor);
    const auto balance = std::make_shared<int>(100);
    asio::co_spawn(strand, transfers("a", balance), asio::detached);
    asio::co_spawn(strand, transfers("b", balance), asio::detached);
    co_await nap(20ms);
}
