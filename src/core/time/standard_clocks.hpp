// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/virtual_time.hpp"

#include <chrono>
#include <type_traits>

namespace awaitscope {

/// The clocks of the standard library whose timers wait in virtual time.
template <class Clock>
concept StandardClock = std::is_same_v<Clock, std::chrono::steady_clock> || std::is_same_v<Clock, std::chrono::system_clock> ||
                        std::is_same_v<Clock, std::chrono::high_resolution_clock>;

/// What a clock of the standard library shows when a run begins: the same in every run, so that nothing of the machine's own
/// clock gets into one. Not its epoch, which a program may take for "never".
template <StandardClock Clock>
constexpr typename Clock::time_point startOn()
{
    if constexpr (std::is_same_v<Clock, std::chrono::system_clock>)
        return std::chrono::sys_days{std::chrono::year{2026} / std::chrono::January / 1};
    else
        return typename Clock::time_point{std::chrono::hours{24}};
}

/// What a clock of the standard library shows at `time` of a run. Exact.
template <StandardClock Clock>
constexpr typename Clock::time_point timeOn(VirtualTime time)
{
    return startOn<Clock>() + time.time_since_epoch();
}

/// When, in a run, a timer is due that must not fire before `shown`: in whole microseconds, rounded up.
/// The nearest time there is for what lies further back than can be told.
template <class Clock, class Duration>
    requires StandardClock<Clock>
constexpr VirtualTime dueTime(std::chrono::time_point<Clock, Duration> shown)
{
    constexpr Duration start = startOn<Clock>().time_since_epoch();
    const Duration since = shown.time_since_epoch();
    const Duration sinceStart = since < Duration::min() + start ? Duration::min() : since - start;
    return VirtualTime{std::chrono::ceil<VirtualDuration>(sinceStart)};
}

} // namespace awaitscope
