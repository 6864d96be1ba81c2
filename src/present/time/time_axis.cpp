// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/time/time_axis.hpp"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr double tellApart = 10; // pixels: steps that are wider are worth dividing

} // namespace

double TimeAxis::toX(VirtualTime time) const
{
    if (length <= VirtualDuration::zero())
        return left;
    return left + (right - left) * static_cast<double>((time - from).count()) / static_cast<double>(length.count());
}

VirtualTime TimeAxis::toTime(double x) const
{
    if (right <= left)
        return from;
    const double share = std::clamp((x - left) / (right - left), 0.0, 1.0);
    return from + VirtualDuration{std::llround(share * static_cast<double>(length.count()))};
}

VirtualTime TimeAxis::toSnapped(double x) const
{
    if (length <= VirtualDuration::zero())
        return from;
    std::int64_t step = 1000;
    const auto pixels = [&] {
        return (right - left) * static_cast<double>(step) / static_cast<double>(length.count());
    };
    while (step > 1 && pixels() >= tellApart)
        step /= 10;
    while (pixels() * 10 <= 1) // what no pixel can mean is no number to aim at
        step *= 10;
    const std::int64_t nearest = (toMicroseconds(toTime(x)) + step / 2) / step * step;
    const std::int64_t first = (toMicroseconds(from) + step - 1) / step * step;
    const std::int64_t last = toMicroseconds(end()) / step * step;
    return fromMicroseconds(std::clamp(nearest, std::min(first, last), last));
}

std::vector<VirtualTime> TimeAxis::ticks(double spacing) const
{
    if (length <= VirtualDuration::zero() || right <= left)
        return {};
    const double least = spacing * static_cast<double>(length.count()) / (right - left); // µs
    std::int64_t step = 1;
    for (std::int64_t power = 1; static_cast<double>(step) < least; power *= 10) {
        for (const std::int64_t factor : {1, 2, 5, 10}) {
            step = power * factor;
            if (static_cast<double>(step) >= least)
                break;
        }
    }
    std::vector<VirtualTime> result;
    for (std::int64_t time = (toMicroseconds(from) + step - 1) / step * step; time <= toMicroseconds(end());
         time += step)
        result.push_back(fromMicroseconds(time));
    return result;
}

} // namespace awaitscope
