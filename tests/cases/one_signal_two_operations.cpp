// SPDX-License-Identifier: GPL-3.0-or-later
// One signal bound to two operations: only the one that was bound last hears it.
// On a plain io_context: 100 second aborted | 300 first done | 301 run returned
#include "case.hpp"

awaitable<void> waits(const char* name, std::shared_ptr<asio::cancellation_signal> signal)
{
    asio::steady_timer timer{co_await asio::this_coro::executor, 300ms};
    error_code error;
    co_await timer.async_wait(asio::bind_cancellation_slot(signal->slot(), asio::redirect_error(asio::use_awaitable, error)));
    println(name, error ? " aborted" : " done");
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    const auto signal = std::make_shared<asio::cancellation_signal>();
    asio::co_spawn(executor, waits("first", signal), asio::detached);
    asio::co_spawn(executor, waits("second", signal), asio::detached);
    co_await nap(100ms);
    signal->emit(asio::cancellation_type::total);
    co_await nap(201ms);
}
