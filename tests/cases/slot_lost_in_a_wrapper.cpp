// SPDX-License-Identifier: GPL-3.0-or-later
// An operation whose wrapper forgets the cancellation slot: a race with a limit lasts until the operation ends by itself.
// On a plain io_context: 500 ended by the limit | 600 ended by the limit | 600 run returned
#include "case.hpp"

template <class Token>
auto forgetful(asio::steady_timer& timer, Token&& token)
{
    return asio::async_initiate<Token, void(error_code)>(
        [&timer](auto handler) {
            timer.async_wait([handler = std::move(handler)](error_code error) mutable { std::move(handler)(error); });
        },
        token);
}

template <class Token>
auto careful(asio::steady_timer& timer, Token&& token)
{
    return asio::async_initiate<Token, void(error_code)>(
        [&timer](auto handler) {
            auto slot = asio::get_associated_cancellation_slot(handler);
            timer.async_wait(asio::bind_cancellation_slot(
                slot, [handler = std::move(handler)](error_code error) mutable { std::move(handler)(error); }));
        },
        token);
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    asio::steady_timer first{executor, 500ms};
    const auto one = co_await (forgetful(first, asio::use_awaitable) || nap(100ms));
    println("ended by ", one.index() == 1 ? "the limit" : "the operation");
    asio::steady_timer second{executor, 300ms};
    const auto other = co_await (careful(second, asio::use_awaitable) || nap(100ms));
    println("ended by ", other.index() == 1 ? "the limit" : "the operation");
}
