// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/traffic_stage.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/format/traffic_spec.hpp"

#include <boost/random/discrete_distribution.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace awaitscope {

/// What is served: all of it decides about every byte of the result.
struct TrafficOrder
{
    /// Its lesson, one variant, meaning, timeout (a time, or none) and parameters, around which the times of requests lie.
    Scenario scenario;
    TrafficSpec spec;
    std::uint64_t seed = 1;
    /// Of this many keys only one is served, with all of its requests: those are the very same ones as in the whole. 1: all.
    int oneKeyIn = 1;

    friend bool operator==(const TrafficOrder&, const TrafficOrder&) = default;
};

/// Whether that key is one of a sample. Neighbours in popularity are in samples of their own, so that each has of all kinds.
bool isSampled(std::size_t keyNumber, int oneKeyIn);

/// The requests of an order, one after the other. What a request brings along depends on the seed and its number alone, so that
/// other variants, timeouts and shares have the same random numbers; its arrival also on those before it.
class TrafficSource
{
public:
    explicit TrafficSource(const TrafficOrder& order);

    /// False: there are no more.
    bool next(TrafficRequest& request);

    /// When the caller gets its timeout.
    VirtualTime release() const { return m_release; }

    /// Of the times of the order those that are slow in that hour, as bits. The same for all requests of it.
    unsigned slowIn(std::int64_t hour) const;

    /// In [0, 1): a number of that request's own, for whoever decides something about it.
    static double drawOf(std::uint64_t seed, std::uint64_t number);

private:
    VirtualTime arriveAfter(double gap);

    TrafficOrder m_order;
    VirtualTime m_release;
    std::optional<VirtualDuration> m_timeout;
    boost::random::discrete_distribution<std::size_t> m_keys;
    std::vector<VirtualDuration> m_medians;
    std::array<double, 24> m_day{}; ///< requests in each hour of a day, of those that come on average
    double m_perHour = 0;           ///< on average
    std::uint64_t m_next = 0;
    std::int64_t m_hour = 0;
    double m_inHour = 0; ///< of it what has passed
};

} // namespace awaitscope
