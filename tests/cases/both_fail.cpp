// SPDX-License-Identifier: GPL-3.0-or-later
// Both operands of || fail: several exceptions, of which the first in time can be asked for.
// On a plain io_context: 80 first early | 80 run returned
#include "case.hpp"

awaitable<int> fails(std::chrono::milliseconds after, const char* what)
{
    co_await nap(after);
    throw std::runtime_error{what};
}

awaitable<void> run()
{
    try {
        co_await (fails(80ms, "late") || fails(30ms, "early"));
    } catch (const asio::multiple_exceptions& several) {
        try {
            std::rethrow_exception(several.first_exception());
        } catch (const std::exception& first) {
            println("first ", first.what());
        }
    }
}
