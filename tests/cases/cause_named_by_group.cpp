// SPDX-License-Identifier: GPL-3.0-or-later
// A connect that is refused, in a group that waits for one: the refusal is told, at once and first.
// On a plain io_context: 20 first 0 | 20 run returned
#include "case.hpp"

awaitable<void> dial()
{
    co_await nap(20ms);
    throw system_error{asio::error::connection_refused};
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    auto [order, dialled, napped] =
        co_await asio::experimental::make_parallel_group(asio::co_spawn(executor, dial(), asio::deferred),
                                                         asio::co_spawn(executor, nap(200ms), asio::deferred))
            .async_wait(asio::experimental::wait_for_one{}, asio::use_awaitable);
    println("first ", order[0]);
}
