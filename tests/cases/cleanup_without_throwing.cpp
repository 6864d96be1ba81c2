// SPDX-License-Identifier: GPL-3.0-or-later
// The same with throw_if_cancelled(false): the await is not refused, and nobody cuts it a second time.
// On a plain io_context, cancelled at 50 ms: 60 said goodbye, cancelled | 60 run returned
// On a plain io_context: 100 run returned
#include "case.hpp"

awaitable<void> run()
{
    bool isCut = false;
    try {
        co_await nap(100ms);
    } catch (const system_error&) {
        isCut = true;
    }
    if (isCut) {
        co_await asio::this_coro::throw_if_cancelled(false);
        co_await nap(10ms);
        const auto state = co_await asio::this_coro::cancellation_state;
        println("said goodbye, ", state.cancelled() != asio::cancellation_type::none ? "cancelled" : "not cancelled");
    }
}
