// SPDX-License-Identifier: GPL-3.0-or-later
// A group that waits for one success goes on after a failure: the second address answers.
// On a plain io_context: 60 address 2 | 60 run returned
#include "case.hpp"

awaitable<int> dials(int address, std::chrono::milliseconds after, bool answers)
{
    co_await nap(after);
    if (!answers)
        throw system_error{asio::error::connection_refused};
    co_return address;
}

awaitable<void> run()
{
    const auto result = co_await (dials(1, 20ms, false) || dials(2, 60ms, true));
    println("address ", result.index() == 0 ? std::get<0>(result) : std::get<1>(result));
}
