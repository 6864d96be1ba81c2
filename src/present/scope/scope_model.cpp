// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/scope_model.hpp"

#include "lesson/run/sandbox.hpp"
#include "present/scope/scope_coroutines.hpp"
#include "present/scope/scope_words.hpp"
#include "present/time/times.hpp"
#include "present/text/qt_text.hpp"
#include "present/words/run_end_words.hpp"
#include "present/words/sentences.hpp"
#include "present/text/tr.hpp"


#include <algorithm>

namespace awaitscope {

namespace {

ScopeSpan::End endOf(AwaitEnd how)
{
    switch (how) {
    case AwaitEnd::resumed:
        return ScopeSpan::End::done;
    case AwaitEnd::cancelled:
        return ScopeSpan::End::cancelled;
    case AwaitEnd::dropped:
        return ScopeSpan::End::dropped;
    case AwaitEnd::threw:
        return ScopeSpan::End::threw;
    case AwaitEnd::refused:
        return ScopeSpan::End::refused;
    case AwaitEnd::pending:
        break;
    }
    return ScopeSpan::End::open;
}

/// Draws one run at one position of the playhead.
class ScopeBuilder
{
public:
    ScopeBuilder(const VariantRun& run, VirtualTime playhead, VirtualDuration axis)
        : m_run(run),
          m_trace(*run.trace),
          m_playhead(playhead),
          m_axisEnd(axis),
          m_openEnd(hasCrashed() ? std::min(m_trace.end, m_axisEnd) : m_axisEnd),
          m_seen(playhead >= std::min(m_trace.end, m_axisEnd))
    {}

    bool seen() const { return m_seen; }

    ScopeLane coroutineLane(const CoroutineLane& shared) const
    {
        ScopeLane lane;
        lane.id = qt("coroutine " + shared.coroutines.front().key);
        lane.name = qt(shared.name);
        lane.kind = ScopeLane::Kind::coroutine;
        lane.tall = true;
        for (const CoroutinePair& coroutine : shared.coroutines)
            addCoroutine(lane, coroutine);
        addCrash(lane, shared);
        addDone(lane, shared);
        addLost(lane, shared);
        return lane;
    }

    ScopeLane worldLane(const TraceLane& source) const
    {
        ScopeLane lane;
        lane.id = qt(source.id);
        lane.name = qt(source.name);
        lane.kind = source.kind == "state"    ? ScopeLane::Kind::state
                    : source.kind == "caller" ? ScopeLane::Kind::caller
                                              : ScopeLane::Kind::world;
        lane.tall = lane.kind == ScopeLane::Kind::state;
        addWorldSpans(lane, source.id);
        if (lane.kind == ScopeLane::Kind::state) {
            addEffects(lane);
            addContent(lane, source.id);
        } else {
            addNotes(lane, source.id);
        }
        return lane;
    }

    /// One that was aimed at a moment has no span of its own, as nobody knew when that would be. Now it is known.
    void addAimedTimeout(ScopeLane& lane) const
    {
        if (!lane.spans.empty() || !m_trace.firedAt || !isPassed(*m_trace.firedAt))
            return;
        const auto race = std::ranges::find_if(m_trace.races, [this](const TraceRace& each) { return each.isOfRun && each.firedAt == m_trace.firedAt; });
        ScopeSpan span;
        fill(span, race == m_trace.races.end() ? VirtualTime{} : race->begin, *m_trace.firedAt);
        span.waiting = true;
        span.how = ScopeSpan::End::done;
        span.text = readableTime(*m_trace.firedAt);
        span.tip = ScopeWordsTr::tr("%1: %2, from %3").arg(lane.name, span.text, readableTime(span.begin))
                   + ScopeWordsTr::tr(" to %1").arg(readableTime(span.end));
        lane.spans.push_back(std::move(span));
    }

private:
    bool isPassed(VirtualTime time) const { return m_seen || time <= m_playhead; }
    bool hasCrashed() const { return m_trace.ended.how == RunEnd::crashed; }

    /// The verdict's colour for what the verdict is about; `otherwise` until it is known, and where it does not apply.
    ScopeInk verdictInk(ScopeInk otherwise) const
    {
        const Verdict verdict = effectVerdictOf(m_trace);
        return m_seen && verdict != Verdict::notApplicable ? scopeInkOf(verdict) : otherwise;
    }

