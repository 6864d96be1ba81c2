// SPDX-License-Identifier: GPL-3.0-or-later
// Who waits at a channel when it is closed is told so; what is in it then is lost (Boost 1.81).
// On a plain io_context: 10 early hears that it is closed | 20 late hears that it is closed | 20 run returned
#include "case.hpp"

using IntChannel = asio::experimental::channel<void(error_code, int)>;

awaitable<void> takes(const char* name, std::shared_ptr<IntChannel> channel)
{
    try {
        for (;;) {
            const int value = co_await channel->async_receive(asio::use_awaitable);
            println(name, " ", value);
        }
    } catch (const system_error& error) {
        println(name, error.code() == asio::experimental::error::channel_closed ? " hears that it is closed" : " fails");
    }
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    const auto channel = std::make_shared<IntChannel>(executor, 2);
    asio::co_spawn(executor, takes("early", channel), asio::detached);
    co_await nap(10ms);
    channel->close();
    co_await nap(10ms);
    const auto other = std::make_shared<IntChannel>(executor, 2);
    other->try_send(error_code{}, 1);
    other->try_send(error_code{}, 2);
    other->close();
    co_await takes("late", other);
}
