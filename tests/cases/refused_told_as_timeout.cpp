// SPDX-License-Identifier: GPL-3.0-or-later
// A connect that is refused, raced against a limit: || waits for the first success, and the refusal is told to nobody.
// On a plain io_context: 200 timeout | 200 run returned
#include "case.hpp"

awaitable<int> dial()
{
    co_await nap(20ms);
    throw system_error{asio::error::connection_refused};
}

awaitable<void> run()
{
    const auto result = co_await (dial() || nap(200ms));
    println(result.index() == 1 ? "timeout" : "connected");
}
