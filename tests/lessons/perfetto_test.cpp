// SPDX-License-Identifier: GPL-3.0-or-later

// The Perfetto form of real runs, by what the Trace Event Format says of its fields. The schema is checked beside the
// trace's, in trace_schema_test.cpp.

#include "core/trace/perfetto_json.hpp"
#include "lessons/lesson_test.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace awaitscope::test {
namespace {

using Json = nlohmann::ordered_json;
using TrackId = std::pair<int, int>;

class Perfetto : public AlanTest
{
protected:
    /// Calls `look` for each run of many kinds.
    void forRuns(const std::function<void(const Trace&, const Json&)>& look)
    {
        for (const std::string model : {"asio", "drop", "eager"}) {
            for (const std::string timeout :
                 {"timeout=none", "timeout=0ms", "timeout=200ms", "timeout=250ms", "timeout=1s", "await=1", "await=2",
                  "await=1+", "await=2+", "await=2+&client=0ms", "timeout=250ms&client=0ms", "timeout=250ms&downstream=0ms"}) {
                for (const VariantRun& variant : run("model=" + model + '&' + timeout).variants) {
                    SCOPED_TRACE(model + ' ' + timeout + ' ' + variant.variant);
                    look(*variant.trace, toPerfettoJson(*variant.trace));
                }
            }
        }
    }

    static TrackId trackOf(const Json& event) { return {event.at("pid").get<int>(), event.at("tid").get<int>()}; }
    static std::int64_t beginOf(const Json& slice) { return slice.at("ts").get<std::int64_t>(); }
    static std::int64_t endOf(const Json& slice) { return beginOf(slice) + slice.at("dur").get<std::int64_t>(); }
};

TEST_F(Perfetto, EveryEventHasTheFieldsThatItsPhaseAsksFor)
{
    forRuns([](const Trace&, const Json& json) {
        for (const Json& event : json["traceEvents"]) {
            const std::string phase = event.at("ph");
            EXPECT_TRUE(event.contains("name") && event.contains("pid") && event.contains("args")) << event;
            if (phase == "M") {
                EXPECT_EQ(event.contains("tid"), event["name"] != "process_name") << event;
                continue;
            }
            EXPECT_TRUE(event.contains("tid") && event.contains("cat")) << event;
            EXPECT_TRUE(event.at("ts").is_number_integer() && event["ts"] >= 0) << event;
            const bool isWhole = phase == "X" ? event.at("dur").is_number_integer() && event["dur"] >= 0
                                              : phase == "i" && (event.at("s") == "t" || event["s"] == "g");
            EXPECT_TRUE(isWhole) << event;
        }
    });
}

TEST_F(Perfetto, EveryTrackIsNamedAndNoneHasTheNumberOfAProcess)
{
    forRuns([](const Trace&, const Json& json) {
        std::set<TrackId> named;
        std::set<int> numbers;
        for (const Json& event : json["traceEvents"]) {
            if (event["name"] != "thread_name")
                continue;
            EXPECT_TRUE(named.insert(trackOf(event)).second) << event;
            EXPECT_TRUE(numbers.insert(event["tid"].get<int>()).second) << "taken by another process: " << event;
        }
        for (const Json& event : json["traceEvents"]) {
            EXPECT_FALSE(numbers.contains(event["pid"].get<int>())) << event;
            if (event["ph"] != "M") {
                EXPECT_TRUE(named.contains(trackOf(event))) << event;
            }
        }
    });
}

TEST_F(Perfetto, SlicesOfATrackAreNestedOrApartAndTheOuterComesFirst)
{
    forRuns([](const Trace&, const Json& json) {
        std::map<TrackId, std::vector<std::int64_t>> openEnds; // of the slices around, the innermost last
        std::map<TrackId, std::int64_t> lastBegin;
        for (const Json& event : json["traceEvents"]) {
            if (event["ph"] != "X")
                continue;
            EXPECT_LE(lastBegin[trackOf(event)], beginOf(event)) << event;
            lastBegin[trackOf(event)] = beginOf(event);
            std::vector<std::int64_t>& open = openEnds[trackOf(event)];
            while (!open.empty() && open.back() <= beginOf(event) && open.back() < endOf(event))
                open.pop_back();
            EXPECT_TRUE(open.empty() || endOf(event) <= open.back()) << event;
            open.push_back(endOf(event));
        }
    });
}

TEST_F(Perfetto, EverythingHappensWithinTheRun)
{
    forRuns([](const Trace& trace, const Json& json) {
        const std::int64_t end = toMicroseconds(trace.end);
        for (const Json& event : json["traceEvents"]) {
            if (event["ph"] != "M") {
                EXPECT_LE(event["ph"] == "X" ? endOf(event) : beginOf(event), end) << event;
            }
        }
    });
}

TEST_F(Perfetto, NothingOfTheRunIsLeftOut)
{
    forRuns([](const Trace& trace, const Json& json) {
        std::map<std::string, std::size_t> counts;
        for (const Json& event : json["traceEvents"]) {
            if (event["ph"] != "M")
                ++counts[event["cat"].get<std::string>()];
        }
        EXPECT_EQ(counts["coroutine"], trace.coroutines.size());
        EXPECT_EQ(counts["await"], trace.awaits.size());
        EXPECT_EQ(counts["effect"], trace.effects.size());
        EXPECT_EQ(counts["world"], trace.spans.size());
        EXPECT_EQ(counts["value"], trace.values.size());
        EXPECT_EQ(counts["console"], trace.log.size());
        EXPECT_EQ(counts["cancel"], trace.firedAt ? 1U : 0U);
        EXPECT_EQ(counts["verdict"], trace.checks.size());
    });
}

TEST_F(Perfetto, SeveralRunsInOneFileAreWholeAndKeepTheirTracksApart)
{
    for (const std::string model : {"asio", "drop", "eager"}) {
        const ScenarioRun both = run("timeout=250ms&model=" + model);
        std::vector<const Trace*> traces;
        std::map<std::string, std::size_t> alone;
        for (const VariantRun& variant : both.variants) {
            traces.push_back(variant.trace.get());
            const Json own = toPerfettoJson(*variant.trace);
            for (const Json& event : own["traceEvents"])
                ++alone[event["name"].get<std::string>()];
        }
        const Json json = toPerfettoJson(traces, "awaitscope:both");
        EXPECT_EQ(Json::parse(toPerfettoText(traces, "awaitscope:both")), json);
        EXPECT_EQ(json["otherData"]["scenario"], "awaitscope:both");
        std::map<std::string, std::size_t> together;
        std::set<TrackId> named;
        std::set<int> numbers;
        std::set<int> processes;
        for (const Json& event : json["traceEvents"]) {
            ++together[event["name"].get<std::string>()];
            if (event["name"] == "process_name") {
                EXPECT_TRUE(processes.insert(event["pid"].get<int>()).second) << event;
            }
            if (event["name"] == "thread_name") {
                EXPECT_TRUE(named.insert(trackOf(event)).second) << event;
                EXPECT_TRUE(numbers.insert(event["tid"].get<int>()).second) << event;
            }
            EXPECT_TRUE(!event.contains("s") || event["s"] != "g") << "it would mark the other run too: " << event;
        }
        EXPECT_EQ(together, alone) << "nothing is left out";
        EXPECT_EQ(processes.size(), 4U);
        for (const Json& event : json["traceEvents"]) {
            EXPECT_FALSE(numbers.contains(event["pid"].get<int>())) << event;
            EXPECT_TRUE(event["ph"] == "M" || named.contains(trackOf(event))) << event;
        }
    }
}

} // namespace
} // namespace awaitscope::test
