// SPDX-License-Identifier: GPL-3.0-or-later
// A detached reader goes on when its owner is cancelled.
// On a plain io_context, cancelled at 100 ms: 40 read, owner there | 80 read, owner there |
//   100 run threw operation_aborted | 120 read, owner gone | 160 read, owner gone
// On a plain io_context: 40 read, owner there | 80 read, owner there | 120 read, owner there |
//   160 read, owner there | 300 worked | 300 run returned
#include "case.hpp"

awaitable<void> reads(std::weak_ptr<int> owner)
{
    for (int i = 0; i < 4; ++i) {
        co_await nap(40ms);
        println("read, owner ", owner.expired() ? "gone" : "there");
    }
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    const auto owner = std::make_shared<int>(1);
    asio::co_spawn(executor, reads(owner), asio::detached);
    co_await nap(300ms);
    println("worked");
}
