// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/traffic/traffic.hpp"

#include "core/run/traffic_run.hpp"
#include "core/run/traffic_stage.hpp"
#include "lesson/run/variant_host.hpp"
#include "lesson/traffic/traffic_host.hpp"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr VirtualDuration oneHour = std::chrono::hours{1};

std::size_t hourOf(VirtualTime time) { return static_cast<std::size_t>(time.time_since_epoch() / oneHour); }

std::int64_t inSeconds(VirtualDuration duration) { return duration / std::chrono::seconds{1}; }

/// Counts what the requests of an order get.
class Counting final : public TrafficClients
{
public:
    Counting(const TrafficOrder& order, const TrafficObserver& observer, TrafficTally& result)
        : m_source(order), m_order(order), m_observer(observer), m_result(result),
          m_timeToLive(std::chrono::hours{order.spec.timeToLiveHours})
    {}

    bool next(TrafficRequest& request) override
    {
        if (!m_source.next(request))
            return false;
        m_number = request.number;
        return true;
    }

    bool isStopped() override
    {
        // Not each time: to ask may cost as much as to serve.
        if (++m_asked % 512 != 0)
            return false;
        if (m_observer.progressed && m_number - m_told >= m_order.spec.requests / 200) {
            m_told = m_number;
            m_observer.progressed(static_cast<double>(m_number) / static_cast<double>(m_order.spec.requests));
        }
        return m_observer.stop && m_observer.stop();
    }

    void answered(const TrafficRequest& request, const TrafficAnswer& answer) override
    {
        TrafficCounts& counts = in(hourOf(request.arrival));
        // By when it came: what is taken from the cache while it is fresh may well expire on its way.
        const bool isStale = answer.given && *answer.given + m_timeToLive <= request.arrival;
        const VirtualDuration waited = answer.at - request.arrival;
        ++(!answer.given ? counts.none : isStale ? counts.stale : counts.fresh);
        counts.asked += static_cast<std::uint64_t>(answer.asked);
        if (answer.isTimely) {
            m_result.waited.add(waited.count());
            counts.waited += static_cast<double>(waited.count());
        }
        if (answer.given) {
            const std::int64_t age = inSeconds(answer.at - *answer.given);
            m_result.age.add(age);
            if (isStale)
                m_result.ageOfStale.add(age);
        }
        // What was old before had nothing to do with the timeout: an entry lives a little longer than its data.
        if (isStale && answer.at >= m_source.release())
            complain(request, answer.at);
        if (answer.asked == 0)
            return;
        ++counts.missed;
        if (request.limit.isNever())
            return;
        ++counts.raced;
        if (!answer.hadEntry)
            return;
        ++counts.exposed;
        keep(request, answer, isStale);
    }

    void lost(VirtualTime obtained) override { ++in(hourOf(obtained)).lost; }

private:
    TrafficCounts& in(std::size_t index)
    {
        if (index >= m_result.hours.size())
            m_result.hours.resize(index + 1);
        return m_result.hours[index];
    }

    void complain(const TrafficRequest& request, VirtualTime at)
    {
        const double patience = TrafficSource::drawOf(m_order.seed, request.number);
        if (m_result.records.empty() || patience < m_result.records.back().first)
            m_result.records.emplace_back(patience, at);
    }

    void keep(const TrafficRequest& request, const TrafficAnswer& answer, bool isStale)
    {
        TrafficPoint point;
        point.number = request.number;
        point.arrival = request.arrival;
        point.times.assign(request.times.begin(),
                           request.times.begin() + static_cast<std::ptrdiff_t>(m_order.spec.times.size()));
        point.waited = answer.at - request.arrival;
        if (answer.obtained)
            point.obtainedAfter = *answer.obtained - request.arrival;
        if (answer.given)
            point.age = answer.at - *answer.given;
        point.isStale = isStale;
        point.isLost = answer.obtained && !answer.isStored;
        if (point.isLost) {
            m_result.lostFrom.add(point.obtainedAfter->count());
            m_result.lostUntil.add(point.waited.count());
        }
        (point.isLost ? m_result.lost : isStale ? m_result.stale : m_result.others).add(point);
    }

