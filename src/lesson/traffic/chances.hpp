// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "lesson/traffic/traffic_source.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace awaitscope {

/// Of a request for something that had expired: how likely its client gets the old answer, and how likely what was obtained is
/// never stored.
struct TrafficChances
{
    double stale = 0;
    double lost = 0;
};

/// What every timeout gives for whatever times: the outcome map with its borders as sums of the times.
/// Another request for the same key at the same time is not thought of.
class OutcomeRegions
{
public:
    /// Timeouts from its border on, up to that of the next one, have its outcome.
    struct Region
    {
        std::int64_t constant = 0;              ///< its border: this, and
        std::vector<std::int64_t> coefficients; ///< so many times each of the times
        bool isStale = false;
        bool isLost = false;
    };

    /// From the exact maps (sweep()) of the order's variant at several times, and a run for each of their stretches.
    /// An error where the borders are no sums of the times, or not at all of them: then nothing is known of the others; and where the
    /// variant runs elsewhere.
    static Result<OutcomeRegions> make(const Lesson& lesson, const TrafficOrder& order);

    /// The chances with the order's distributions and timeout, in an hour in which the times of `slow` are slow.
    TrafficChances chances(unsigned slow) const;

    /// From where on, with these times, a timeout loses what was obtained, and up to where, both in microseconds; empty where none does.
    struct Span
    {
        std::int64_t from = 0;
        std::int64_t last = 0;
    };
    std::optional<Span> lostWithin(const std::vector<VirtualDuration>& times) const;

private:
    std::int64_t borderOf(const Region& region, const std::vector<VirtualDuration>& times) const;

    TrafficOrder m_order;
    std::vector<Region> m_regions; ///< in the order of their borders; the first has none
};

} // namespace awaitscope
