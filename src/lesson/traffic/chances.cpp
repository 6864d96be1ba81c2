// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/traffic/chances.hpp"

#include "core/run/traffic_run.hpp"
#include "core/run/traffic_stage.hpp"
#include "lesson/run/sweep.hpp"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

using Times = std::vector<VirtualDuration>;

Diagnostic notToBeSaid(const std::string& why)
{
    return {"What is to be expected cannot be said: " + why, {}, 0};
}

/// Two requests for one key: the second comes when what the first has stored has expired.
class OneOfInterest final : public TrafficClients
{
public:
    OneOfInterest(const TrafficOrder& order, Times times, VirtualDuration timeout)
        : m_timeToLive(std::chrono::hours{order.spec.timeToLiveHours}), m_times(std::move(times)), m_timeout(timeout)
    {
    }

    bool next(TrafficRequest& request) override
    {
        if (m_made == 2)
            return false;
        request.number = static_cast<std::uint64_t>(m_made);
        request.key = "key/1";
        std::ranges::copy(m_times, request.times.begin());
        request.limit.isOfRun = true;
        if (m_made == 1) {
            request.arrival = second();
            request.limit.after = m_timeout;
        }
        ++m_made;
        return true;
    }

    void answered(const TrafficRequest& request, const TrafficAnswer& answer) override
    {
        if (request.number == 1)
            isStale = answer.given && *answer.given < second();
    }

    void lost(VirtualTime obtained) override { isLost = isLost || obtained >= second(); }

    bool isStale = false;
    bool isLost = false;

private:
    /// As late as the slowest first one allows.
    VirtualTime second() const { return VirtualTime{m_timeToLive + 10 * longestTrafficTime}; }

    VirtualDuration m_timeToLive;
    Times m_times;
    VirtualDuration m_timeout;
    int m_made = 0;
};

/// From `from` on every timeout has this outcome, up to the next stretch.
struct Stretch
{
    std::int64_t from = 0; ///< microseconds
    bool isStale = false;
    bool isLost = false;
};

class Maps
{
public:
    Maps(const Lesson& lesson, const TrafficOrder& order) : m_lesson(lesson), m_order(order) {}

    /// What every timeout gives a client, with these times: neighbours differ. The exact map says where to look; what it calls the same
    /// can be two things to a client, with one border between them.
    Result<std::vector<Stretch>> at(const Times& times) const
    {
        Scenario scenario = m_order.scenario;
        VirtualDuration sum{};
        for (std::size_t i = 0; i < times.size(); ++i) {
            scenario.parameters[m_order.spec.times[i].parameter] = times[i];
            sum += times[i];
        }
        const Result<std::optional<Sweep>> swept = sweep(m_lesson, scenario);
        if (!swept)
            return swept.error();
        std::vector<Stretch> stretches;
        const auto add = [&stretches](const Stretch& next) {
            if (stretches.empty() || stretches.back().isStale != next.isStale || stretches.back().isLost != next.isLost)
                stretches.push_back(next);
        };
        for (const MapSegment& segment : (*swept)->variants.front().map) { // nothing stopped it
            const Result<Stretch> first = tried(times, segment.from.count());
            // Long after everything has come to its end, where there is no other end.
            const Result<Stretch> last = tried(times, segment.last ? segment.last->count() : (segment.from + 4 * sum).count() + 1'000'000);
            if (!first || !last)
                return !first ? first.error() : last.error();
            add(*first);
            Stretch before = *first;
            Stretch after = *last;
            while ((before.isStale != after.isStale || before.isLost != after.isLost) && after.from - before.from > 1) {
                const Result<Stretch> middle = tried(times, before.from + (after.from - before.from) / 2);
                if (!middle)
                    return middle.error();
                (middle->isStale == before.isStale && middle->isLost == before.isLost ? before : after) = *middle;
            }
            if (after.isStale != before.isStale || after.isLost != before.isLost)
                add(after);
        }
        return stretches;
    }

private:
    /// What that timeout gives.
    Result<Stretch> tried(const Times& times, std::int64_t timeout) const
    {
        TrafficConditions conditions{m_order.scenario.model, m_order.scenario.cancelOn, {}, {},
                                     std::chrono::hours{m_order.spec.timeToLiveHours}};
        for (const auto& parameter : m_order.scenario.parameters)
            conditions.parameters.push_back(parameter);
        for (const TrafficTimes& each : m_order.spec.times)
            conditions.timeNames.push_back(each.parameter);
        OneOfInterest clients{m_order, times, VirtualDuration{timeout}};
        const Result<bool> done = simulateTraffic(*m_lesson.findProgram(m_order.scenario.variants.front()), conditions, clients);
        if (!done)
            return done.error();
        return Stretch{timeout, clients.isStale, clients.isLost};
    }

