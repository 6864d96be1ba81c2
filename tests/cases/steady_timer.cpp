// SPDX-License-Identifier: GPL-3.0-or-later
// What everybody writes first.
// On a plain io_context: 250 woke | 250 run returned
#include "case.hpp"

awaitable<void> run()
{
    co_await nap(200ms);
    co_await nap(50ms);
    println("woke");
}
