// SPDX-License-Identifier: GPL-3.0-or-later
// A channel with room for two lets two work at a time.
// On a plain io_context: 100 worked 1 | 100 worked 2 | 150 run returned | 200 worked 3 | 200 worked 4 | 300 worked 5
#include "case.hpp"

using Slots = asio::experimental::channel<void(error_code)>;

awaitable<void> works(int number, std::shared_ptr<Slots> semaphore)
{
    co_await semaphore->async_send(error_code{}, asio::use_awaitable);
    co_await nap(100ms);
    println("worked ", number);
    semaphore->try_receive([](auto...) {});
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    const auto semaphore = std::make_shared<Slots>(executor, 2);
    for (int i = 1; i <= 5; ++i)
        asio::co_spawn(executor, works(i, semaphore), asio::detached);
    co_await nap(150ms);
}