    TrafficSource m_source;
    const TrafficOrder& m_order;
    const TrafficObserver& m_observer;
    TrafficTally& m_result;
    VirtualDuration m_timeToLive;
    std::uint64_t m_number = 0;
    std::uint64_t m_told = 0;
    std::uint64_t m_asked = 0;
};

/// Each request that came by the downstream is a draw of its own, with the chance of its hour, whatever happened before: so that
/// what is counted is off the sum of chances by no more than that many draws are.
void expect(const Lesson& lesson, TrafficResult& result)
{
    const Result<OutcomeRegions> regions = OutcomeRegions::make(lesson, result.order);
    if (!regions) {
        result.whyNoChances = regions.error();
        return;
    }
    std::vector<VirtualDuration> usual;
    for (const TrafficTimes& times : result.order.spec.times)
        usual.push_back(result.order.scenario.parameters.at(times.parameter));
    result.lostSpan = regions->lostWithin(usual);
    double staleVariance = 0;
    double lostVariance = 0;
    for (std::size_t hour = 0; hour < result.hours.size(); ++hour) {
        const TrafficCounts& counts = result.hours[hour];
        if (counts.raced == 0)
            continue;
        const unsigned slow = result.slow[hour];
        auto known = result.chances.find(slow);
        if (known == result.chances.end())
            known = result.chances.emplace(slow, regions->chances(slow)).first;
        const TrafficChances& chances = known->second;
        const auto exposed = static_cast<double>(counts.exposed);
        const auto raced = static_cast<double>(counts.raced);
        result.expectedStale.value += exposed * chances.stale;
        staleVariance += exposed * chances.stale * (1 - chances.stale);
        result.expectedLost.value += raced * chances.lost;
        lostVariance += raced * chances.lost * (1 - chances.lost);
    }
    result.expectedStale.standardError = std::sqrt(staleVariance);
    result.expectedLost.standardError = std::sqrt(lostVariance);
}

} // namespace

TrafficCounts& TrafficCounts::operator+=(const TrafficCounts& other)
{
    fresh += other.fresh;
    stale += other.stale;
    none += other.none;
    lost += other.lost;
    asked += other.asked;
    missed += other.missed;
    raced += other.raced;
    exposed += other.exposed;
    waited += other.waited;
    return *this;
}

void TrafficPoints::add(const TrafficPoint& point)
{
    if (m_seen++ % m_every != 0)
        return;
    if (m_points.size() == most) {
        // Every other one goes, and from now on only half as many come.
        std::size_t kept = 0;
        for (std::size_t index = 0; index < m_points.size(); index += 2, ++kept) {
            if (kept != index) // the first stays: moved onto itself it would lose its times
                m_points[kept] = std::move(m_points[index]);
        }
        m_points.resize(kept);
        m_every *= 2;
        if ((m_seen - 1) % m_every != 0)
            return;
    }
    m_points.push_back(point);
}

std::optional<VirtualTime> TrafficResult::firstComplaint(double oneIn) const
{
    const auto first = std::ranges::find_if(records, [oneIn](const auto& record) { return record.first * oneIn < 1; });
    return first == records.end() ? std::nullopt : std::optional{first->second};
}

std::optional<double> TrafficResult::expectedStaleIn(std::size_t hour) const
{
    if (whyNoChances)
        return std::nullopt;
    const auto known = chances.find(slow[hour]);
    return known == chances.end() ? 0 : static_cast<double>(hours[hour].exposed) * known->second.stale;
}

bool servesTraffic(const Lesson& lesson, std::string_view variant)
{
    if (!lesson.traffic)
        return false;
    if (const std::shared_ptr<VariantHost> host = lesson.findHost(variant))
        return dynamic_cast<TrafficHost*>(host.get()) != nullptr;
    const Program* const program = lesson.findProgram(variant);
    return program && program->makeTraffic;
}

std::vector<std::string> servedVariants(const Lesson& lesson, const Scenario& scenario)
{
    std::vector<std::string> served;
    for (const VariantSpec& variant : lesson.variants) {
        const bool isWanted = variant.isShownAtFirst || std::ranges::find(scenario.variants, variant.name) != scenario.variants.end();
        if (isWanted && servesTraffic(lesson, variant.name))
            served.push_back(variant.name);
    }
    return served;
}

