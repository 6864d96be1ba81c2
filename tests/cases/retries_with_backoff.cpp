// SPDX-License-Identifier: GPL-3.0-or-later
// Retries that wait twice as long each time, all under one limit.
// On a plain io_context: 5 try 1 failed | 20 try 2 failed | 45 try 3 failed | 90 try 4 failed |
//   100 given up after 4 | 100 run returned
#include "case.hpp"

awaitable<void> fails(int& tries)
{
    for (auto pause = 10ms;; pause *= 2) {
        co_await nap(5ms);
        ++tries;
        println("try ", tries, " failed");
        co_await nap(pause);
    }
}

awaitable<void> run()
{
    int tries = 0;
    const auto result = co_await (fails(tries) || nap(100ms));
    println(result.index() == 1 ? "given up after " : "done after ", tries);
}