    void fill(ScopeSpan& span, VirtualTime begin, std::optional<VirtualTime> end) const
    {
        span.begin = begin;
        span.end = std::max(begin, end.value_or(m_openEnd));
        span.begun = isPassed(begin);
        span.filledTo = m_seen ? span.end : std::clamp(m_playhead, span.begin, span.end);
    }

    void addCoroutine(ScopeLane& lane, const CoroutinePair& coroutine) const
    {
        if (coroutine.here && isPassed(coroutine.here->begin))
            addTick(lane, coroutine.here->begin);
        for (const AwaitPair& pair : awaitsOf(coroutine, m_run)) {
            if (pair.here)
                addAwait(lane, *pair.here, pair.expected != nullptr);
            addGhost(lane, pair);
        }
        if (coroutine.here)
            addThrow(lane, *coroutine.here);
    }

    /// Where it happened: in the lane of whoever ran last.
    void addCrash(ScopeLane& lane, const CoroutineLane& shared) const
    {
        if (!hasCrashed() || !m_seen)
            return;
        const std::optional<int> last = lastToRun(m_run);
        if (!last || std::ranges::none_of(shared.coroutines, [&](const CoroutinePair& pair) { return pair.here && pair.here->id == *last; }))
            return;
        lane.crash = m_trace.ended.at;
        ScopeNote note;
        note.at = m_trace.ended.at;
        note.ink = ScopeInk::fault;
        note.text = m_trace.ended.line > 0 ? ScopeWordsTr::tr("a fault in line %1 ends the run").arg(m_trace.ended.line)
                                           : ScopeWordsTr::tr("a fault ends the run");
        note.shortText = ScopeWordsTr::tr("fault");
        lane.notes.push_back(std::move(note));
    }

    /// What left the coroutine, beside its end; a cancel's own is told by its cut mark.
    void addThrow(ScopeLane& lane, const TraceCoroutine& coroutine) const
    {
        if (coroutine.how != CoroutineEnd::threw || !coroutine.error || !coroutine.end || !isPassed(*coroutine.end))
            return;
        const bool isUnseen = coroutine.seen == Seen::nobody;
        ScopeNote note;
        note.at = *coroutine.end;
        note.ink = ScopeInk::plain;
        note.text = (isUnseen ? ScopeWordsTr::tr("threw %1, unseen") : ScopeWordsTr::tr("threw %1")).arg(errorWords(*coroutine.error));
        note.shortText = isUnseen ? ScopeWordsTr::tr("threw, unseen") : ScopeWordsTr::tr("threw");
        lane.notes.push_back(std::move(note));
    }

    void addAwait(ScopeLane& lane, const TraceAwait& await, bool isExpected) const
    {
        ScopeSpan span;
        fill(span, await.begin, await.end);
        span.waiting = true;
        span.number = await.number;
        span.isTarget = await.number > 0 && isExpected;
        span.text = qt(await.what);
        span.shortText = shortNameOf(span.text);
        if (await.end && isPassed(*await.end))
            span.how = endOf(await.how);
        else if (hasCrashed() && m_seen)
            span.how = ScopeSpan::End::crashed;
        span.late = m_trace.raceOverAt && span.filledTo > *m_trace.raceOverAt && !span.isCut();
        span.tip = tipOf(await, span, lane.name, m_trace);
        span.cutTip = cutTipOf(await, span, lane.name);
        span.line = await.number > 0 ? await.line : 0;
        if (span.how == ScopeSpan::End::done || span.how == ScopeSpan::End::threw)
            addTick(lane, span.end);
        lane.spans.push_back(std::move(span));
    }

    /// Two awaits meet at one tick.
    static void addTick(ScopeLane& lane, VirtualTime at)
    {
        if (std::find(lane.ticks.begin(), lane.ticks.end(), at) == lane.ticks.end())
            lane.ticks.push_back(at);
    }

