// SPDX-License-Identifier: GPL-3.0-or-later
// A signal that is bound to one operation after the other stops the one that runs.
// On a plain io_context: 100 turn 1, no error | 200 turn 2, no error | 250 turn 3, operation_aborted |
//   250 run returned
#include "case.hpp"

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    asio::cancellation_signal stop;
    asio::steady_timer timer{executor};
    asio::steady_timer presses{executor, 250ms};
    presses.async_wait([&](error_code) { stop.emit(asio::cancellation_type::total); });
    for (int turn = 1;; ++turn) {
        timer.expires_after(100ms);
        error_code error;
        co_await timer.async_wait(asio::bind_cancellation_slot(stop.slot(), asio::redirect_error(asio::use_awaitable, error)));
        println("turn ", turn, ", ", nameOf(error));
        if (error)
            co_return;
    }
}
