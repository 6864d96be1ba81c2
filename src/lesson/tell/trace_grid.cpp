// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/tell/trace_grid.hpp"

#include "lesson/format/scenario.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace awaitscope {

namespace {

class TraceGrid
{
public:
    explicit TraceGrid(const Trace& trace) : m_trace{trace}, m_callers{callersOf(trace)}, m_grid{makeLanes()} {}

    LaneGrid make()
    {
        std::optional<VirtualTime> moment;
        for (const TraceEvent& event : m_trace.events) {
            if (moment != event.at) {
                m_grid.startMoment(toReadableText(event.at));
                moment = event.at;
            }
            add(event);
        }
        if (m_trace.ended.how == RunEnd::crashed) {
            if (moment != m_trace.ended.at)
                m_grid.startMoment(toReadableText(m_trace.ended.at));
            m_grid.addRule("crashed");
        }
        return std::move(m_grid);
    }

private:
    static constexpr std::size_t callerLane = 0;

    std::vector<std::string> makeLanes()
    {
        std::vector<std::string> titles = {"caller"};
        const auto addLanes = [&](bool isState) {
            for (const TraceLane& lane : m_trace.lanes) {
                // The caller's are told in its own lane.
                if (lane.kind == "caller" || (lane.kind == "state") != isState)
                    continue;
                m_lanes[lane.id] = titles.size();
                titles.push_back(lane.name);
            }
        };
        for (const TraceCoroutine& coroutine : m_trace.coroutines) {
            // Callers share one lane, which shows the race and not their awaits.
            if (m_callers.contains(coroutine.id))
                continue;
            m_coroutines[coroutine.id] = titles.size();
            titles.push_back(coroutine.name);
        }
        addLanes(false);
        addLanes(true);
        return titles;
    }

    /// Who awaits the subject, and those who await it in turn: of them the race is shown.
    static std::set<int> callersOf(const Trace& trace)
    {
        std::map<int, std::optional<int>> parents;
        for (const TraceCoroutine& coroutine : trace.coroutines)
            parents[coroutine.id] = coroutine.parent;
        std::set<int> callers;
        for (auto found = parents.find(trace.subject); found != parents.end() && found->second;
             found = parents.find(*found->second))
            callers.insert(*found->second);
        return callers;
    }

    template <class Key>
    static std::optional<std::size_t> laneIn(const std::map<Key, std::size_t>& lanes, const Key& key)
    {
        const auto found = lanes.find(key);
        return found == lanes.end() ? std::nullopt : std::optional{found->second};
    }

    void add(const TraceEvent& event)
    {
        const auto index = static_cast<std::size_t>(event.index);
        switch (event.kind) {
        case TraceEvent::Kind::coroutineBegan:
            addBegin(m_trace.coroutines[index]);
            break;
        case TraceEvent::Kind::coroutineEnded:
            addEnd(m_trace.coroutines[index]);
            break;
        case TraceEvent::Kind::awaitSuspended:
            addSuspension(m_trace.awaits[index]);
            break;
        case TraceEvent::Kind::awaitEnded:
            addEnd(m_trace.awaits[index]);
            break;
        case TraceEvent::Kind::effect:
            addEffect(m_trace.effects[index]);
            break;
        case TraceEvent::Kind::value:
            addValue(m_trace.values[index]);
            break;
        case TraceEvent::Kind::spanBegan:
            addSpan(m_trace.spans[index]);
            break;
        case TraceEvent::Kind::spanEnded:
            if (const auto lane = laneIn(m_lanes, m_trace.spans[index].lane))
                m_grid.add({*lane, "└", {}, {}, Ink::muted, false});
            break;
        case TraceEvent::Kind::timeoutFired:
            m_grid.addRule(isCutByCancel(m_trace) ? "cancel" : "timeout");
            break;
        case TraceEvent::Kind::raceOver:
            addRaceOver();
            break;
        case TraceEvent::Kind::logged: // listed below the table
            break;
        }
    }

    void addBegin(const TraceCoroutine& coroutine)
    {
        if (coroutine.id == m_trace.subject)
            return; // it begins with the run
        if (const auto lane = laneIn(m_coroutines, coroutine.id))
            m_grid.add({*lane, "■", {}, "starts", Ink::muted, false});
    }

    void addEnd(const TraceCoroutine& coroutine)
    {
        const auto lane = laneIn(m_coroutines, coroutine.id);
        if (!lane)
            return;
        switch (coroutine.how) {
        case CoroutineEnd::returned:
            m_grid.add({*lane, "■", {}, "returns", Ink::plain, false});
            break;
        case CoroutineEnd::threw:
            m_grid.add({*lane, "■", {}, "ends by its exception", Ink::plain, false});
            break;
        case CoroutineEnd::cancelled:
            m_grid.add({*lane, "■", {}, "ends, cancelled", Ink::cut, false});
            break;
        case CoroutineEnd::dropped:
            m_grid.add({*lane, "■", {}, "destroyed", Ink::cut, false});
            break;
        case CoroutineEnd::running:
            break;
        }
    }

