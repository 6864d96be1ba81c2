// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>

namespace awaitscope::test {

/// The clock of an io_context that a test compares us with. In whole milliseconds, but as a real one it never shows the
/// same twice: each reading is a nanosecond later. Of timers that are due in one millisecond the one that was set first is
/// first, then; were they equal, io_context's heap would mix them as soon as there are four, which nobody meets in earnest.
/// All of one millisecond are due together nevertheless: the clock is turned to the beginning of it plus all the
/// nanoseconds that it ever went on by, and an expiry in it has fewer, from when it was made.
struct TurnedClock
{
    using rep = std::int64_t;
    using period = std::nano;
    using duration = std::chrono::duration<rep, period>;
    using time_point = std::chrono::time_point<TurnedClock>;
    static constexpr bool is_steady = true;

    static time_point now()
    {
        ++readings;
        return last();
    }

    /// Before each context: a clock is known by its type, so that there is one.
    static void wind()
    {
        current = {};
        readings = 0;
        earliest.reset();
    }

    /// Of the millisecond before the last reading.
    static time_point last() { return time_point{beginning + current + duration{readings}}; }

    /// Its epoch, to which a timer is set that nobody set, lies far back.
    static constexpr std::chrono::hours beginning{24};

    static inline std::chrono::milliseconds current{};
    static inline std::int64_t readings = 0;
    static inline std::optional<time_point> earliest; ///< of the expiries that are waited for
};

/// How long io_context sleeps until the earliest of its timers: not at all. It tells us when that is.
struct TurnedWait
{
    static TurnedClock::duration to_wait_duration(const TurnedClock::duration& left)
    {
        TurnedClock::earliest = TurnedClock::last() + left;
        return {};
    }
    static TurnedClock::duration to_wait_duration(const TurnedClock::time_point&) { return {}; }
};

/// Runs an io_context with such timers until nothing is left that could happen.
template <class Context>
void runTurning(Context& context)
{
    using namespace std::chrono;
    constexpr hours never{24 * 365}; // what is due later waits for time_point::max()
    for (;;) {
        TurnedClock::earliest.reset();
        while (context.poll() > 0) {
        }
        if (context.stopped() || !TurnedClock::earliest)
            return;
        const auto due = TurnedClock::earliest->time_since_epoch() - TurnedClock::beginning;
        if (due > never)
            return;
        TurnedClock::current = std::max(TurnedClock::current, floor<milliseconds>(due));
    }
}

} // namespace awaitscope::test