Result<std::optional<TrafficTally>> serveTraffic(const Program& program, const TrafficOrder& order, const TrafficObserver& observer)
{
    TrafficConditions conditions{order.scenario.model, order.scenario.cancelOn, {}, {}, std::chrono::hours{order.spec.timeToLiveHours}};
    for (const auto& parameter : order.scenario.parameters)
        conditions.parameters.push_back(parameter);
    for (const TrafficTimes& times : order.spec.times)
        conditions.timeNames.push_back(times.parameter);
    TrafficTally tally;
    Counting counting{order, observer, tally};
    const Result<bool> done = simulateTraffic(program, conditions, counting);
    if (!done)
        return done.error();
    return *done ? std::optional{std::move(tally)} : std::nullopt;
}

Result<std::optional<TrafficResult>> runTraffic(const Lesson& lesson, const TrafficOrder& order, const TrafficObserver& observer)
{
    const std::string& variant = order.scenario.variants.front();
    if (std::optional<Diagnostic> error = whyNotServed(order.spec))
        return *std::move(error);
    if (order.oneKeyIn < 1 || order.oneKeyIn > order.spec.keys)
        return Diagnostic{"A sample cannot be one key in " + std::to_string(order.oneKeyIn) + ". Allowed: 1 to "
                              + std::to_string(order.spec.keys) + ", as there are so many keys.", {}, 0};
    const std::shared_ptr<VariantHost> host = lesson.findHost(variant);
    auto* const elsewhere = dynamic_cast<TrafficHost*>(host.get());
    const Program* const program = lesson.findProgram(variant);
    if (!elsewhere && (host || !program || !program->makeStage))
        return Diagnostic{"Traffic is for variants that are compiled, and " + variant + " of " + lesson.slug + " is not.", {}, 0};
    Result<std::optional<TrafficTally>> served =
        elsewhere ? elsewhere->serve(order, observer) : serveTraffic(*program, order, observer);
    if (!served)
        return std::move(served).error();
    if (!*served)
        return std::optional<TrafficResult>{};
    const TrafficSource source{order};
    TrafficResult result;
    static_cast<TrafficTally&>(result) = **std::move(served);
    result.order = order;
    result.release = source.release();
    for (std::size_t index = 0; index < result.hours.size(); ++index) {
        result.counts += result.hours[index];
        result.slow.push_back(source.slowIn(static_cast<std::int64_t>(index)));
    }
    expect(lesson, result);
    if (observer.progressed)
        observer.progressed(1);
    return std::optional{std::move(result)};
}

Result<TrafficOrder> trafficOf(const Lesson& lesson, const Scenario& scenario)
{
    if (!lesson.traffic)
        return Diagnostic{"The lesson " + lesson.slug + " has no traffic: its lesson.toml has no [traffic].", {}, 0};
    TrafficOrder order;
    order.scenario = scenario;
    order.scenario.time.reset();
    order.spec = *lesson.traffic;
    if (scenario.variants.size() != 1)
        return Diagnostic{"Traffic is served by one variant at a time, and the scenario names " + std::to_string(scenario.variants.size())
                              + '.', {}, 0};
    if (std::holds_alternative<AtAwait>(scenario.timeout) || std::holds_alternative<BeforeStart>(scenario.timeout))
        return Diagnostic{"The timeout of traffic is a time, such as timeout=350ms, or none: each request comes by its awaits at another one.",
                          {}, 0};
    return order;
}

std::optional<Scenario> scenarioOf(const Lesson& lesson, const TrafficOrder& order, const TrafficPoint& point)
{
    Scenario scenario = order.scenario;
    scenario.variants = defaultScenario(lesson).variants;
    const std::string& served = order.scenario.variants.front();
    if (std::ranges::find(scenario.variants, served) == scenario.variants.end()) // one that is not shown at first
        scenario.variants.push_back(served);
    for (std::size_t i = 0; i < point.times.size(); ++i) {
        const ParameterSpec& parameter = *lesson.findParameter(order.spec.times[i].parameter);
        if (point.times[i] < parameter.minimum || point.times[i] > parameter.maximum)
            return std::nullopt;
        scenario.parameters[parameter.name] = point.times[i];
    }
    return scenario;
}

} // namespace awaitscope
