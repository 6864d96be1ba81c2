// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"

#include <memory>
#include <string>

namespace awaitscope::test {

/// Writes a trace by hand, event by event, for what no lesson shows. Times are milliseconds.
class TraceScript
{
public:
    explicit TraceScript(CancelModel model = CancelModel::asio, std::string file = "buggy.cpp")
        : m_file(std::move(file))
    {
        m_trace.model = model;
        m_trace.lanes = {
            {"race", "race", "caller"}, {"downstream", "downstream", "world"}, {"cache", "cache", "state"}};
    }

    void addLane(TraceLane lane) { m_trace.lanes.push_back(std::move(lane)); }

    TraceScript& at(int milliseconds)
    {
        m_now = fromMicroseconds(milliseconds * 1000);
        return *this;
    }

    /// A coroutine begins; the first one of `file` is the subject.
    int begins(const std::string& name, std::optional<int> parent = {}, const std::string& file = {})
    {
        TraceCoroutine coroutine;
        coroutine.id = static_cast<int>(m_trace.coroutines.size()) + 1;
        coroutine.name = name;
        coroutine.parent = parent;
        coroutine.file = file.empty() ? m_file : file;
        coroutine.begin = m_now;
        if (m_trace.subject == 0 && coroutine.file == m_file)
            m_trace.subject = coroutine.id;
        m_trace.coroutines.push_back(coroutine);
        add(TraceEvent::Kind::coroutineBegan, m_trace.coroutines.size());
        return coroutine.id;
    }

    void ends(int coroutine, CoroutineEnd how)
    {
        TraceCoroutine& one = m_trace.coroutines.at(static_cast<std::size_t>(coroutine - 1));
        one.end = m_now;
        one.how = how;
        add(TraceEvent::Kind::coroutineEnded, static_cast<std::size_t>(coroutine));
    }

    int suspends(int coroutine, int number, const std::string& what, int line)
    {
        TraceAwait await;
        await.id = static_cast<int>(m_trace.awaits.size()) + 1;
        await.number = number;
        await.coroutine = coroutine;
        await.what = what;
        await.file = m_trace.coroutines.at(static_cast<std::size_t>(coroutine - 1)).file;
        await.line = line;
        await.begin = m_now;
        m_trace.awaits.push_back(await);
        add(TraceEvent::Kind::awaitSuspended, m_trace.awaits.size());
        return await.id;
    }

    /// The timeout fires now, when the await's operation has completed and its coroutine has not been resumed.
    void firedAfterCompletionOf(int await)
    {
        TraceAwait& one = m_trace.awaits.at(static_cast<std::size_t>(await - 1));
        one.completed = m_now;
        one.firedCompleted = true;
    }

    void awaitEnds(int await, AwaitEnd how)
    {
        TraceAwait& one = m_trace.awaits.at(static_cast<std::size_t>(await - 1));
        one.end = m_now;
        one.how = how;
        add(TraceEvent::Kind::awaitEnded, static_cast<std::size_t>(await));
    }

    /// The subject's doing, or that of another coroutine.
    void does(const std::string& what, const std::string& detail, int line, std::optional<int> coroutine = {})
    {
        m_trace.effects.push_back({what, detail, coroutine.value_or(m_trace.subject), m_file, line, m_now});
        add(TraceEvent::Kind::effect, m_trace.effects.size());
    }

    void loses(const std::string& what, const std::string& detail, int line, int wouldBeAt)
    {
        m_trace.lost.push_back({what, detail, m_file, line, fromMicroseconds(wouldBeAt * 1000)});
    }

    void prints(const std::string& text)
    {
        m_trace.log.push_back({m_now, text});
        add(TraceEvent::Kind::logged, m_trace.log.size());
    }

    void spanBegins(const std::string& lane, const std::string& text) { spanBegins(lane, text, text); }
    void spanBegins(const std::string& lane, const std::string& kind, const std::string& text)
    {
        m_trace.spans.push_back({lane, kind, m_now, {}, text});
        add(TraceEvent::Kind::spanBegan, m_trace.spans.size());
    }

    void spanEnds(std::size_t span)
    {
        m_trace.spans.at(span).end = m_now;
        add(TraceEvent::Kind::spanEnded, span + 1);
    }

    void holds(const std::string& lane, const std::string& text)
    {
        m_trace.values.push_back({lane, m_now, text});
        add(TraceEvent::Kind::value, m_trace.values.size());
    }

    void setTimeout(int milliseconds) { m_trace.timeout = VirtualDuration{milliseconds * 1000}; }

    void timeoutFires()
    {
        m_trace.firedAt = m_now;
        add(TraceEvent::Kind::timeoutFired, 1);
    }

    void raceIsOver(Winner winner)
    {
        m_trace.winner = winner;
        m_trace.raceOverAt = m_now;
        add(TraceEvent::Kind::raceOver, 1);
    }

    void timeoutWins()
    {
        timeoutFires();
        m_trace.winner = Winner::timeout;
    }

    /// The process that runs it dies now; nobody judges it.
    void crashes(int line, const std::string& why) { m_trace.ended = {RunEnd::crashed, m_now, why, {}, m_file, line}; }

    void judged(Verdict verdict) { m_trace.checks = {{"check", "It is cached.", verdict, ""}}; }

    Trace trace() const
    {
        Trace result = m_trace;
        result.end = m_now;
        return result;
    }

    std::shared_ptr<const Trace> share() const { return std::make_shared<const Trace>(trace()); }

private:
    void add(TraceEvent::Kind kind, std::size_t count)
    {
        m_trace.events.push_back({kind, static_cast<int>(count) - 1, m_now});
    }

    std::string m_file;
    Trace m_trace;
    VirtualTime m_now;
};

} // namespace awaitscope::test
