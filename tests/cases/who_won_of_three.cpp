// SPDX-License-Identifier: GPL-3.0-or-later
// The index of a || b || c tells which of the three it was.
// On a plain io_context: 10 index 0 | 20 index 1 | 30 index 2 | 30 run returned
#include "case.hpp"

awaitable<void> run()
{
    for (int fastest = 0; fastest < 3; ++fastest) {
        const auto length = [fastest](int which) { return which == fastest ? 10ms : 100ms; };
        const auto result = co_await (nap(length(0)) || nap(length(1)) || nap(length(2)));
        println("index ", result.index());
    }
}
