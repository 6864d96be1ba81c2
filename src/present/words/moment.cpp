// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/words/moment.hpp"

#include <algorithm>
#include <stdexcept>

namespace awaitscope {

using Kind = TraceEvent::Kind;

Moment::Moment(const Trace& trace, VirtualTime at) : m_trace(trace), m_at(at)
{
    for (const TraceEvent& event : trace.events) {
        if (event.at != at)
            continue;
        m_events.push_back(event);
        m_timeoutFired = m_timeoutFired || event.kind == Kind::timeoutFired;
        m_raceOver = m_raceOver || event.kind == Kind::raceOver;
    }
}

template <class T>
std::vector<const T*> Moment::all(Kind kind, const std::vector<T>& items) const
{
    std::vector<const T*> found;
    for (const TraceEvent& event : m_events) {
        if (event.kind == kind)
            found.push_back(&items.at(static_cast<std::size_t>(event.index)));
    }
    return found;
}

const TraceCoroutine* Moment::findCoroutine(int id) const
{
    const auto found = std::find_if(m_trace.coroutines.begin(), m_trace.coroutines.end(),
                                    [&](const TraceCoroutine& coroutine) { return coroutine.id == id; });
    return found == m_trace.coroutines.end() ? nullptr : &*found;
}

const TraceCoroutine* Moment::subject() const { return findCoroutine(m_trace.subject); }

bool Moment::isLessonCode(const TraceCoroutine& coroutine) const
{
    const TraceCoroutine* const about = subject();
    return !about || coroutine.file == about->file;
}

bool Moment::isLessonCode(const TraceAwait& await) const { return isLessonCode(coroutineOf(await)); }

const TraceCoroutine& Moment::coroutineOf(const TraceAwait& await) const
{
    if (const TraceCoroutine* coroutine = findCoroutine(await.coroutine))
        return *coroutine;
    throw std::logic_error("the trace has an await of a coroutine that it does not know: " + await.what);
}

const TraceCoroutine* Moment::actorOf(const TraceEvent& event) const
{
    const auto index = static_cast<std::size_t>(event.index);
    if (event.kind == Kind::coroutineBegan || event.kind == Kind::coroutineEnded)
        return &m_trace.coroutines.at(index);
    if (event.kind == Kind::awaitSuspended || event.kind == Kind::awaitEnded)
        return &coroutineOf(m_trace.awaits.at(index));
    return nullptr;
}

int Moment::firstPlaceOf(const TraceCoroutine& coroutine) const
{
    const auto found = std::ranges::find_if(m_events, [&](const TraceEvent& event) { return actorOf(event) == &coroutine; });
    return found == m_events.end() ? -1 : static_cast<int>(found - m_events.begin());
}

int Moment::lastPlaceOf(const TraceCoroutine& coroutine) const
{
    int place = -1;
    for (std::size_t i = 0; i < m_events.size(); ++i) {
        if (actorOf(m_events[i]) == &coroutine)
            place = static_cast<int>(i);
    }
    return place;
}

int Moment::placeOfLastEffect() const
{
    int place = -1;
    for (std::size_t i = 0; i < m_events.size(); ++i) {
        if (m_events[i].kind == Kind::effect)
            place = static_cast<int>(i);
    }
    return place;
}

std::vector<const TraceCoroutine*> Moment::acting(bool lessonCode) const
{
    std::vector<const TraceCoroutine*> found;
    for (const TraceEvent& event : m_events) {
        const TraceCoroutine* const coroutine = actorOf(event);
        if (coroutine && isLessonCode(*coroutine) == lessonCode
            && std::find(found.begin(), found.end(), coroutine) == found.end())
            found.push_back(coroutine);
    }
    return found;
}

std::vector<const TraceCoroutine*> Moment::coroutines() const { return acting(true); }

std::vector<const TraceCoroutine*> Moment::callers() const { return acting(false); }

bool Moment::hasBegun(const TraceCoroutine& coroutine) const
{
    const auto begun = all(Kind::coroutineBegan, m_trace.coroutines);
    return std::find(begun.begin(), begun.end(), &coroutine) != begun.end();
}

bool Moment::hasEnded(const TraceCoroutine& coroutine) const { return coroutine.end && *coroutine.end <= m_at; }

bool Moment::endedBeforeTimeout(const TraceCoroutine& coroutine) const
{
    if (!hasEnded(coroutine))
        return false;
    for (const TraceEvent& event : m_events) {
        if (event.kind == Kind::timeoutFired)
            return false;
        if (event.kind == Kind::coroutineEnded
            && &m_trace.coroutines.at(static_cast<std::size_t>(event.index)) == &coroutine)
            return true;
    }
    return *coroutine.end < m_at;
}

bool Moment::isLeaf(const TraceAwait& await) const
{
    // While an await stands for a call, the coroutine called is a child that begins and ends with it.
    if (await.number > 0)
        return true;
    return std::none_of(m_trace.coroutines.begin(), m_trace.coroutines.end(), [&](const TraceCoroutine& child) {
        return child.parent == await.coroutine && child.begin == await.begin && child.end == await.end
               && isLessonCode(child);
    });
}

bool Moment::hasNumberedAwait(const TraceCoroutine& coroutine) const
{
    for (const Kind kind : {Kind::awaitSuspended, Kind::awaitEnded}) {
        for (const TraceAwait* await : all(kind, m_trace.awaits)) {
            if (await->coroutine == coroutine.id && await->number > 0)
                return true;
        }
    }
    return false;
}

std::vector<const TraceAwait*> Moment::resumed(const TraceCoroutine& coroutine) const
{
    auto ended = all(Kind::awaitEnded, m_trace.awaits);
    std::erase_if(ended, [&](const TraceAwait* await) {
        return await->coroutine != coroutine.id || await->how != AwaitEnd::resumed;
    });
    return ended;
}

const TraceAwait* Moment::endedAs(const TraceCoroutine& coroutine, AwaitEnd how) const
{
    for (const TraceAwait* await : all(Kind::awaitEnded, m_trace.awaits)) {
        if (await->coroutine == coroutine.id && await->how == how)
            return await;
    }
    return nullptr;
}

const TraceAwait* Moment::firstEndedAs(AwaitEnd how) const
{
    const TraceAwait* first = nullptr;
    for (const TraceAwait* await : all(Kind::awaitEnded, m_trace.awaits)) {
        if (await->how != how || !isLessonCode(*await))
            continue;
        if (isLeaf(*await))
            return await;
        if (!first)
            first = await;
    }
    return first;
}

const TraceAwait* Moment::nextAwait(const TraceCoroutine& coroutine) const
{
    for (const TraceAwait* await : all(Kind::awaitSuspended, m_trace.awaits)) {
        if (await->coroutine == coroutine.id && (!await->end || *await->end > m_at))
            return await;
    }
    return nullptr;
}

const TraceAwait* Moment::pendingLeaf() const
{
    for (const TraceAwait& await : m_trace.awaits) {
        if (await.begin <= m_at && (!await.end || *await.end > m_at) && isLessonCode(await) && isLeaf(await))
            return &await;
    }
    return nullptr;
}

std::vector<const TraceEffect*> Moment::effects() const { return all(Kind::effect, m_trace.effects); }

std::vector<const TraceValue*> Moment::values() const { return all(Kind::value, m_trace.values); }

std::vector<const TraceSpan*> Moment::spans(Kind kind) const
{
    auto found = all(kind, m_trace.spans);
    std::erase_if(found, [&](const TraceSpan* span) {
        return std::any_of(m_trace.lanes.begin(), m_trace.lanes.end(),
                           [&](const TraceLane& lane) { return lane.id == span->lane && lane.kind == "caller"; });
    });
    return found;
}

std::vector<const TraceSpan*> Moment::spansBegun() const { return spans(Kind::spanBegan); }

std::vector<const TraceSpan*> Moment::spansEnded() const { return spans(Kind::spanEnded); }

std::vector<const TraceLogLine*> Moment::logged() const { return all(Kind::logged, m_trace.log); }

QString Moment::laneName(const std::string& lane) const
{
    for (const TraceLane& one : m_trace.lanes) {
        if (one.id == lane)
            return QString::fromStdString(one.name);
    }
    return QString::fromStdString(lane);
}

} // namespace awaitscope
