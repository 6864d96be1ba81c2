// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/difference.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace awaitscope {

namespace {

/// All of an event that can be the same in another run.
std::string wordsOf(const TraceEvent& event, const Trace& trace)
{
    const auto index = static_cast<std::size_t>(event.index);
    const std::string kind{toText(event.kind)};
    switch (event.kind) {
    case TraceEvent::Kind::coroutineBegan:
        return kind + ' ' + trace.coroutines[index].name;
    case TraceEvent::Kind::coroutineEnded:
        return kind + ' ' + trace.coroutines[index].name + ' ' + std::string{toText(trace.coroutines[index].how)};
    case TraceEvent::Kind::awaitSuspended:
        return kind + ' ' + trace.awaits[index].what;
    case TraceEvent::Kind::awaitEnded:
        return kind + ' ' + trace.awaits[index].what + ' ' + std::string{toText(trace.awaits[index].how)};
    case TraceEvent::Kind::effect:
        return kind + ' ' + trace.effects[index].what + ' ' + trace.effects[index].detail;
    case TraceEvent::Kind::value:
        return kind + ' ' + trace.values[index].lane + ' ' + trace.values[index].text;
    case TraceEvent::Kind::spanBegan:
    case TraceEvent::Kind::spanEnded:
        return kind + ' ' + trace.spans[index].lane + ' ' + trace.spans[index].kind;
    case TraceEvent::Kind::logged:
        return kind + ' ' + trace.log[index].text;
    case TraceEvent::Kind::timeoutFired:
    case TraceEvent::Kind::raceOver:
        break;
    }
    return kind;
}

bool isOfTheCallersLanes(const TraceEvent& event, const Trace& trace)
{
    if (event.kind != TraceEvent::Kind::spanBegan && event.kind != TraceEvent::Kind::spanEnded)
        return false;
    const std::string& id = trace.spans[static_cast<std::size_t>(event.index)].lane;
    const auto lane = std::ranges::find(trace.lanes, id, &TraceLane::id);
    return lane != trace.lanes.end() && lane->kind == "caller";
}

struct Told
{
    VirtualTime at;
    std::string words;

    friend bool operator==(const Told&, const Told&) = default;
};

std::vector<Told> toldOf(const Trace& trace)
{
    std::vector<Told> told;
    for (const TraceEvent& event : trace.events) {
        // That a timeout is set, and for how long, is no difference yet: it is one as soon as it fires.
        if (!isOfTheCallersLanes(event, trace))
            told.push_back({event.at, wordsOf(event, trace)});
    }
    return told;
}

} // namespace

std::optional<VirtualTime> firstDifference(const Trace& a, const Trace& b)
{
    const std::vector<Told> ours = toldOf(a);
    const std::vector<Told> theirs = toldOf(b);
    const auto [here, there] = std::ranges::mismatch(ours, theirs);
    if (here == ours.end() && there == theirs.end())
        return std::nullopt;
    // One run goes on after the other has ended.
    if (here == ours.end() || there == theirs.end())
        return here == ours.end() ? there->at : here->at;
    return std::min(here->at, there->at);
}

} // namespace awaitscope
