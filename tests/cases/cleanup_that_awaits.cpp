// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be cleaned up with an await after a cancel is not: the await is refused.
// On a plain io_context, cancelled at 50 ms: 50 cut by operation_aborted | 50 run threw co_await: operation_aborted
// On a plain io_context: 100 run returned
#include "case.hpp"

awaitable<void> run()
{
    bool isCut = false;
    try {
        co_await nap(100ms);
    } catch (const system_error& error) {
        println("cut by ", nameOf(error.code()));
        isCut = true;
    }
    if (isCut) {
        co_await nap(10ms);
        println("never said");
    }
}
