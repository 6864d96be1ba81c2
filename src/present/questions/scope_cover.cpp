// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/questions/scope_cover.hpp"

#include "present/text/tr.hpp"


#include <algorithm>

namespace awaitscope {

namespace {

void coverLane(ScopeLane& lane, VirtualTime from)
{
    std::erase_if(lane.spans, [from](const ScopeSpan& span) { return span.begin >= from; });
    for (ScopeSpan& span : lane.spans) {
        if (span.end <= from)
            continue;
        span.end = from; // behind the curtain, whatever it does
        span.filledTo = std::min(span.filledTo, from);
        span.how = ScopeSpan::End::open;
        span.cutTip.clear();
    }
    lane.ghosts.clear();
    std::erase_if(lane.ticks, [from](VirtualTime tick) { return tick > from; });
    std::erase_if(lane.effects, [from](const ScopeEffect& effect) { return effect.lost || effect.at > from; });
    std::erase_if(lane.values, [from](const ScopeValue& value) { return value.begin > from; });
    for (ScopeValue& value : lane.values)
        value.end = std::min(value.end, from);
    lane.earlier = {};
    if (lane.crash && *lane.crash > from)
        lane.crash.reset();
    std::erase_if(lane.notes, [from](const ScopeNote& note) { return note.at > from; });
}

} // namespace

void coverScope(ScopeModel& model, const Cover& cover)
{
    if (!cover.limit)
        return;
    for (ScopeLane& lane : model.lanes)
        coverLane(lane, *cover.limit);
    model.verdict = {};
    model.verdict.main = QStringLiteral("?  ") + coverWords();
    model.verdict.why = coverTip();
    if (model.difference && *model.difference > *cover.limit)
        model.difference.reset();
    model.coveredFrom = cover.limit;
}

QString coverWords() { return CoverTr::tr("Predict first"); }

QString coverTip()
{
    return CoverTr::tr("Covered until you have answered the question in the story (Q). R shows the answer.");
}

} // namespace awaitscope
