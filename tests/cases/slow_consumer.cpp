// SPDX-License-Identifier: GPL-3.0-or-later
// Backpressure: a producer is as fast as its consumer as soon as the channel is full.
// On a plain io_context: 0 sent 1 | 100 sent 2 | 200 sent 3 | 300 sent 4 | 400 run returned
#include "case.hpp"

using IntChannel = asio::experimental::channel<void(error_code, int)>;

awaitable<void> produces(std::shared_ptr<IntChannel> channel)
{
    for (int i = 1; i <= 4; ++i) {
        co_await channel->async_send(error_code{}, i, asio::use_awaitable);
        println("sent ", i);
    }
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    const auto channel = std::make_shared<IntChannel>(executor, 1);
    asio::co_spawn(executor, produces(channel), asio::detached);
    for (int i = 0; i < 4; ++i) {
        co_await nap(100ms);
        co_await channel->async_receive(asio::use_awaitable);
    }
}
