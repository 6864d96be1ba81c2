// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace awaitscope {

/// The clock of a run. It has no now(): only the run that owns it knows what time it is.
struct VirtualClock
{
    using rep = std::int64_t;
    using period = std::micro;
    using duration = std::chrono::duration<rep, period>;
    using time_point = std::chrono::time_point<VirtualClock>;
    static constexpr bool is_steady = true;
};

/// A length of virtual time in whole microseconds.
using VirtualDuration = VirtualClock::duration;

/// A moment of a run; VirtualTime{} is its start.
using VirtualTime = VirtualClock::time_point;

/// Microseconds since the start of the run.
constexpr std::int64_t toMicroseconds(VirtualTime time)
{
    return time.time_since_epoch().count();
}

constexpr VirtualTime fromMicroseconds(std::int64_t microseconds)
{
    return VirtualTime{VirtualDuration{microseconds}};
}

/// Reads "250ms", "20us" or "1s": a whole number that is not negative, and its unit.
/// Empty when the text is anything else, or more than maxDuration.
std::optional<VirtualDuration> tryParseDuration(std::string_view text);

/// The longest duration that can be typed, one hour: sums of a few never overflow.
inline constexpr VirtualDuration maxDuration = std::chrono::hours{1};

/// The shortest exact form that tryParseDuration reads: "1s", "250ms", "200001us".
std::string toText(VirtualDuration duration);

/// For people: milliseconds with as many decimals as needed, "250 ms", "200.001 ms".
std::string toReadableText(VirtualDuration duration);
std::string toReadableText(VirtualTime time);

} // namespace awaitscope
