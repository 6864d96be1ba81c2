// SPDX-License-Identifier: GPL-3.0-or-later
// Counted in outside, counted out at the end of the spawned coroutine: one that is cancelled is never counted out.
// On a plain io_context: 100 cancelled | 300 active 1 | 300 run returned |
//   violated: every session that ended is counted out
#include "case.hpp"

int active = 0;

awaitable<void> serves()
{
    co_await nap(300ms);
    --active;
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    asio::cancellation_signal stop;
    active = 1;
    asio::co_spawn(executor, serves(), asio::bind_cancellation_slot(stop.slot(), asio::detached));
    co_await nap(100ms);
    stop.emit(asio::cancellation_type::terminal);
    println("cancelled");
    co_await nap(200ms);
    println("active ", active);
}

void judge() { expect("every session that ended is counted out", active == 0); }
