// SPDX-License-Identifier: GPL-3.0-or-later
// A receive with a limit, and the message comes in the instant of the limit: it is taken out of the channel, and lost.
// On a plain io_context: 50 timeout | 50 the channel is empty | 50 run returned | 50 sent
#include "case.hpp"

using IntChannel = asio::experimental::channel<void(error_code, int)>;

awaitable<void> sends(std::shared_ptr<IntChannel> channel)
{
    co_await nap(50ms);
    co_await channel->async_send(error_code{}, 7, asio::use_awaitable);
    println("sent");
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    const auto channel = std::make_shared<IntChannel>(executor, 0);
    asio::co_spawn(executor, sends(channel), asio::detached);
    const auto result = co_await (channel->async_receive(asio::use_awaitable) || nap(50ms));
    println(result.index() == 1 ? "timeout" : "received");
    const bool isThere = channel->try_receive([](error_code, int value) { println("later ", value); });
    println(isThere ? "nothing is lost" : "the channel is empty");
}
