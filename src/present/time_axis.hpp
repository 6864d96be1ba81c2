// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/virtual_time.hpp"

#include <vector>

namespace awaitscope {

/// Time ↔ pixel. All scopes, the map and the flag share one, so that they align.
struct TimeAxis
{
    VirtualDuration length{}; ///< the axis goes from 0 to here
    double left = 0;          ///< pixel of 0
    double right = 0;         ///< pixel of `length`

    friend bool operator==(const TimeAxis&, const TimeAxis&) = default;

    /// Not clamped: a time past the end lies right of `right`. `left` while the axis has no length.
    double toX(VirtualTime time) const;
    double toX(VirtualDuration sinceStart) const { return toX(VirtualTime{sinceStart}); }

    /// The nearest microsecond, clamped to the axis.
    VirtualTime toTime(double x) const;

    /// The nearest whole millisecond, clamped to the axis: what a drag snaps to.
    VirtualTime toWholeMillisecond(double x) const;

    /// Round times from 0 on, 1-2-5 steps, at least `spacing` pixels apart.
    std::vector<VirtualTime> ticks(double spacing) const;
};

} // namespace awaitscope
