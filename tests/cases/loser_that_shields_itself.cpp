// SPDX-License-Identifier: GPL-3.0-or-later
// || waits until the loser has ended. One that lets no cancel through holds the race open.
// On a plain io_context: 300 the loser is done | 300 winner 0 | 300 run returned
#include "case.hpp"

awaitable<void> shielded()
{
    co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
    co_await nap(300ms);
    println("the loser is done");
}

awaitable<void> run()
{
    const auto result = co_await (nap(50ms) || shielded());
    println("winner ", result.index());
}