    const Lesson& m_lesson;
    const TrafficOrder& m_order;
};

/// At which the borders are looked at: the medians, and each of them a bit longer.
constexpr VirtualDuration step{1009};

double normalUpTo(double deviations) { return 0.5 * std::erfc(-deviations / std::sqrt(2.0)); }

/// One of the log-normal distributions that a time is a mixture of.
struct Component
{
    double share = 1;
    double median = 0;
};

std::vector<Component> componentsOf(const TrafficTimes& times, VirtualDuration median, bool isSlowHour)
{
    const auto usual = static_cast<double>(median.count());
    const double slow = usual * times.slowFactor;
    if (isSlowHour)
        return {{1, slow}};
    return {{1 - times.slowShare, usual}, {times.slowShare, slow}};
}

double upTo(double time, const TrafficTimes& times, const std::vector<Component>& components)
{
    if (time >= static_cast<double>(longestTrafficTime.count()))
        return 1;
    double sum = 0;
    for (const Component& component : components) {
        if (time <= 0)
            continue;
        if (times.spread == 0 || component.median == 0)
            sum += component.share * (time >= component.median ? 1 : 0);
        else
            sum += component.share * normalUpTo(std::log(time / component.median) / times.spread);
    }
    return sum;
}

/// Of the outcomes, over the distributions of all times: all but the last in strips of their exact weight, the last exactly.
class Integral
{
public:
    using Region = OutcomeRegions::Region;

    Integral(const TrafficOrder& order, const std::vector<Region>& regions, unsigned slow)
        : m_order(order), m_regions(regions), m_timeout(static_cast<double>(std::get<VirtualDuration>(order.scenario.timeout).count())),
          m_times(order.spec.times.size(), 0.0)
    {
        for (std::size_t i = 0; i < m_times.size(); ++i) {
            const TrafficTimes& times = order.spec.times[i];
            m_components.push_back(componentsOf(times, order.scenario.parameters.at(times.parameter), (slow & (1U << i)) != 0));
        }
    }

    TrafficChances make()
    {
        overTime(0, 1);
        return m_sum;
    }

private:
    void overTime(std::size_t which, double weight)
    {
        if (which + 1 == m_times.size())
            return overLast(weight);
        const double spread = m_order.spec.times[which].spread;
        for (const Component& component : m_components[which]) {
            if (component.share == 0)
                continue;
            if (spread == 0) {
                m_times[which] = component.median;
                overTime(which + 1, weight * component.share);
                continue;
            }
            // Eight standard deviations to either side.
            const int strips = m_times.size() == 2 ? 8192 : 128;
            double before = normalUpTo(-8);
            for (int strip = 0; strip < strips; ++strip) {
                const double middle = -8 + 16 * (strip + 0.5) / strips;
                const double after = normalUpTo(-8 + 16 * (strip + 1.0) / strips);
                m_times[which] = component.median * std::exp(spread * middle);
                overTime(which + 1, weight * component.share * (after - before));
                before = after;
            }
        }
    }

    double borderBut(const Region& region) const
    {
        double border = static_cast<double>(region.constant);
        for (std::size_t i = 0; i + 1 < m_times.size(); ++i)
            border += static_cast<double>(region.coefficients[i]) * m_times[i];
        return border;
    }

    void overLast(double weight)
    {
        const std::size_t last = m_times.size() - 1;
        // For which times of the last kind the timeout lies just on a border: between two of those the outcome is one.
        m_ends.clear();
        for (const Region& region : m_regions) {
            if (region.coefficients[last] == 0)
                continue;
            const double end = (m_timeout - borderBut(region)) / static_cast<double>(region.coefficients[last]);
            if (end > 0)
                m_ends.push_back(end);
        }
        std::ranges::sort(m_ends);
        m_ends.push_back(static_cast<double>(longestTrafficTime.count()));
        double from = 0;
        double before = 0;
        for (const double end : m_ends) {
            const double after = upTo(end, m_order.spec.times[last], m_components[last]);
            const double inside = (from + end) / 2;
            const Region* outcome = &m_regions.front();
            for (const Region& region : m_regions) {
                if (borderBut(region) + static_cast<double>(region.coefficients[last]) * inside <= m_timeout)
                    outcome = &region;
            }
            m_sum.stale += outcome->isStale ? weight * (after - before) : 0;
            m_sum.lost += outcome->isLost ? weight * (after - before) : 0;
            from = end;
            before = after;
        }
    }

