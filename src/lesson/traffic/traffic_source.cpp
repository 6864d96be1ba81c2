// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/traffic/traffic_source.hpp"

#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_01.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace awaitscope {

namespace {

constexpr std::int64_t microsecondsAnHour = 3'600'000'000;

/// SplitMix64 (Steele, Lea, Flood 2014): its state is a counter, so that every request can have one of its own for nothing.
/// The distributions are Boost's: those of the standard library differ from one to the next.
class CounterEngine
{
public:
    using result_type = std::uint64_t;
    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

    CounterEngine(std::uint64_t seed, std::uint64_t stream) : m_state(mixed(mixed(seed) + stream)) {}

    result_type operator()() { return mixed(m_state += 0x9e3779b97f4a7c15U); }

private:
    static result_type mixed(result_type value)
    {
        value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
        value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
        return value ^ (value >> 31U);
    }

    std::uint64_t m_state;
};

// Streams that are none of a request's: requests count from 0.
constexpr std::uint64_t streamOfHours = std::uint64_t{1} << 62U;
constexpr std::uint64_t streamOfDraws = std::uint64_t{1} << 63U;

/// How busy people are, hour by hour from midnight; only the ratios count.
constexpr std::array<int, 24> busyness = {30, 22, 18, 16, 16, 20, 34, 58,  88,  108, 120, 126,
                                          130, 126, 122, 120, 120, 124, 134, 140, 130, 106, 74, 48};

std::vector<double> zipf(int keys, double exponent)
{
    std::vector<double> weights;
    weights.reserve(static_cast<std::size_t>(keys));
    for (int rank = 1; rank <= keys; ++rank)
        weights.push_back(std::pow(static_cast<double>(rank), -exponent));
    return weights;
}

} // namespace

bool isSampled(std::size_t keyNumber, int oneKeyIn)
{
    const auto every = static_cast<std::size_t>(oneKeyIn);
    return keyNumber % every == (every - 1) / 2;
}

TrafficSource::TrafficSource(const TrafficOrder& order)
    : m_order(order)
    , m_release(VirtualDuration{std::chrono::hours{24 * 7 * order.spec.releaseWeek}})
    , m_keys(zipf(order.spec.keys, order.spec.popularity))
    , m_perHour(static_cast<double>(order.spec.requests) / (24 * 7 * order.spec.weeks))
{
    if (const auto* const timeout = std::get_if<VirtualDuration>(&order.scenario.timeout))
        m_timeout = *timeout;
    for (const TrafficTimes& times : order.spec.times)
        m_medians.push_back(order.scenario.parameters.at(times.parameter));
    const double mean = std::accumulate(busyness.begin(), busyness.end(), 0.0) / 24;
    std::ranges::transform(busyness, m_day.begin(), [mean](int busy) { return busy / mean; });
}

VirtualTime TrafficSource::arriveAfter(double gap)
{
    // A Poisson process whose rate is the same within an hour: `gap` is of one with the rate 1, and is used up hour by hour.
    for (;;) {
        const double rate = m_perHour * m_day[static_cast<std::size_t>(m_hour % 24)];
        const double left = (1 - m_inHour) * rate;
        if (gap < left) {
            m_inHour += gap / rate;
            break;
        }
        gap -= left;
        m_inHour = 0;
        ++m_hour;
    }
    const auto inHour = static_cast<std::int64_t>(m_inHour * static_cast<double>(microsecondsAnHour));
    return fromMicroseconds(m_hour * microsecondsAnHour + inHour);
}

unsigned TrafficSource::slowIn(std::int64_t hour) const
{
    CounterEngine engine{m_order.seed, streamOfHours + static_cast<std::uint64_t>(hour)};
    boost::random::uniform_01<double> uniform;
    unsigned slow = 0;
    for (std::size_t i = 0; i < m_order.spec.times.size(); ++i) {
        if (uniform(engine) < m_order.spec.times[i].slowHours)
            slow |= 1U << i;
    }
    return slow;
}

double TrafficSource::drawOf(std::uint64_t seed, std::uint64_t number)
{
    CounterEngine engine{seed, streamOfDraws + number};
    return boost::random::uniform_01<double>{}(engine);
}

bool TrafficSource::next(TrafficRequest& request)
{
    boost::random::exponential_distribution<double> exponential;
    while (m_next < m_order.spec.requests) {
        const std::uint64_t number = m_next++;
        CounterEngine engine{m_order.seed, number};
        request.arrival = arriveAfter(exponential(engine));
        request.keyNumber = m_keys(engine);
        if (!isSampled(request.keyNumber, m_order.oneKeyIn))
            continue;
        request.number = number;
        request.key = "key/" + std::to_string(request.keyNumber + 1);
        request.limit.isOfRun = true;
        request.limit.after = request.arrival < m_release ? std::nullopt : m_timeout;
        const unsigned slow = slowIn(m_hour);
        boost::random::normal_distribution<double> normal;
        boost::random::uniform_01<double> uniform;
        for (std::size_t i = 0; i < m_medians.size(); ++i) {
            const TrafficTimes& times = m_order.spec.times[i];
            double time = static_cast<double>(m_medians[i].count()) * std::exp(times.spread * normal(engine));
            const bool isSlow = uniform(engine) < times.slowShare; // drawn also where it does not count
            if (isSlow || (slow & (1U << i)) != 0)
                time *= times.slowFactor;
            time = std::min(time, static_cast<double>(longestTrafficTime.count()));
            request.times[i] = VirtualDuration{static_cast<std::int64_t>(time + 0.5)};
        }
        return true;
    }
    return false;
}

} // namespace awaitscope
