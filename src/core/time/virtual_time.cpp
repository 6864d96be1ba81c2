// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/virtual_time.hpp"

#include <charconv>

namespace awaitscope {

namespace {

struct Unit
{
    std::string_view name;
    VirtualDuration length;
};

// Largest first: toText takes the first that divides the duration.
constexpr Unit units[] = {
    {"s", std::chrono::seconds{1}},
    {"ms", std::chrono::milliseconds{1}},
    {"us", std::chrono::microseconds{1}},
};

} // namespace

std::optional<VirtualDuration> tryParseDuration(std::string_view text)
{
    std::int64_t count = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, count);
    if (error != std::errc{} || count < 0)
        return std::nullopt;
    const std::string_view unitName{rest, static_cast<std::size_t>(end - rest)};
    for (const Unit& unit : units) {
        if (unit.name == unitName) {
            // Divided, as the product could overflow before it is compared.
            if (count > maxDuration / unit.length)
                return std::nullopt;
            return unit.length * count;
        }
    }
    return std::nullopt;
}

std::string toText(VirtualDuration duration)
{
    if (duration == VirtualDuration::zero())
        return "0ms";
    for (const Unit& unit : units) {
        if (duration % unit.length == VirtualDuration::zero())
            return std::to_string(duration / unit.length).append(unit.name);
    }
    return {}; // not reached: every duration is a whole number of microseconds
}

std::string toReadableText(VirtualDuration duration)
{
    const std::int64_t microseconds = duration.count();
    std::string text = std::to_string(microseconds / 1000);
    if (const std::int64_t rest = microseconds % 1000; rest != 0) {
        // The 1 in front keeps the zeros behind the point: 1 µs is .001 ms.
        std::string decimals = std::to_string(1000 + rest).substr(1);
        decimals.erase(decimals.find_last_not_of('0') + 1);
        text += '.' + decimals;
    }
    return text + " ms";
}

std::string toReadableText(VirtualTime time)
{
    return toReadableText(time.time_since_epoch());
}

} // namespace awaitscope