    const TrafficOrder& m_order;
    const std::vector<Region>& m_regions;
    double m_timeout;
    std::vector<double> m_times;
    std::vector<std::vector<Component>> m_components; ///< of each of the times
    std::vector<double> m_ends;
    TrafficChances m_sum;
};

} // namespace

Result<OutcomeRegions> OutcomeRegions::make(const Lesson& lesson, const TrafficOrder& order)
{
    // Hundreds of tries, each of which a worker would have to be started for.
    if (lesson.runsElsewhere(order.scenario.variants.front()))
        return notToBeSaid("the version runs in a process of its own.");
    const Maps maps{lesson, order};
    const std::size_t count = order.spec.times.size();
    Times base;
    for (const TrafficTimes& times : order.spec.times)
        base.push_back(std::max(order.scenario.parameters.at(times.parameter), 10 * step));
    const Result<std::vector<Stretch>> middle = maps.at(base);
    if (!middle)
        return middle.error();
    OutcomeRegions regions;
    regions.m_order = order;
    for (const Stretch& stretch : *middle)
        regions.m_regions.push_back({stretch.from, {}, stretch.isStale, stretch.isLost});
    const auto isLikeTheMiddle = [&middle](const std::vector<Stretch>& map) {
        return std::ranges::equal(map, *middle, [](const Stretch& a, const Stretch& b) { return a.isStale == b.isStale && a.isLost == b.isLost; });
    };
    const auto otherStretches = [] { return notToBeSaid("with other times its outcome map has other stretches."); };
    for (std::size_t i = 0; i < count; ++i) {
        Times moved = base;
        moved[i] += step;
        const Result<std::vector<Stretch>> map = maps.at(moved);
        if (!map)
            return map.error();
        if (!isLikeTheMiddle(*map))
            return otherStretches();
        for (std::size_t k = 0; k < map->size(); ++k) {
            const std::int64_t by = (*map)[k].from - (*middle)[k].from;
            if (by % step.count() != 0)
                return notToBeSaid("the borders of its outcome map are no sums of its times.");
            regions.m_regions[k].coefficients.push_back(by / step.count());
        }
    }
    for (Region& region : regions.m_regions) {
        for (std::size_t i = 0; i < count; ++i)
            region.constant -= region.coefficients[i] * base[i].count();
    }
    // Whether all of it is so for quite other times too.
    for (const std::int64_t tenths : {3, 27, 61}) {
        Times times = base;
        for (std::size_t i = 0; i < count; ++i)
            times[i] = times[i] * (i % 2 == 0 ? tenths : 67 - tenths) / 10;
        const Result<std::vector<Stretch>> map = maps.at(times);
        if (!map)
            return map.error();
        if (!isLikeTheMiddle(*map))
            return otherStretches();
        for (std::size_t k = 0; k < map->size(); ++k) {
            if (regions.borderOf(regions.m_regions[k], times) != (*map)[k].from)
                return notToBeSaid("the borders of its outcome map are no sums of its times.");
        }
    }
    return regions;
}

std::int64_t OutcomeRegions::borderOf(const Region& region, const std::vector<VirtualDuration>& times) const
{
    std::int64_t border = region.constant;
    for (std::size_t i = 0; i < times.size(); ++i)
        border += region.coefficients[i] * times[i].count();
    return border;
}

std::optional<OutcomeRegions::Span> OutcomeRegions::lostWithin(const std::vector<VirtualDuration>& times) const
{
    std::optional<Span> span;
    for (std::size_t k = 0; k < m_regions.size(); ++k) {
        if (!m_regions[k].isLost)
            continue;
        const std::int64_t last = k + 1 < m_regions.size() ? borderOf(m_regions[k + 1], times) - 1 : longestTrafficTime.count();
        span = Span{span ? span->from : borderOf(m_regions[k], times), last};
    }
    return span;
}

TrafficChances OutcomeRegions::chances(unsigned slow) const
{
    if (!std::holds_alternative<VirtualDuration>(m_order.scenario.timeout) || m_order.spec.times.empty())
        return {};
    return Integral{m_order, m_regions, slow}.make();
}

} // namespace awaitscope
