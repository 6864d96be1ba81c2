// SPDX-License-Identifier: GPL-3.0-or-later
// A loop that looks at no error: the cancelled wait is taken for a turn, and the next await ends it.
// On a plain io_context, cancelled at 150 ms: 100 turn 1, no error | 150 turn 2, operation_aborted |
//   150 run threw co_await: operation_aborted
// On a plain io_context: 100 turn 1, no error | 200 turn 2, no error | 300 turn 3, no error | 300 run returned
#include "case.hpp"

awaitable<void> run()
{
    asio::steady_timer timer{co_await asio::this_coro::executor};
    for (int turn = 1;; ++turn) {
        timer.expires_after(100ms);
        const auto [error] = co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
        println("turn ", turn, ", ", nameOf(error));
        if (turn == 3)
            co_return;
    }
}
