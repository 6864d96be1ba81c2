// SPDX-License-Identifier: GPL-3.0-or-later
// cancellation_type::total does not get through to a coroutine that has not asked for it.
// On a plain io_context: 50 asks for it: operation_aborted | 100 as it is: no error | 150 run returned
#include "case.hpp"

awaitable<void> works(const char* name, bool asks)
{
    if (asks)
        co_await asio::this_coro::reset_cancellation_state(asio::enable_total_cancellation());
    error_code error;
    asio::steady_timer timer{co_await asio::this_coro::executor, 100ms};
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
    println(name, ": ", nameOf(error));
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    asio::cancellation_signal one;
    asio::cancellation_signal other;
    asio::co_spawn(executor, works("as it is", false), asio::bind_cancellation_slot(one.slot(), asio::detached));
    asio::co_spawn(executor, works("asks for it", true), asio::bind_cancellation_slot(other.slot(), asio::detached));
    co_await nap(50ms);
    one.emit(asio::cancellation_type::total);
    other.emit(asio::cancellation_type::total);
    co_await nap(100ms);
}
