// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/perfetto_json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace awaitscope::test {
namespace {

using Json = nlohmann::ordered_json;
using Strings = std::vector<std::string>;

VirtualTime at(std::int64_t microseconds) { return fromMicroseconds(microseconds); }

/// A caller, and work that was cancelled in its second await, after an effect.
Trace example()
{
    Trace trace;
    trace.scenario = "awaitscope:a-lesson?timeout=250us";
    trace.lesson = "a-lesson";
    trace.variant = "buggy";
    trace.firedAt = at(250);
    trace.end = at(400);
    trace.winner = Winner::timeout;
    trace.raceOverAt = at(260);
    trace.callerOutcome = "timeout won";
    trace.clientOutcome = "gets nothing";
    trace.coroutines = {{1, "caller", {}, "scenario.cpp", 4, at(0), at(400), CoroutineEnd::returned},
                        {2, "work", 1, "buggy.cpp", 10, at(0), at(260), CoroutineEnd::cancelled}};
    trace.awaits = {{1, 0, false, 1, "race", "scenario.cpp", 6, at(0), at(260), AwaitEnd::resumed},
                    {2, 1, false, 2, "sleep_for", "buggy.cpp", 12, at(0), at(200), AwaitEnd::resumed},
                    {3, 2, false, 2, "channel.send", "buggy.cpp", 14, at(200), at(260), AwaitEnd::cancelled}};
    trace.effects = {{"cache.set", "user → v2", 2, "buggy.cpp", 13, at(200)},
                     {"cache.set", "by nobody", {}, "scenario.cpp", 3, at(300)}};
    trace.lost = {{"cache.set", "user → v3", "buggy.cpp", 15, at(500)}};
    trace.lanes = {{"race", "race", "caller"}, {"timeout", "timeout", "caller"}, {"downstream", "Downstream", "world"}};
    trace.spans = {{"downstream", "working", at(0), at(100), "first"},
                   {"downstream", "working", at(50), at(150), "second"},
                   {"downstream", "working", at(100), {}, "third"}};
    trace.values = {{"downstream", at(150), "idle"}};
    trace.log = {{at(260), "cancelled"}};
    trace.checks = {{"cached", "what was obtained is cached", Verdict::violated, "it was not"}};
    return trace;
}

/// Those events whose `key` is `value`.
std::vector<Json> eventsWith(const Json& json, const std::string& key, const std::string& value)
{
    std::vector<Json> found;
    for (const Json& event : json["traceEvents"]) {
        if (event.contains(key) && event[key] == value)
            found.push_back(event);
    }
    return found;
}

/// The name that the metadata give the event's track.
std::string trackOf(const Json& json, const Json& event)
{
    for (const Json& metadata : eventsWith(json, "name", "thread_name")) {
        if (metadata["pid"] == event["pid"] && metadata["tid"] == event["tid"])
            return metadata["args"]["name"];
    }
    return "none";
}

/// "caller: co_await race 0+260 scenario.cpp:6 resumed"
Strings inWords(const Json& json, const std::string& category)
{
    Strings lines;
    for (const Json& event : eventsWith(json, "cat", category)) {
        std::string line = trackOf(json, event) + ": " + event["name"].get<std::string>() + ' ' + event["ts"].dump();
        if (event.contains("dur"))
            line += '+' + event["dur"].dump();
        for (const char* const key : {"where", "result"}) {
            if (event["args"].contains(key))
                line += ' ' + event["args"][key].get<std::string>();
        }
        lines.push_back(line);
    }
    return lines;
}

TEST(PerfettoJson, ACoroutineIsATrackWithItsLifeAndItsAwaitsAsSlices)
{
    const Json json = toPerfettoJson(example());
    EXPECT_EQ(inWords(json, "coroutine"),
              (Strings{"caller: caller 0+400 scenario.cpp:4 returned", "work: work 0+260 buggy.cpp:10 cancelled"}));
    EXPECT_EQ(inWords(json, "await"), (Strings{"caller: co_await race 0+260 scenario.cpp:6 resumed",
                                               "work: co_await sleep_for 0+200 buggy.cpp:12 resumed",
                                               "work: co_await channel.send 200+60 buggy.cpp:14 cancelled"}));
    EXPECT_EQ(eventsWith(json, "cat", "await")[2]["args"]["number"], 2);
    EXPECT_FALSE(eventsWith(json, "cat", "await")[0]["args"].contains("number")) << "it cannot be a target";
}

TEST(PerfettoJson, ALaneThatDoesTwoThingsAtOnceHasTwoTracksAndWhatDoesNotEndEndsWithTheRun)
{
    EXPECT_EQ(inWords(toPerfettoJson(example()), "world"),
              (Strings{"Downstream: first 0+100 ended", "Downstream (2): second 50+100 ended",
                       "Downstream: third 100+300 still going on"}));
}

TEST(PerfettoJson, AnAwaitThatIsPendingEndsWithTheRunAndSaysSo)
{
    Trace trace = example();
    trace.awaits[2].end.reset();
    trace.awaits[2].how = AwaitEnd::pending;
    EXPECT_EQ(inWords(toPerfettoJson(trace), "await")[2], "work: co_await channel.send 200+200 buggy.cpp:14 pending");
}

TEST(PerfettoJson, AnEffectIsAnInstantOfTheCoroutineThatDidIt)
{
    const Json json = toPerfettoJson(example());
    EXPECT_EQ(inWords(json, "effect"), (Strings{"work: cache.set 200 buggy.cpp:13 user → v2",
                                                "console: cache.set 300 scenario.cpp:3 by nobody"}));
    EXPECT_EQ(eventsWith(json, "cat", "effect")[0]["s"], "t");
}

TEST(PerfettoJson, TheCancelAndEachVerdictAreInstantsThatMarkAllTracks)
{
    const Json json = toPerfettoJson(example());
    EXPECT_EQ(inWords(json, "cancel"), (Strings{"timeout: timeout fires 250 operation_aborted at the pending await"}));
    EXPECT_EQ(inWords(json, "verdict"), (Strings{"verdicts: violated: what was obtained is cached 400 violated"}));
    const Json verdict = eventsWith(json, "cat", "verdict")[0];
    EXPECT_EQ(verdict["args"]["why"], "it was not");
    EXPECT_EQ(verdict["args"]["outcome"]["client"], "gets nothing");
    EXPECT_EQ(verdict["args"]["lost"], (Json{"cache.set user → v3, buggy.cpp:15, would be at 500 µs"}));
    EXPECT_EQ(verdict["s"], "g");
    EXPECT_EQ(eventsWith(json, "cat", "cancel")[0]["s"], "g");
}

TEST(PerfettoJson, TheEndOfTheRaceTellsWhoWonAndHowItEnded)
{
    const Json json = toPerfettoJson(example());
    EXPECT_EQ(inWords(json, "race"), (Strings{"race: race over 260 timeout won"}));
    EXPECT_EQ(eventsWith(json, "cat", "race")[0]["args"]["outcome"], "timeout won");
}

TEST(PerfettoJson, ValuesAndTheConsoleAreInstantsOfTheirTracks)
{
    const Json json = toPerfettoJson(example());
    EXPECT_EQ(inWords(json, "value"), (Strings{"Downstream: idle 150"}));
    EXPECT_EQ(inWords(json, "console"), (Strings{"console: cancelled 260"}));
}

TEST(PerfettoJson, TheRunIsNamedAndAnEmptyOneIsStillATrace)
{
    const Json json = toPerfettoJson(example());
    EXPECT_EQ(json["displayTimeUnit"], "ms");
    EXPECT_EQ(json["otherData"]["scenario"], "awaitscope:a-lesson?timeout=250us");
    EXPECT_EQ(json["otherData"]["end_us"], "400");
    EXPECT_EQ(eventsWith(json, "name", "process_name")[0]["args"]["name"], "a-lesson, buggy: coroutines");

    const Json empty = toPerfettoJson(Trace{});
    EXPECT_TRUE(eventsWith(empty, "ph", "X").empty());
    EXPECT_TRUE(eventsWith(empty, "ph", "i").empty());
}

TEST(PerfettoJson, ShowsWhereARunCrashedInPlaceOfVerdicts)
{
    Trace trace = example();
    trace.checks.clear();
    trace.ended = {RunEnd::crashed, at(400), "It divides by zero.", {}, "buggy.cpp", 14};
    const Json json = toPerfettoJson(trace);
    const std::vector<Json> crashes = eventsWith(json, "cat", "crash");
    ASSERT_EQ(crashes.size(), 1U);
    EXPECT_EQ(crashes[0]["ts"], 400);
    EXPECT_EQ(crashes[0]["args"]["where"], "buggy.cpp:14");
    EXPECT_TRUE(eventsWith(json, "cat", "verdict").empty());
    EXPECT_TRUE(eventsWith(toPerfettoJson(example()), "cat", "crash").empty());
}

} // namespace
} // namespace awaitscope::test
