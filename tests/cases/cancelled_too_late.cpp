// SPDX-License-Identifier: GPL-3.0-or-later
// A cancel in the instant in which the operation completes comes too late for it: it has its result, and the next await is
// refused.
// On a plain io_context, cancelled at 100 ms: 100 the first is done | 100 run threw co_await: operation_aborted
#include "case.hpp"

awaitable<void> run()
{
    co_await nap(100ms);
    println("the first is done");
    co_await nap(100ms);
    println("never said");
}
