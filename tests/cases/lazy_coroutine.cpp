// SPDX-License-Identifier: GPL-3.0-or-later
// A coroutine that is called and not awaited does nothing.
// On a plain io_context: 0 made, argument held by 2 | 0 gone, argument held by 1 | 0 run returned
#include "case.hpp"

awaitable<void> works(std::shared_ptr<int>)
{
    println("never said");
    co_return;
}

awaitable<void> run()
{
    const auto argument = std::make_shared<int>(1);
    {
        auto forgotten = works(argument);
        println("made, argument held by ", argument.use_count());
    }
    println("gone, argument held by ", argument.use_count());
    co_return;
}
