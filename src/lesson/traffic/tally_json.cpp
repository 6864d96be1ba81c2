// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/traffic/tally_json.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <initializer_list>
#include <stdexcept>
#include <utility>

namespace awaitscope {

namespace {

using Json = nlohmann::ordered_json;

// What no answer comes near: the code under test could have written it.
constexpr std::size_t mostHours = 40'000;
constexpr std::size_t mostRecords = 10'000;
constexpr std::uint64_t largestCount = std::uint64_t{1} << 50U;
constexpr std::int64_t longestTime = std::int64_t{1} << 60U; ///< microseconds

// The order in which they stand.
constexpr std::initializer_list<std::uint64_t TrafficCounts::*> counted{
    &TrafficCounts::fresh, &TrafficCounts::stale,  &TrafficCounts::none,  &TrafficCounts::lost,
    &TrafficCounts::asked, &TrafficCounts::missed, &TrafficCounts::raced, &TrafficCounts::exposed,
};
using Histogram = std::pair<const char*, LogHistogram TrafficTally::*>;
constexpr std::initializer_list<Histogram> histograms{
    {"waited", &TrafficTally::waited},        {"age", &TrafficTally::age},
    {"age_of_stale", &TrafficTally::ageOfStale}, {"lost_from", &TrafficTally::lostFrom},
    {"lost_until", &TrafficTally::lostUntil},
};
using Points = std::pair<const char*, TrafficPoints TrafficTally::*>;
constexpr std::initializer_list<Points> kinds{
    {"lost", &TrafficTally::lost}, {"stale", &TrafficTally::stale}, {"others", &TrafficTally::others}};

Json timeOrNull(const std::optional<VirtualDuration>& time) { return time ? Json(time->count()) : Json(nullptr); }

Json toJson(const LogHistogram& histogram)
{
    const LogHistogram::Kept kept = histogram.kept();
    Json counts = Json::array();
    for (const auto& [bucket, count] : kept.counts)
        counts.push_back({bucket, count});
    return {{"counts", std::move(counts)}, {"max", kept.max}, {"sum", kept.sum}};
}

Json toJson(const TrafficPoint& point)
{
    Json times = Json::array();
    for (const VirtualDuration time : point.times)
        times.push_back(time.count());
    return Json::array({point.number, toMicroseconds(point.arrival), point.waited.count(), timeOrNull(point.obtainedAfter),
                        timeOrNull(point.age), point.isStale, point.isLost, std::move(times)});
}

/// What is wrong is thrown: there is one sentence for all of it.
class TallyReader
{
public:
    explicit TallyReader(const TrafficOrder& order) : m_order(order) {}

    TrafficTally read(const Json& json) const
    {
        TrafficTally tally;
        std::uint64_t answers = 0;
        for (const Json& row : list(json.at("hours"), mostHours)) {
            TrafficCounts& counts = tally.hours.emplace_back();
            std::size_t column = 0;
            for (const auto member : counted)
                counts.*member = count(row.at(column++), largestCount);
            counts.waited = real(row.at(column));
            answers += counts.answers();
        }
        require(answers <= m_order.spec.requests);
        for (const auto& [key, member] : histograms)
            tally.*member = histogram(json.at(key));
        for (const auto& [key, member] : kinds) {
            for (const Json& point : list(json.at(key), TrafficPoints::most))
                (tally.*member).add(this->point(point));
        }
        for (const Json& record : list(json.at("records"), mostRecords))
            tally.records.emplace_back(real(record.at(0)), VirtualTime{time(record.at(1))});
        return tally;
    }

private:
    static void require(bool holds)
    {
        if (!holds)
            throw std::out_of_range("no tally");
    }

    static const Json& list(const Json& json, std::size_t most)
    {
        require(json.is_array() && json.size() <= most);
        return json;
    }

    static std::uint64_t count(const Json& json, std::uint64_t most)
    {
        require(json.is_number_unsigned() && json.get<std::uint64_t>() <= most);
        return json.get<std::uint64_t>();
    }

    static double real(const Json& json)
    {
        require(json.is_number() && std::isfinite(json.get<double>()) && json.get<double>() >= 0);
        return json.get<double>();
    }

    static VirtualDuration time(const Json& json)
    {
        return VirtualDuration{static_cast<std::int64_t>(count(json, static_cast<std::uint64_t>(longestTime)))};
    }

    static std::optional<VirtualDuration> timeOrNone(const Json& json) { return json.is_null() ? std::nullopt : std::optional{time(json)}; }

    static LogHistogram histogram(const Json& json)
    {
        LogHistogram::Kept kept;
        for (const Json& pair : list(json.at("counts"), LogHistogram::mostBuckets)) {
            const std::uint64_t bucket = count(pair.at(0), LogHistogram::mostBuckets - 1);
            require(kept.counts.empty() || kept.counts.back().first < bucket);
            kept.counts.emplace_back(static_cast<std::size_t>(bucket), count(pair.at(1), largestCount));
        }
        kept.max = time(json.at("max")).count();
        kept.sum = real(json.at("sum"));
        return LogHistogram{kept};
    }

    TrafficPoint point(const Json& json) const
    {
        TrafficPoint point;
        point.number = count(json.at(0), m_order.spec.requests);
        point.arrival = VirtualTime{time(json.at(1))};
        point.waited = time(json.at(2));
        point.obtainedAfter = timeOrNone(json.at(3));
        point.age = timeOrNone(json.at(4));
        point.isStale = json.at(5).get<bool>();
        point.isLost = json.at(6).get<bool>();
        for (const Json& each : list(json.at(7), m_order.spec.times.size()))
            point.times.push_back(time(each));
        require(point.times.size() == m_order.spec.times.size());
        return point;
    }

    const TrafficOrder& m_order;
};

} // namespace

Json toJson(const TrafficTally& tally)
{
    Json json;
    Json hours = Json::array();
    for (const TrafficCounts& counts : tally.hours) {
        Json row = Json::array();
        for (const auto member : counted)
            row.push_back(counts.*member);
        row.push_back(counts.waited);
        hours.push_back(std::move(row));
    }
    json["hours"] = std::move(hours);
    for (const auto& [key, member] : histograms)
        json[key] = toJson(tally.*member);
    for (const auto& [key, member] : kinds) {
        Json points = Json::array();
        for (const TrafficPoint& point : (tally.*member).points())
            points.push_back(toJson(point));
        json[key] = std::move(points);
    }
    Json records = Json::array();
    for (const auto& [patience, at] : tally.records)
        records.push_back({patience, toMicroseconds(at)});
    json["records"] = std::move(records);
    return json;
}

Result<TrafficTally> readTally(std::string_view text, const TrafficOrder& order)
{
    try {
        return TallyReader{order}.read(Json::parse(text));
    } catch (const Json::exception&) {
    } catch (const std::out_of_range&) {
    }
    return Diagnostic{"What it answered is no traffic. Leave the files alone that you have not opened.", {}, 0, true};
}

} // namespace awaitscope
