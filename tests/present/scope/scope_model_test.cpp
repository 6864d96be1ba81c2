// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/lane_bands.hpp"
#include "present/scope/scope_model.hpp"
#include "support/alan_traces.hpp"
#include "support/at.hpp"
#include "support/trace_script.hpp"

#include <QStringList>

#include <gtest/gtest.h>

#include <algorithm>

namespace awaitscope {

using namespace std::chrono_literals;
using test::alanRun;

namespace {

constexpr VirtualDuration axisLength = 400ms;
constexpr bool buggy = false;
constexpr bool fixed = true;

ScopeModel scope(bool variant, CancelModel model, std::optional<VirtualDuration> timeout,
                 VirtualDuration playhead = axisLength)
{
    return scopeOf(alanRun(variant, model, timeout), at(playhead), axisLength);
}

const ScopeLane& lane(const ScopeModel& model, const QString& name)
{
    const auto found = std::find_if(model.lanes.begin(), model.lanes.end(),
                                    [&](const ScopeLane& candidate) { return candidate.name == name; });
    if (found == model.lanes.end())
        throw std::out_of_range("no lane " + name.toStdString());
    return *found;
}

QStringList laneNames(const ScopeModel& model)
{
    QStringList names;
    for (const ScopeLane& each : model.lanes)
        names += each.name;
    return names;
}

} // namespace

TEST(ScopeModel, HasTheSubjectAboveTheWorldAndTheCacheTall)
{
    const ScopeModel model = scope(buggy, CancelModel::asio, 250ms);
    EXPECT_EQ(laneNames(model), (QStringList{"get_response", "downstream", "client", "cache"}));
    EXPECT_TRUE(lane(model, "get_response").tall);
    EXPECT_TRUE(lane(model, "cache").tall);
    EXPECT_FALSE(lane(model, "downstream").tall);
}

TEST(ScopeModel, KeepsItsLanesWhateverTheTimeout)
{
    const QStringList names = laneNames(scope(buggy, CancelModel::asio, std::nullopt));
    for (const VirtualDuration timeout : {0ms, 100ms, 200ms, 250ms, 300ms, 390ms})
        EXPECT_EQ(laneNames(scope(buggy, CancelModel::drop, timeout)), names);
}

TEST(ScopeModel, ShowsTheBuggyWriteCutOff)
{
    const ScopeModel model = scope(buggy, CancelModel::asio, 250ms);
    const ScopeLane& subject = lane(model, "get_response");
    ASSERT_EQ(subject.spans.size(), 2u);
    EXPECT_EQ(subject.spans[0].text, "http.make_request");
    EXPECT_EQ(subject.spans[0].how, ScopeSpan::End::done);
    EXPECT_EQ(subject.spans[1].shortText, "send");
    EXPECT_EQ(subject.spans[1].how, ScopeSpan::End::cancelled);
    EXPECT_EQ(subject.spans[1].end, at(250ms));
    EXPECT_EQ(subject.ticks, (std::vector{at(0ms), at(200ms)}));

    ASSERT_EQ(subject.ghosts.size(), 1u);
    EXPECT_EQ(subject.ghosts[0].begin, at(250ms));
    EXPECT_EQ(subject.ghosts[0].end, at(300ms));
    ASSERT_EQ(subject.effects.size(), 1u);
    EXPECT_TRUE(subject.effects[0].lost);
    EXPECT_EQ(subject.effects[0].at, at(300ms));
    EXPECT_EQ(subject.effects[0].name, "cache.set");
    EXPECT_EQ(subject.effects[0].words, "never ran");
    EXPECT_EQ(subject.effects[0].ink, ScopeInk::violated);
    EXPECT_EQ(model.verdict.verdict, Verdict::violated);
    EXPECT_EQ(model.verdict.main, "cache.set never ran");
    EXPECT_EQ(model.verdict.client, "the client gets v1, three weeks old");
}

TEST(ScopeModel, ShowsTheFixedWriteOnTheCacheLane)
{
    const ScopeModel model = scope(fixed, CancelModel::asio, 250ms);
    const ScopeLane& cache = lane(model, "cache");
    ASSERT_EQ(cache.effects.size(), 1u);
    EXPECT_FALSE(cache.effects[0].lost);
    EXPECT_EQ(cache.effects[0].at, at(200ms));
    ASSERT_EQ(cache.values.size(), 2u);
    EXPECT_EQ(cache.values[0].text, "user/42 → v1, expired");
    EXPECT_EQ(cache.values[0].end, at(200ms));
    EXPECT_EQ(cache.values[0].ink, ScopeInk::ghost);
    EXPECT_EQ(cache.values[1].text, "user/42 → v2");
    EXPECT_EQ(cache.values[1].end, at(400ms));
    EXPECT_EQ(cache.values[1].ink, ScopeInk::holds);
    EXPECT_EQ(model.verdict.main, "cache.set ran at 200 ms");
    EXPECT_EQ(model.verdict.client, "the client gets v2");

    const ScopeLane& subject = lane(model, "get_response");
    ASSERT_EQ(subject.notes.size(), 1u) << "the ghost has nothing to lose, and says so";
    EXPECT_EQ(subject.notes[0].text, "cache.set already ran");
    EXPECT_TRUE(subject.effects.empty());
}

TEST(ScopeModel, DrawsADropAsACutToo)
{
    const ScopeLane subject = lane(scope(buggy, CancelModel::drop, 250ms), "get_response");
    EXPECT_EQ(subject.spans[1].how, ScopeSpan::End::dropped);
    EXPECT_TRUE(subject.spans[1].isCut());
    EXPECT_TRUE(subject.spans[1].tip.contains("dropped here")) << subject.spans[1].tip.toStdString();
}

TEST(ScopeModel, LeavesWhatCannotBeViolatedGrey)
{
    const ScopeModel model = scope(buggy, CancelModel::asio, 100ms);
    const ScopeLane& subject = lane(model, "get_response");
    ASSERT_EQ(subject.effects.size(), 1u);
    EXPECT_EQ(subject.effects[0].ink, ScopeInk::ghost);
    EXPECT_EQ(model.verdict.verdict, Verdict::notApplicable);
    EXPECT_EQ(model.verdict.main, "nothing was fetched, so there was nothing to store");
    ASSERT_EQ(subject.ghosts.size(), 2u);
    EXPECT_EQ(subject.ghosts[0].number, 0) << "the rest of await 1";
    EXPECT_EQ(subject.ghosts[1].number, 2) << "await 2, which was not reached";
    for (const ScopeLane& each : model.lanes) {
        for (const ScopeNote& note : each.notes)
            EXPECT_NE(note.ink, ScopeInk::violated);
    }
}

TEST(ScopeModel, HasNoGhostWhereNobodyIsStopped)
{
    const ScopeModel model = scope(buggy, CancelModel::eager, 250ms);
    const ScopeLane& subject = lane(model, "get_response");
    EXPECT_TRUE(subject.ghosts.empty());
    EXPECT_TRUE(subject.effects.empty());
    EXPECT_TRUE(subject.spans[1].late);
    EXPECT_FALSE(subject.spans[1].isCut());
    EXPECT_EQ(subject.ticks.back(), at(300ms));
}

TEST(ScopeModel, SaysThatALateWriteIsLate)
{
    const ScopeModel model = scope(buggy, CancelModel::eager, 250ms);
    EXPECT_EQ(model.verdict.main, "cache.set ran at 300 ms, 50 ms after the race was over");
    EXPECT_EQ(lane(model, "cache").effects.at(0).words, "50 ms after the race was over");
    EXPECT_EQ(scope(fixed, CancelModel::eager, 250ms).verdict.main, "cache.set ran at 200 ms");
}

TEST(ScopeModel, ColoursTheClientsAnswerByTheVerdict)
{
    const auto answer = [](bool variant) {
        return lane(scope(variant, CancelModel::asio, 250ms), "client").notes.at(0);
    };
    EXPECT_EQ(answer(buggy).text, "gets v1, three weeks old");
    EXPECT_EQ(answer(buggy).ink, ScopeInk::violated);
    EXPECT_EQ(answer(fixed).text, "gets v2");
    EXPECT_EQ(answer(fixed).ink, ScopeInk::holds);
}

TEST(ScopeModel, RevealsNothingRightOfThePlayhead)
{
    const ScopeModel model = scope(buggy, CancelModel::asio, 250ms, 210ms);
    const ScopeLane& subject = lane(model, "get_response");
    EXPECT_EQ(model.verdict, VerdictText{}) << "it reads …";
    EXPECT_EQ(model.verdict.main, "…");
    EXPECT_EQ(subject.spans[1].filledTo, at(210ms));
    EXPECT_EQ(subject.spans[1].how, ScopeSpan::End::open) << "that it will be cut is not known yet";
    EXPECT_TRUE(subject.ghosts.empty());
    EXPECT_TRUE(subject.effects.empty());
    EXPECT_TRUE(lane(model, "client").notes.empty());
    EXPECT_EQ(lane(model, "cache").values.back().end, at(210ms));

    const ScopeModel start = scope(fixed, CancelModel::asio, 250ms, 100ms);
    EXPECT_FALSE(lane(start, "get_response").spans[1].begun);
    EXPECT_TRUE(lane(start, "cache").effects.empty());
    EXPECT_EQ(lane(start, "get_response").ticks, (std::vector{at(0ms)}));
}

TEST(ScopeModel, RevealsEverythingOnceTheRunIsOver)
{
    const ScopeModel model = scope(buggy, CancelModel::asio, 250ms, 250ms);
    EXPECT_EQ(model.verdict.verdict, Verdict::violated);
    EXPECT_EQ(lane(model, "cache").values.back().end, at(400ms));
    EXPECT_FALSE(lane(model, "get_response").ghosts.empty());
}

TEST(ScopeModel, LetsOnlyAwaitsBeTargets)
{
    const ScopeModel model = scope(buggy, CancelModel::asio, 250ms);
    for (const ScopeLane& each : model.lanes) {
        for (const ScopeSpan& span : each.spans)
            EXPECT_EQ(span.isTarget, each.kind == ScopeLane::Kind::coroutine) << each.name.toStdString();
    }
}

TEST(CallerScope, HasTheRaceAndTheTimeoutWithTheOutcomeOnceItIsOver)
{
    const VariantRun run = alanRun(buggy, CancelModel::asio, 250ms);
    const ScopeModel before = callerScopeOf(run, at(249ms), axisLength);
    EXPECT_EQ(laneNames(before), (QStringList{"race", "timeout"}));
    EXPECT_TRUE(before.lanes[0].notes.empty());
    const ScopeModel after = callerScopeOf(run, at(250ms), axisLength);
    ASSERT_EQ(after.lanes[0].notes.size(), 1u);
    EXPECT_EQ(after.lanes[0].notes[0].text, "timeout won: answers from the cache");
    EXPECT_EQ(after.lanes[0].notes[0].shortText, "timeout won");
    EXPECT_EQ(after.lanes[1].spans.at(0).text, "250 ms");
    EXPECT_TRUE(after.lanes[0].spans.at(0).waiting);
}

TEST(LaneLayout, GivesTallLanesTwiceTheHeightAndAllOfIt)
{
    const ScopeModel model = scope(buggy, CancelModel::asio, 250ms);
    const std::vector<LaneBand> bands = layOutLanes(model.lanes, 10, 120);
    ASSERT_EQ(bands.size(), 4u);
    EXPECT_DOUBLE_EQ(bands[0].top, 10);
    EXPECT_DOUBLE_EQ(bands[0].height, 40);
    EXPECT_DOUBLE_EQ(bands[1].height, 20);
    EXPECT_DOUBLE_EQ(bands[3].top + bands[3].height, 130);
}

TEST(ScopeModel, PaintsNoStaleAnswerGreenBecauseTheWriteCameLater)
{
    const auto inkOfClient = [](bool fixed) {
        const ScopeModel model = scopeOf(test::alanRun(fixed, CancelModel::eager, 250ms), VirtualTime{400ms}, 400ms);
        for (const ScopeLane& lane : model.lanes) {
            if (lane.name == "client")
                return std::pair{lane.notes.front().ink, model.verdict.coloursClient};
        }
        return std::pair{ScopeInk::plain, false};
    };
    EXPECT_EQ(inkOfClient(false), (std::pair{ScopeInk::secondary, false})) << "v1, and cached 50 ms after the race";
    EXPECT_EQ(inkOfClient(true), (std::pair{ScopeInk::holds, true})) << "v2";
}

TEST(ScopeModel, GivesWhatWasSpawnedInTheSameFileALane)
{
    test::TraceScript script;
    script.at(0);
    const int work = script.begins("get_response");
    const int await = script.suspends(work, 1, "http.make_request", 6);
    const int spawned = script.begins("refresh");
    const int sleep = script.suspends(spawned, 0, "sleep_for", 20);
    script.at(50);
    script.awaitEnds(sleep, AwaitEnd::resumed);
    script.ends(spawned, CoroutineEnd::returned);
    script.at(200);
    script.awaitEnds(await, AwaitEnd::resumed);
    script.ends(work, CoroutineEnd::returned);
    const ScopeModel model = scopeOf({"buggy", script.share(), script.share()}, at(400ms), axisLength);
    ASSERT_TRUE(laneNames(model).contains("refresh")) << laneNames(model).join(", ").toStdString();
    ASSERT_EQ(lane(model, "refresh").spans.size(), 1U);
    EXPECT_EQ(lane(model, "refresh").spans.front().end, at(50ms));
    EXPECT_EQ(lane(model, "refresh").spans.front().number, 0) << "no timeout meets it";
}

TEST(ScopeModel, EndsEverythingWhereAFaultEndsTheRun)
{
    test::TraceScript script;
    script.at(0);
    const int work = script.begins("work");
    const int first = script.suspends(work, 1, "sleep_for", 5);
    const int other = script.begins("other");
    script.suspends(other, 2, "queue.pop", 9);
    script.spanBegins("downstream", "working");
    script.holds("cache", "v1");
    script.at(100);
    script.awaitEnds(first, AwaitEnd::resumed);
    script.crashes(6, "It divides by zero.");
    const std::shared_ptr<const Trace> trace = script.share();
    const ScopeModel model = scopeOf({"buggy", trace, trace}, at(100ms), axisLength);
    EXPECT_EQ(lane(model, "work").crash, at(100ms)) << "which ran last";
    ASSERT_EQ(lane(model, "work").notes.size(), 1U);
    EXPECT_EQ(lane(model, "work").notes.front().text, "a fault in line 6 ends the run");
    EXPECT_EQ(lane(model, "work").notes.front().ink, ScopeInk::fault);
    EXPECT_EQ(lane(model, "work").spans.front().how, ScopeSpan::End::done);
    EXPECT_FALSE(lane(model, "other").crash);
    for (const char* const name : {"other", "downstream"}) {
        const ScopeSpan& span = lane(model, name).spans.front();
        EXPECT_EQ(span.how, ScopeSpan::End::crashed) << name;
        EXPECT_EQ(span.end, at(100ms)) << name << ": nothing is known of what would have come";
    }
    EXPECT_TRUE(lane(model, "other").spans.front().tip.contains("a fault ended the run")) << lane(model, "other").spans.front().tip.toStdString();
    EXPECT_EQ(lane(model, "cache").values.back().end, at(100ms));
    EXPECT_TRUE(model.verdict.isFault);

    const ScopeModel before = scopeOf({"buggy", trace, trace}, at(99ms), axisLength);
    EXPECT_FALSE(lane(before, "work").crash);
    EXPECT_TRUE(lane(before, "work").notes.empty());
    EXPECT_EQ(lane(before, "other").spans.front().how, ScopeSpan::End::open);
}

namespace {

VariantRun runOf(const test::TraceScript& script, const std::string& lesson = {})
{
    Trace trace = script.trace();
    trace.lesson = lesson;
    const auto shared = std::make_shared<const Trace>(std::move(trace));
    VariantRun run;
    run.trace = shared;
    run.withoutTimeout = shared;
    return run;
}

} // namespace

TEST(ScopeModel, ShowsOfSeveralValuesAtOneMomentTheOneThatLasts)
{
    test::TraceScript script;
    script.at(0);
    script.begins("call");
    for (const char* const value : {"2 free", "1 free", "0 free"})
        script.holds("downstream", value);
    script.at(200);
    script.holds("downstream", "1 free");
    script.holds("downstream", "2 free");
    const ScopeModel model = scopeOf(runOf(script), at(axisLength), axisLength);
    QStringList notes;
    for (const ScopeNote& note : lane(model, "downstream").notes)
        notes += note.text;
    EXPECT_EQ(notes, (QStringList{"0 free", "2 free"}));
}

TEST(CallerScope, OfAPageHasNoRowForARaceThatItDoesNotRun)
{
    test::TraceScript script;
    script.addLane({"timeout", "timeout", "caller"});
    script.at(0);
    script.begins("run");
    EXPECT_EQ(laneNames(callerScopeOf(runOf(script, "sandbox"), at(axisLength), axisLength)), QStringList{"timeout"});
    EXPECT_EQ(callerLaneCountOf(runOf(script, "sandbox")), 1);
    EXPECT_EQ(callerLaneCountOf(runOf(script, "alan-caches-requests")), 2) << "a lesson's caller races, by itself or by another";
    script.spanBegins("race", "waits for the first of two");
    EXPECT_EQ(callerLaneCountOf(runOf(script, "sandbox")), 2);
}

TEST(CallerScope, DrawsATimeoutThatWasAimedAtAMomentOnceThatIsKnown)
{
    test::TraceScript script;
    script.addLane({"timeout", "timeout", "caller"});
    script.at(0);
    script.begins("run");
    script.at(50);
    script.timeoutFires();
    const VariantRun run = runOf(script, "sandbox");
    EXPECT_TRUE(lane(callerScopeOf(run, at(49ms), axisLength), "timeout").spans.empty());
    const ScopeModel after = callerScopeOf(run, at(50ms), axisLength);
    ASSERT_EQ(lane(after, "timeout").spans.size(), 1u);
    EXPECT_EQ(lane(after, "timeout").spans[0].end, at(50ms));
    EXPECT_EQ(lane(after, "timeout").spans[0].text, "50 ms");
}

} // namespace awaitscope