    static std::string badgeOf(const TraceAwait& await)
    {
        return await.number > 0 ? std::to_string(await.number) : std::string{};
    }

    void addSuspension(const TraceAwait& await)
    {
        const auto lane = laneIn(m_coroutines, await.coroutine);
        if (!lane || await.how == AwaitEnd::refused) // told when it ends, which is at once
            return;
        const bool isLeaf = await.number > 0;
        m_grid.add({*lane, "┌", badgeOf(await), isLeaf ? await.what : "awaits " + await.what, Ink::waiting, true});
    }

    void addEnd(const TraceAwait& await)
    {
        const auto lane = laneIn(m_coroutines, await.coroutine);
        if (!lane)
            return;
        switch (await.how) {
        case AwaitEnd::resumed:
            m_grid.add({*lane, "└", badgeOf(await), await.error ? "resumes with " + await.error->what : "resumes",
                        Ink::waiting, false});
            break;
        case AwaitEnd::cancelled:
            m_grid.add({*lane, "╳", badgeOf(await), "throws operation_aborted", Ink::cut, false});
            break;
        case AwaitEnd::dropped:
            m_grid.add({*lane, "╳", badgeOf(await), "dropped here", Ink::cut, false});
            break;
        case AwaitEnd::threw:
            m_grid.add({*lane, "└", badgeOf(await), "throws", Ink::plain, false});
            break;
        case AwaitEnd::refused:
            m_grid.add({*lane, "╳", badgeOf(await), await.what + " throws before it starts", Ink::cut, false});
            break;
        case AwaitEnd::pending:
            break;
        }
    }

    void addEffect(const TraceEffect& effect)
    {
        std::string text = effect.what;
        if (m_trace.raceOverAt && effect.at > *m_trace.raceOverAt)
            text += ", " + toReadableText(effect.at - *m_trace.raceOverAt) + " after the race";
        // "cache.set" changes the lane "cache", where there is one.
        const std::string changed = effect.what.substr(0, effect.what.find('.'));
        std::optional<std::size_t> lane = laneIn(m_lanes, changed);
        if (!lane && effect.coroutine)
            lane = laneIn(m_coroutines, *effect.coroutine);
        const bool isTold = laneIn(m_lanes, changed).has_value(); // by the lane's next value
        if (!isTold && !effect.detail.empty())
            text += ' ' + effect.detail;
        m_grid.add({lane.value_or(callerLane), "◆", {}, std::move(text), Ink::strong, isState(changed)});
    }

    bool isState(const std::string& id) const
    {
        return std::any_of(m_trace.lanes.begin(), m_trace.lanes.end(),
                           [&](const TraceLane& lane) { return lane.id == id && lane.kind == "state"; });
    }

    void addSpan(const TraceSpan& span)
    {
        if (const auto lane = laneIn(m_lanes, span.lane))
            m_grid.add({*lane, "┌", {}, span.text, Ink::muted, true});
        else if (span.lane == "race")
            m_grid.add({callerLane, "┌", {}, span.text, Ink::waiting, true});
        // The timeout's own lane is the line across all lanes when it fires, and the heading before.
    }

    void addValue(const TraceValue& value)
    {
        const bool isHeld = isState(value.lane); // others happen once
        if (const auto lane = laneIn(m_lanes, value.lane))
            m_grid.add({*lane, isHeld ? "│" : "●", {}, value.text, Ink::plain, isHeld});
    }

    void addRaceOver()
    {
        if (!m_trace.winner)
            return;
        const bool hasTimedOut = *m_trace.winner == Winner::timeout;
        const std::string winner = hasTimedOut ? "the timeout" : subjectName();
        m_grid.add(
            {callerLane, hasTimedOut ? "╳" : "└", {}, winner + " wins", hasTimedOut ? Ink::cut : Ink::waiting, false});
    }

    std::string subjectName() const
    {
        for (const TraceCoroutine& coroutine : m_trace.coroutines) {
            if (coroutine.id == m_trace.subject)
                return coroutine.name;
        }
        return "the work";
    }

    const Trace& m_trace;
    std::set<int> m_callers;
    std::map<int, std::size_t> m_coroutines;    ///< column by id
    std::map<std::string, std::size_t> m_lanes; ///< column by id
    LaneGrid m_grid;
};

} // namespace

bool isCutByCancel(const Trace& trace)
{
    return trace.timeout && settingIn(trace.scenario, "cancel") && !settingIn(trace.scenario, "timeout");
}

LaneGrid gridOf(const Trace& trace) { return TraceGrid{trace}.make(); }

} // namespace awaitscope
