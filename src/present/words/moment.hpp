// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"

#include <QString>

#include <vector>

namespace awaitscope {

/// What a trace holds of one moment, as the questions that sentences ask. `trace` outlives it.
class Moment
{
public:
    Moment(const Trace& trace, VirtualTime at);

    const Trace& trace() const { return m_trace; }
    VirtualTime at() const { return m_at; }
    bool timeoutFired() const { return m_timeoutFired; }
    bool raceOver() const { return m_raceOver; }

    /// Lesson code is what stands in the subject's file; the rest is the caller's.
    bool isLessonCode(const TraceCoroutine& coroutine) const;
    bool isLessonCode(const TraceAwait& await) const;
    const TraceCoroutine* subject() const; ///< null if it never began

    std::vector<const TraceCoroutine*> coroutines() const; ///< lesson code that did something now, in the order it did
    std::vector<const TraceCoroutine*> callers() const;    ///< the same for other code
    const TraceCoroutine& coroutineOf(const TraceAwait& await) const;
    /// Where in the order of this moment it did its first or its last thing, and the last effect came; -1: nothing.
    int firstPlaceOf(const TraceCoroutine& coroutine) const;
    int lastPlaceOf(const TraceCoroutine& coroutine) const;
    int placeOfLastEffect() const;
    bool hasBegun(const TraceCoroutine& coroutine) const; ///< now
    bool hasEnded(const TraceCoroutine& coroutine) const; ///< now or before
    bool
    endedBeforeTimeout(const TraceCoroutine& coroutine) const; ///< before, or now but in the order of events before it

    /// An await of an operation, not of another coroutine that has awaits of its own.
    bool isLeaf(const TraceAwait& await) const;
    bool hasNumberedAwait(const TraceCoroutine& coroutine) const; ///< one that began or ended now
    std::vector<const TraceAwait*>
    resumed(const TraceCoroutine& coroutine) const; ///< awaits that ended now with a value
    bool isResumed(const TraceCoroutine& coroutine) const { return !resumed(coroutine).empty(); }
    const TraceAwait* endedAs(const TraceCoroutine& coroutine, AwaitEnd how) const; ///< the first that ended so now
    const TraceAwait* firstEndedAs(AwaitEnd how) const;                 ///< of all lesson code; leaves first
    const TraceAwait* nextAwait(const TraceCoroutine& coroutine) const; ///< it suspended there now and still waits
    const TraceAwait* pendingLeaf() const;                              ///< of lesson code, suspended before or now

    std::vector<const TraceEffect*> effects() const;
    std::vector<const TraceValue*> values() const;
    std::vector<const TraceSpan*> spansBegun() const; ///< of the world, not the caller's
    std::vector<const TraceSpan*> spansEnded() const;
    std::vector<const TraceLogLine*> logged() const;
    QString laneName(const std::string& lane) const;

private:
    const TraceCoroutine* findCoroutine(int id) const;
    const TraceCoroutine* actorOf(const TraceEvent& event) const; ///< null: no coroutine's doing
    std::vector<const TraceCoroutine*> acting(bool lessonCode) const;
    std::vector<const TraceSpan*> spans(TraceEvent::Kind kind) const;
    template <class T>
    std::vector<const T*> all(TraceEvent::Kind kind, const std::vector<T>& items) const;

    const Trace& m_trace;
    VirtualTime m_at;
    std::vector<TraceEvent> m_events; ///< of this moment
    bool m_timeoutFired = false;
    bool m_raceOver = false;
};

} // namespace awaitscope