    /// What the run without a timeout has from the moment on at which this one was cut.
    void addGhost(ScopeLane& lane, const AwaitPair& pair) const
    {
        if (!pair.expected || !m_trace.firedAt || !isPassed(*m_trace.firedAt))
            return;
        const Trace& expected = *m_run.withoutTimeout;
        const VirtualTime expectedEnd = pair.expected->end.value_or(expected.ended.how == RunEnd::crashed ? expected.end : VirtualTime{m_axisEnd});
        ScopeGhost ghost;
        ghost.begin = pair.expected->begin;
        ghost.end = expectedEnd;
        if (pair.here) {
            const bool isCut = pair.here->how == AwaitEnd::cancelled || pair.here->how == AwaitEnd::dropped
                               || pair.here->how == AwaitEnd::refused;
            if (!isCut || !pair.here->end || *pair.here->end >= expectedEnd || !isPassed(*pair.here->end))
                return;
            ghost.begin = std::max(ghost.begin, *pair.here->end);
            ghost.tip = ScopeWordsTr::tr("Without the timeout %1 would have gone on to %2.")
                            .arg(nameOf(*pair.expected), readableTime(expectedEnd));
        } else {
            // Before the end of the run it may still come.
            if (!m_seen)
                return;
            ghost.number = pair.expected->number;
            ghost.text = qt(pair.expected->what);
            ghost.shortText = shortNameOf(ghost.text);
            ghost.tip =
                ScopeWordsTr::tr("%1 was not reached. Without the timeout: from %2 to %3.")
                    .arg(nameOf(*pair.expected), readableTime(ghost.begin), readableTime(expectedEnd));
        }
        if (ghost.number > 0)
            ghost.tip += ScopeWordsTr::tr("\nClick: the timeout fires in the middle of this await.");
        lane.ghosts.push_back(std::move(ghost));
    }

    /// Effects that are missing stand on the lane of the coroutine they would have come from.
    void addLost(ScopeLane& lane, const CoroutineLane& shared) const
    {
        if (!m_seen)
            return;
        for (const LostEffect& lost : m_trace.lost) {
            if (!comesFrom(lost, shared))
                continue;
            const auto same = std::find_if(lane.effects.begin(), lane.effects.end(),
                                           [&](const ScopeEffect& effect) { return effect.lost && effect.at == lost.wouldBeAt; });
            if (same != lane.effects.end()) {
                if (!same->name.split(QStringLiteral(", ")).contains(qt(lost.what)))
                    same->name += QStringLiteral(", ") + qt(lost.what);
                same->tip += '\n' + tipOf(lost);
                continue;
            }
            ScopeEffect effect;
            effect.at = lost.wouldBeAt;
            effect.lost = true;
            effect.ink = effectVerdictOf(m_trace) == Verdict::violated ? ScopeInk::violated : ScopeInk::ghost;
            effect.name = qt(lost.what);
            effect.words = ScopeWordsTr::tr("never ran");
            effect.tip = tipOf(lost);
            effect.line = lost.line;
            lane.effects.push_back(std::move(effect));
        }
        if (lane.effects.empty() && !lane.ghosts.empty())
            addNothingLost(lane, shared);
    }

    /// The ghost has nothing to lose: say so, where an effect of this coroutine had run before.
    void addNothingLost(ScopeLane& lane, const CoroutineLane& shared) const
    {
        QStringList names;
        for (const TraceEffect& effect : m_trace.effects) {
            const auto isHere = [&](const CoroutinePair& pair) {
                return pair.here && effect.coroutine == pair.here->id;
            };
            if (std::any_of(shared.coroutines.begin(), shared.coroutines.end(), isHere))
                names += qt(effect.what);
        }
        if (names.isEmpty())
            return;
        ScopeNote note;
        note.at = lane.ghosts.back().end;
        note.text = ScopeWordsTr::tr("%1 already ran").arg(listedShortly(names));
        note.shortText = ScopeWordsTr::tr("already ran");
        lane.notes.push_back(std::move(note));
    }

    /// The lost effect itself names no coroutine: the one that has it in the run without a timeout does.
    bool comesFrom(const LostEffect& lost, const CoroutineLane& shared) const
    {
        const std::vector<TraceEffect>& expected = m_run.withoutTimeout->effects;
        const auto original = std::find_if(expected.begin(), expected.end(), [&](const TraceEffect& effect) {
            return effect.at == lost.wouldBeAt && effect.what == lost.what && effect.detail == lost.detail;
        });
        if (original == expected.end())
            return false;
        return std::any_of(shared.coroutines.begin(), shared.coroutines.end(), [&](const CoroutinePair& pair) {
            return pair.expected && original->coroutine == pair.expected->id;
        });
    }

