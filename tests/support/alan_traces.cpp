// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/alan_traces.hpp"

#include <algorithm>

namespace awaitscope::test {

using namespace std::chrono_literals;

namespace {

constexpr VirtualTime zero{};
constexpr VirtualTime fetched{200ms};
constexpr VirtualTime sent{300ms};

TraceAwait await(int number, const char* what, int line, VirtualTime begin, VirtualTime end, AwaitEnd how)
{
    return {number, number, false, 2, what, "alan.cpp", line, begin, end, how};
}

Trace alanTrace(bool fixed, CancelModel model, std::optional<VirtualDuration> timeout)
{
    const bool timeoutWins = timeout && VirtualTime{*timeout} < sent;
    const bool stopped = timeoutWins && model != CancelModel::eager;
    const VirtualTime race = timeoutWins ? VirtualTime{*timeout} : sent;
    const bool fetchedInTime = !stopped || race >= fetched;
    const AwaitEnd cut = model == CancelModel::drop ? AwaitEnd::dropped : AwaitEnd::cancelled;
    const int setLine = fixed ? 7 : 8;
    const bool wrote = !stopped || (fixed && fetchedInTime);
    const VirtualTime wroteAt = fixed ? fetched : sent;

    Trace trace;
    trace.lesson = "alan-caches-requests";
    trace.variant = fixed ? "fixed" : "buggy";
    trace.model = model;
    trace.timeout = timeout;
    if (timeoutWins)
        trace.firedAt = race;
    trace.end = stopped ? race : sent;
    trace.winner = timeoutWins ? Winner::timeout : Winner::work;
    trace.raceOverAt = race;
    trace.subject = 2;
    trace.coroutines = {
        {1, "handle_request", std::nullopt, "scenario.cpp", 30, zero, race, CoroutineEnd::returned},
        {2, "get_response", 1, "alan.cpp", 1, zero, trace.end,
         !stopped ? CoroutineEnd::returned
                  : (model == CancelModel::drop ? CoroutineEnd::dropped : CoroutineEnd::cancelled)},
    };
    if (!fetchedInTime) {
        trace.awaits = {await(1, "http.make_request", 6, zero, race, cut)};
    } else {
        trace.awaits = {await(1, "http.make_request", 6, zero, fetched, AwaitEnd::resumed),
                        await(2, "channel.send", fixed ? 8 : 7, fetched, trace.end, stopped ? cut : AwaitEnd::resumed)};
    }
    trace.lanes = {{"race", "race", "caller"},
                   {"timeout", "timeout", "caller"},
                   {"cache", "cache", "state"},
                   {"downstream", "downstream", "world"},
                   {"client", "client", "world"}};
    trace.spans = {{"race", "waiting", zero, race, "waits for the first of two"}};
    if (timeout)
        trace.spans.push_back({"timeout", "waiting", zero, race, toReadableText(*timeout)});
    trace.spans.push_back({"downstream", "working", zero, fetchedInTime ? fetched : race, "working"});
    if (fetchedInTime)
        trace.spans.push_back({"client", "not ready", fetched, trace.end, "not ready"});
    trace.values = {{"cache", zero, "user/42 → v1, expired"}};
    if (wrote && wroteAt <= race)
        trace.values.push_back({"cache", wroteAt, "user/42 → v2"});
    const std::string got = timeoutWins && !(wrote && wroteAt <= race) ? "v1, three weeks old" : "v2";
    trace.values.push_back({"client", race, "gets " + got});
    if (wrote) {
        trace.effects = {{"cache.set", "user/42 → v2", 2, "alan.cpp", setLine, wroteAt}};
        if (wroteAt > race)
            trace.values.push_back({"cache", wroteAt, "user/42 → v2"});
    } else {
        trace.lost = {{"cache.set", "user/42 → v2", "alan.cpp", setLine, wroteAt}};
    }
    if (timeoutWins && !stopped)
        trace.values.push_back({"client", sent, "v2 comes too late: already answered"});
    trace.clientOutcome = "gets " + got;
    trace.callerOutcome = timeoutWins ? "timeout won: answers from the cache" : "work won: get_response has answered";
    const Verdict verdict = !fetchedInTime ? Verdict::notApplicable : wrote ? Verdict::holds : Verdict::violated;
    trace.checks = {{"obtained-response-is-cached", "A response that was obtained is cached.", verdict,
                     !fetchedInTime ? "nothing was fetched, so there was nothing to store"
                     : wrote        ? "v2 was obtained at 200 ms, and cache.set ran"
                                    : "v2 was obtained at 200 ms, and cache.set never ran"}};

    for (std::size_t i = 0; i < trace.awaits.size(); ++i) {
        trace.events.push_back({TraceEvent::Kind::awaitSuspended, static_cast<int>(i), trace.awaits[i].begin});
        trace.events.push_back({TraceEvent::Kind::awaitEnded, static_cast<int>(i), *trace.awaits[i].end});
    }
    if (timeoutWins)
        trace.events.push_back({TraceEvent::Kind::timeoutFired, 0, race});
    trace.events.push_back({TraceEvent::Kind::raceOver, 0, race});
    std::stable_sort(trace.events.begin(), trace.events.end(),
                     [](const TraceEvent& a, const TraceEvent& b) { return a.at < b.at; });
    return trace;
}

} // namespace

VariantRun alanRun(bool fixed, CancelModel model, std::optional<VirtualDuration> timeout)
{
    return {fixed ? "fixed" : "buggy", std::make_shared<const Trace>(alanTrace(fixed, model, timeout)),
            std::make_shared<const Trace>(alanTrace(fixed, model, std::nullopt))};
}

ScenarioRun alanScenario(CancelModel model, std::optional<VirtualDuration> timeout)
{
    ScenarioRun run;
    run.scenario.lesson = "alan-caches-requests";
    run.scenario.variants = {"buggy", "fixed"};
    run.scenario.model = model;
    if (timeout)
        run.scenario.timeout = *timeout;
    run.timeout = timeout;
    run.variants = {alanRun(false, model, timeout), alanRun(true, model, timeout)};
    run.axis = 400ms;
    return run;
}

} // namespace awaitscope::test
