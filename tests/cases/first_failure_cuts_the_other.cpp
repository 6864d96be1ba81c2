// SPDX-License-Identifier: GPL-3.0-or-later
// && cancels the other operand when one fails, and waits for it.
// On a plain io_context: 20 goodbye | 20 run threw multiple_exceptions
#include "case.hpp"

struct Goodbye
{
    ~Goodbye() { println("goodbye"); }
};

awaitable<void> works()
{
    const Goodbye goodbye;
    co_await nap(500ms);
}

awaitable<void> fails()
{
    co_await nap(20ms);
    throw std::runtime_error{"failed"};
}

awaitable<void> run() { co_await (works() && fails()); }
