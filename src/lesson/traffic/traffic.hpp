// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "lesson/traffic/chances.hpp"
#include "lesson/traffic/log_histogram.hpp"
#include "lesson/traffic/traffic_source.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace awaitscope {

/// What clients got of requests that came in some stretch of time. An answer is stale if it had expired before the client asked.
struct TrafficCounts
{
    std::uint64_t fresh = 0;
    std::uint64_t stale = 0;
    std::uint64_t none = 0;
    std::uint64_t lost = 0;   ///< obtained from the downstream, and never stored
    std::uint64_t asked = 0;  ///< how often the downstream was asked
    std::uint64_t missed = 0; ///< requests that asked it at least once
    /// Of those the ones with a timeout, and of these the ones for whose key something had been stored before.
    std::uint64_t raced = 0;
    std::uint64_t exposed = 0;
    double waited = 0; ///< the sum of what clients waited, in microseconds

    std::uint64_t answers() const { return fresh + stale + none; }
    TrafficCounts& operator+=(const TrafficCounts& other);
};

/// One request that can be looked at by itself.
struct TrafficPoint
{
    std::uint64_t number = 0;
    VirtualTime arrival;
    std::vector<VirtualDuration> times; ///< in the order of TrafficSpec::times
    VirtualDuration waited{};
    std::optional<VirtualDuration> obtainedAfter; ///< since it came; empty: nothing was obtained
    std::optional<VirtualDuration> age; ///< of what the client got, when it got it; empty: it got nothing
    bool isStale = false;
    bool isLost = false; ///< obtained, and not stored when the client had its answer
};

/// A few requests of one kind, evenly spread over all of them.
class TrafficPoints
{
public:
    static constexpr std::size_t most = 400;

    void add(const TrafficPoint& point);
    const std::vector<TrafficPoint>& points() const { return m_points; }

private:
    std::vector<TrafficPoint> m_points;
    std::uint64_t m_seen = 0;
    std::uint64_t m_every = 1;
};

/// An expected number, and by how much what is counted may well be off it.
struct Expected
{
    double value = 0;
    double standardError = 0;
};

/// What serving alone gives, in whichever process.
struct TrafficTally
{
    std::vector<TrafficCounts> hours; ///< by the hour in which requests came; lost ones by that in which they were obtained
    LogHistogram waited;              ///< microseconds, of all that were answered
    LogHistogram age;                 ///< seconds, of all that got something
    LogHistogram ageOfStale;          ///< seconds
    LogHistogram lostFrom;            ///< microseconds, of lost ones: from the request to what was obtained
    LogHistogram lostUntil;           ///< and to the answer that they got instead
    TrafficPoints lost;
    TrafficPoints stale;
    TrafficPoints others;
    /// Stale answers since the release, each less likely to be kept quiet about than all before it: all that decides about the first complaint.
    std::vector<std::pair<double, VirtualTime>> records;
};

struct TrafficResult : TrafficTally
{
    TrafficOrder order;
    VirtualTime release;
    TrafficCounts counts;       ///< all
    std::vector<unsigned> slow; ///< TrafficSource::slowIn() of each hour
    /// Chances by the hours' `slow`; or why there are none.
    std::map<unsigned, TrafficChances> chances;
    std::optional<Diagnostic> whyNoChances;
    /// Where, with the scenario's own times, a timeout loses what was obtained; empty where none does or nothing is known.
    std::optional<OutcomeRegions::Span> lostSpan;
    Expected expectedStale;
    Expected expectedLost;

    /// When the first client complains, of whom one in `oneIn` does that gets a stale answer since the release; empty: nobody does.
    std::optional<VirtualTime> firstComplaint(double oneIn) const;

    /// The stale answers that are expected of that hour, of those that came; empty where chances are not known.
    std::optional<double> expectedStaleIn(std::size_t hour) const;
};

/// What one may want to know of a run while it goes on; any may be empty. Called on the run's thread.
struct TrafficObserver
{
    std::function<bool()> stop = {};                    ///< true ends it
    std::function<void(double part)> progressed = {};   ///< 0 to 1, some hundred times
};

/// Whether that variant's code can serve traffic: its scenario has a service, here or in the process that runs it.
bool servesTraffic(const Lesson& lesson, std::string_view variant);

/// Which of them a scenario's weeks of traffic compare, in the lesson's order: those that serve any and are shown at first, and what the
/// scenario shows besides. More lines than that nobody tells apart.
std::vector<std::string> servedVariants(const Lesson& lesson, const Scenario& scenario);

/// Serves the order, which whyNotServed() has nothing against, by this very program. Empty, and no error: the observer stopped it.
Result<std::optional<TrafficTally>> serveTraffic(const Program& program, const TrafficOrder& order, const TrafficObserver& observer = {});

/// Serves the order by the variant's own code, and sets beside it what was to be expected. Errors: what cannot be served, in a sentence; what the code under test did wrong.
/// Empty, and no error: the observer stopped it. The result depends on nothing but lesson and order.
Result<std::optional<TrafficResult>> runTraffic(const Lesson& lesson, const TrafficOrder& order, const TrafficObserver& observer = {});

/// What the lesson's own traffic makes of a scenario: its [traffic], with the scenario's timeout and parameters.
/// An error if it has none, or if the scenario has several variants or aims its timeout at an await.
Result<TrafficOrder> trafficOf(const Lesson& lesson, const Scenario& scenario);

/// The scenario of that very request alone: the variants that are shown at first and the one that served it, its times for parameters. Empty if one of those is out of
/// the parameter's range.
std::optional<Scenario> scenarioOf(const Lesson& lesson, const TrafficOrder& order, const TrafficPoint& point);

} // namespace awaitscope
