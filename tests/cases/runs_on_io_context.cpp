// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/stage.hpp"

#include <boost/asio/io_context.hpp>

namespace awaitscope::cases {

Outcome runCase(const string&, awaitable<void> (*run)(), std::optional<std::chrono::milliseconds> cancelAfter)
{
    test::TurnedClock::wind();
    Outcome outcome;
    console().print = [&outcome](const string& text) {
        outcome.lines.push_back(text.empty() ? "run stuck" : std::to_string(test::TurnedClock::current.count()) + ' ' + text);
    };
    {
        asio::io_context context;
        perform(context, run, cancelAfter, [&] { test::runTurning(context); });
        console().print = [](const string&) {}; // what its frames print when they are torn down is not the case's
    }
    console().print = nullptr;
    return outcome;
}

} // namespace awaitscope::cases
