// SPDX-License-Identifier: GPL-3.0-or-later
// A loop that catches everything catches its own cancel: from then on each turn fails at once.
// On a plain io_context, cancelled at 150 ms: 100 turn 1 | 150 turn 2 failed, goes on |
//   150 turn 3 failed, goes on | 150 turn 4 failed, goes on | 150 run returned
#include "case.hpp"

awaitable<void> run()
{
    for (int turn = 1; turn <= 4; ++turn) {
        try {
            co_await nap(100ms);
            println("turn ", turn);
        } catch (const std::exception&) {
            println("turn ", turn, " failed, goes on");
        }
    }
}