    void addWorldSpans(ScopeLane& lane, const std::string& id) const
    {
        for (const TraceSpan& source : m_trace.spans) {
            if (source.lane != id)
                continue;
            ScopeSpan span;
            fill(span, source.begin, source.end);
            span.waiting = lane.kind == ScopeLane::Kind::caller;
            span.text = qt(source.text.empty() ? source.kind : source.text);
            span.shortText = span.text.section(',', 0, 0);
            if (source.end && isPassed(*source.end))
                span.how = ScopeSpan::End::done;
            else if (hasCrashed() && m_seen)
                span.how = ScopeSpan::End::crashed;
            if (span.begun) {
                span.tip = ScopeWordsTr::tr("%1: %2, from %3").arg(lane.name, span.text, readableTime(span.begin));
                if (span.how == ScopeSpan::End::done)
                    span.tip += ScopeWordsTr::tr(" to %1").arg(readableTime(span.end));
            }
            lane.spans.push_back(std::move(span));
        }
    }

    /// An effect stands on the lane that its name begins with: cache.set on cache.
    void addEffects(ScopeLane& lane) const
    {
        for (const TraceEffect& source : m_trace.effects) {
            if (isOfLane(source, lane.name, lane.id) && isPassed(source.at))
                lane.effects.push_back(effectOf(source));
        }
    }

    static bool isOfLane(const TraceEffect& effect, const QString& name, const QString& id)
    {
        const QString what = qt(effect.what);
        return what.startsWith(name + '.') || what.startsWith(id + '.');
    }

    ScopeEffect effectOf(const TraceEffect& source) const
    {
        ScopeEffect effect;
        effect.at = source.at;
        effect.ink = verdictInk(ScopeInk::plain);
        effect.name = qt(source.what);
        if (const QString late = latenessOf(m_trace, source.at); !late.isEmpty())
            effect.words = late.mid(2); // without the comma
        effect.tip = tipOf(source, m_trace);
        effect.line = source.line;
        return effect;
    }

    /// One that no lane's state is changed by stands where it was done.
    void addDone(ScopeLane& lane, const CoroutineLane& shared) const
    {
        for (const TraceEffect& source : m_trace.effects) {
            const bool isHere = std::ranges::any_of(shared.coroutines, [&](const CoroutinePair& pair) {
                return pair.here && source.coroutine == pair.here->id;
            });
            const bool isOfState = std::ranges::any_of(m_trace.lanes, [&](const TraceLane& state) {
                return state.kind == "state" && isOfLane(source, qt(state.name), qt(state.id));
            });
            if (!isHere || isOfState || !isPassed(source.at))
                continue;
            ScopeEffect effect = effectOf(source);
            if (!lane.effects.empty() && lane.effects.back().at == effect.at) {
                lane.effects.back().name += QStringLiteral(", ") + effect.name;
                lane.effects.back().tip += '\n' + effect.tip;
            } else {
                lane.effects.push_back(std::move(effect));
            }
        }
    }

    void addContent(ScopeLane& lane, const std::string& id) const
    {
        for (const TraceValue& source : m_trace.values) {
            if (source.lane != id || !isPassed(source.at))
                continue;
            if (!lane.values.empty())
                lane.values.back().end = source.at;
            ScopeValue value;
            value.begin = source.at;
            value.end = m_seen ? m_openEnd : m_playhead;
            const bool isNew = std::any_of(lane.effects.begin(), lane.effects.end(),
                                           [&](const ScopeEffect& effect) { return effect.at == source.at; });
            value.ink = isNew ? verdictInk(ScopeInk::plain) : ScopeInk::ghost;
            value.text = qt(source.text);
            value.tip = ScopeWordsTr::tr("%1 holds %2 from %3").arg(lane.name, value.text, readableTime(source.at));
            lane.values.push_back(std::move(value));
        }
        // Several values at one moment: the last one is what it holds, if only since now.
        if (lane.values.empty())
            return;
        const ScopeValue held = lane.values.back();
        std::erase_if(lane.values, [](const ScopeValue& value) { return value.begin == value.end; });
        if (held.begin == held.end)
            lane.values.push_back(held);
    }

