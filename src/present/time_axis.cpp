// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/time_axis.hpp"

#include <algorithm>
#include <cmath>

namespace awaitscope {

double TimeAxis::toX(VirtualTime time) const
{
    if (length <= VirtualDuration::zero())
        return left;
    return left + (right - left) * static_cast<double>(toMicroseconds(time)) / static_cast<double>(length.count());
}

VirtualTime TimeAxis::toTime(double x) const
{
    if (right <= left)
        return VirtualTime{};
    const double share = std::clamp((x - left) / (right - left), 0.0, 1.0);
    return fromMicroseconds(std::llround(share * static_cast<double>(length.count())));
}

VirtualTime TimeAxis::toWholeMillisecond(double x) const
{
    using std::chrono::milliseconds;
    const auto nearest = std::chrono::round<milliseconds>(toTime(x).time_since_epoch());
    return VirtualTime{std::min<VirtualDuration>(nearest, std::chrono::floor<milliseconds>(length))};
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
    for (std::int64_t time = 0; time <= length.count(); time += step)
        result.push_back(fromMicroseconds(time));
    return result;
}

} // namespace awaitscope
