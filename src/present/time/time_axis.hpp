// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/virtual_time.hpp"

#include <vector>

namespace awaitscope {

/// Time ↔ pixel. All scopes, the map and the flag share one, so that they align.
struct TimeAxis
{
    VirtualDuration length{}; ///< of what is seen: the axis goes from `from` to `from + length`
    double left = 0;          ///< pixel of `from`
    double right = 0;         ///< pixel of the end
    VirtualTime from{};       ///< after 0 only while one has zoomed in

    friend bool operator==(const TimeAxis&, const TimeAxis&) = default;

    VirtualTime end() const { return from + length; }
    bool contains(VirtualTime time) const { return time >= from && time <= end(); }

    /// Not clamped: a time past the end lies right of `right`. `left` while the axis has no length.
    double toX(VirtualTime time) const;
    double toX(VirtualDuration sinceStart) const { return toX(VirtualTime{sinceStart}); }

    /// The nearest microsecond, clamped to the axis.
    VirtualTime toTime(double x) const;

    /// What a drag snaps to, clamped to the axis: the nearest whole millisecond, or a tenth, a hundredth, a thousandth of
    /// one where one has zoomed in so far that a hand can tell them apart, or ten, a hundred and so on where a pixel is worth as much.
    VirtualTime toSnapped(double x) const;

    /// The same for a playhead, which beyond the end of the axis is at the end, whatever its number.
    VirtualTime toScrubbed(double x) const { return x >= right ? end() : toSnapped(x); }

    /// Round times, 1-2-5 steps, at least `spacing` pixels apart.
    std::vector<VirtualTime> ticks(double spacing) const;
};

} // namespace awaitscope
