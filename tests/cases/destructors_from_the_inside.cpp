// SPDX-License-Identifier: GPL-3.0-or-later
// A cancel unwinds from the innermost frame outwards, in the instant of the cancel.
// On a plain io_context, cancelled at 40 ms: 40 leaves the inner room | 40 leaves the outer room |
//   40 run threw operation_aborted
// On a plain io_context: 100 leaves the inner room | 100 leaves the outer room | 100 run returned
#include "case.hpp"

struct Room
{
    const char* name;
    explicit Room(const char* called) : name(called) {}
    ~Room() { println("leaves ", name); }
};

awaitable<void> inner()
{
    const Room room{"the inner room"};
    co_await nap(100ms);
}

awaitable<void> run()
{
    const Room room{"the outer room"};
    co_await inner();
}
