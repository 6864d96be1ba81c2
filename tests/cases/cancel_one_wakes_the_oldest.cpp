// SPDX-License-Identifier: GPL-3.0-or-later
// A timer as a condition variable: cancel_one() wakes whoever waits longest.
// On a plain io_context: 10 a woke | 20 b woke | 30 run returned | 30 c woke
#include "case.hpp"

awaitable<void> waits(const char* name, std::shared_ptr<asio::steady_timer> bell)
{
    error_code error;
    co_await bell->async_wait(asio::redirect_error(asio::use_awaitable, error));
    println(name, " woke");
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    const auto bell = std::make_shared<asio::steady_timer>(executor, asio::steady_timer::time_point::max());
    for (const char* const name : {"a", "b", "c"})
        asio::co_spawn(executor, waits(name, bell), asio::detached);
    for (int i = 0; i < 3; ++i) {
        co_await nap(10ms);
        bell->cancel_one();
    }
}
