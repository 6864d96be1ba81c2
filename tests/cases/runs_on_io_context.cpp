// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/stage.hpp"

#include <boost/asio/io_context.hpp>

namespace {

/// Where println() of the running case goes: as in a sandbox file it is a function that knows of no run.
awaitscope::cases::Lines* printed = nullptr;

} // namespace

void printLine(const string& text)
{
    if (printed) // what frames print when they are torn down is not the case's
        printed->push_back(std::to_string(awaitscope::test::TurnedClock::current.count()) + ' ' + text);
}

void expect(const string& text, bool holds) { printed->push_back((holds ? "holds: " : "violated: ") + text); }

namespace awaitscope::cases {

Lines linesOf(const Case& which, std::optional<std::chrono::milliseconds> cancelAfter)
{
    test::TurnedClock::wind();
    Lines lines;
    printed = &lines;
    {
        asio::io_context context;
        if (!perform(context, which.run, cancelAfter, [&] { test::runTurning(context); }))
            lines.emplace_back("run stuck");
        printed = nullptr;
    }
    printed = &lines;
    if (which.judge)
        which.judge();
    printed = nullptr;
    return lines;
}

} // namespace awaitscope::cases
