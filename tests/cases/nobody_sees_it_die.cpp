// SPDX-License-Identifier: GPL-3.0-or-later
// Two endless heartbeats and one that dies, joined by ||: nothing ends, and nobody is told.
// On a plain io_context: 100 dies | 650 beats 12, ended by the limit | 650 run returned
#include "case.hpp"

awaitable<void> beat(int& beats)
{
    for (;;) {
        co_await nap(100ms);
        ++beats;
    }
}

awaitable<void> boom()
{
    co_await nap(100ms);
    println("dies");
    throw std::runtime_error{"boom"};
}

awaitable<void> limited(int& beats)
{
    co_await (beat(beats) || beat(beats) || boom());
    println("never said");
}

awaitable<void> run()
{
    int beats = 0;
    const auto result = co_await (limited(beats) || nap(650ms));
    println("beats ", beats, ", ended by ", result.index() == 1 ? "the limit" : "the death");
}
