// SPDX-License-Identifier: GPL-3.0-or-later
// append and prepend add what a handler is given, consign keeps something until it is called.
// On a plain io_context: 10 appended 1 | 20 prepended 2 | 20 kept | 30 gone | 40 run returned
#include "case.hpp"

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    asio::steady_timer timer{executor, 10ms};
    const int appended = co_await timer.async_wait(asio::append(asio::use_awaitable, 1));
    println("appended ", appended);
    timer.expires_after(10ms);
    const auto [prepended, error] = co_await timer.async_wait(asio::as_tuple(asio::prepend(asio::use_awaitable, 2)));
    println("prepended ", prepended);
    auto held = std::make_shared<int>(1);
    const std::weak_ptr<int> watched = held;
    timer.expires_after(10ms);
    timer.async_wait(asio::consign([watched](error_code) { println(watched.expired() ? "lost" : "gone"); }, std::move(held)));
    println(watched.expired() ? "lost" : "kept");
    co_await nap(20ms);
}
