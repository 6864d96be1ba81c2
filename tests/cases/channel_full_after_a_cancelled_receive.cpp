// SPDX-License-Identifier: GPL-3.0-or-later
// A channel with a buffer takes nothing into it after a receive that was cancelled: the send waits for somebody.
// Told after chriskohlhoff/asio issue 1241.
// On a plain io_context: 0 before: sent | 50 timeout | 50 after: full | run stuck
#include "case.hpp"

using IntChannel = asio::experimental::channel<void(error_code, int)>;

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    IntChannel channel{executor, 1};
    println("before: ", channel.try_send(error_code{}, 1) ? "sent" : "full");
    channel.try_receive([](error_code, int) {});
    const auto result = co_await (channel.async_receive(asio::use_awaitable) || nap(50ms));
    println(result.index() == 1 ? "timeout" : "received");
    println("after: ", channel.try_send(error_code{}, 2) ? "sent" : "full");
    co_await channel.async_send(error_code{}, 3, asio::use_awaitable);
    println("never said");
}
