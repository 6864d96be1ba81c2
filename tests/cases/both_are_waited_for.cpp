// SPDX-License-Identifier: GPL-3.0-or-later
// && gives the values of both in the order in which they stand, when the last has ended.
// On a plain io_context: 30 1 and two | 50 cancelled: none | 50 run returned
#include "case.hpp"

awaitable<int> number()
{
    co_await nap(30ms);
    co_return 1;
}

awaitable<string> word()
{
    co_await nap(10ms);
    co_return "two";
}

awaitable<void> run()
{
    const auto [first, second] = co_await (number() && word());
    println(first, " and ", second);
    const auto result = co_await ((number() && word()) || nap(20ms));
    println("cancelled: ", result.index() == 1 ? "none" : "both");
}
