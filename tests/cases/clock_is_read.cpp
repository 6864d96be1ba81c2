// SPDX-License-Identifier: GPL-3.0-or-later
// A deadline as a time point that is compared with the clock: the clock tells virtual time.
// On a plain io_context: 300 3 turns, 300 ms | 300 run returned
#include "case.hpp"

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    const auto start = clockOf(executor);
    const auto deadline = start + 250ms;
    int turns = 0;
    while (clockOf(executor) < deadline) {
        co_await nap(100ms);
        ++turns;
    }
    println(turns, " turns, ", std::chrono::floor<std::chrono::milliseconds>(clockOf(executor) - start).count(), " ms");
}