    void addNotes(ScopeLane& lane, const std::string& id) const
    {
        for (const TraceValue& source : m_trace.values) {
            if (source.lane != id || !isPassed(source.at))
                continue;
            ScopeNote note;
            note.at = source.at;
            note.text = qt(source.text);
            note.shortText = note.text.section(',', 0, 0);
            // Several values at one moment: the last one is what it holds from then on. What a client got it keeps.
            if (!lane.notes.empty() && lane.notes.back().at == note.at && lane.notes.back().text != qt(m_trace.clientOutcome))
                lane.notes.pop_back();
            if (source.text == m_trace.clientOutcome && verdictColoursClient(m_trace))
                note.ink = verdictInk(ScopeInk::secondary);
            lane.notes.push_back(std::move(note));
        }
    }

    const VariantRun& m_run;
    const Trace& m_trace;
    VirtualTime m_playhead;
    VirtualTime m_axisEnd;
    VirtualTime m_openEnd; ///< of what has no end
    bool m_seen;
};

bool hasSpan(const Trace& trace, const TraceLane& lane) { return std::ranges::find(trace.spans, lane.id, &TraceSpan::lane) != trace.spans.end(); }

/// A page need not race by race(): then no race is drawn, and its row would say nothing. The timeout's is where the flag is.
bool isCallerLaneOf(const VariantRun& run, const TraceLane& lane)
{
    return run.trace->lesson != sandboxSlug || lane.id == "timeout" || hasSpan(*run.trace, lane) || hasSpan(*run.withoutTimeout, lane);
}

std::optional<VirtualTime> timeoutOf(const Trace& trace)
{
    return trace.timeout ? std::optional{VirtualTime{*trace.timeout}} : std::nullopt;
}

} // namespace

ScopeInk scopeInkOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::violated:
        return ScopeInk::violated;
    case Verdict::holds:
        return ScopeInk::holds;
    case Verdict::notApplicable:
        break;
    }
    return ScopeInk::secondary;
}

ScopeModel scopeOf(const VariantRun& run, VirtualTime playhead, VirtualDuration axis)
{
    const ScopeBuilder builder{run, playhead, axis};
    ScopeModel model;
    for (const CoroutineLane& lane : coroutineLanesOf(run))
        model.lanes.push_back(builder.coroutineLane(lane));
    // What everything is about stands last, below the world that leads to it.
    for (const bool state : {false, true}) {
        for (const TraceLane& lane : run.trace->lanes) {
            if (lane.kind != "caller" && (lane.kind == "state") == state)
                model.lanes.push_back(builder.worldLane(lane));
        }
    }
    model.verdict = verdictTextOf(*run.trace, builder.seen());
    model.timeout = timeoutOf(*run.trace);
    return model;
}

int callerLaneCountOf(const VariantRun& run)
{
    if (!run.trace)
        return 0;
    return static_cast<int>(std::ranges::count_if(run.trace->lanes, [&](const TraceLane& lane) {
        return lane.kind == "caller" && isCallerLaneOf(run, lane);
    }));
}

ScopeModel callerScopeOf(const VariantRun& run, VirtualTime playhead, VirtualDuration axis)
{
    const ScopeBuilder builder{run, playhead, axis};
    const Trace& trace = *run.trace;
    ScopeModel model;
    for (const TraceLane& lane : trace.lanes) {
        if (lane.kind == "caller" && isCallerLaneOf(run, lane))
            model.lanes.push_back(builder.worldLane(lane));
    }
    if (!model.lanes.empty() && model.lanes.back().id == QLatin1String("timeout"))
        builder.addAimedTimeout(model.lanes.back());
    const bool isOver = trace.raceOverAt && (builder.seen() || playhead >= *trace.raceOverAt);
    if (isOver && !model.lanes.empty() && !trace.callerOutcome.empty()) {
        ScopeNote note;
        note.at = *trace.raceOverAt;
        note.ink = ScopeInk::plain;
        note.text = qt(trace.callerOutcome);
        note.shortText = note.text.section(':', 0, 0);
        model.lanes.front().notes.push_back(std::move(note));
    }
    model.verdict = verdictTextOf(trace, builder.seen());
    model.timeout = timeoutOf(trace);
    return model;
}

} // namespace awaitscope
