// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/recorder.hpp"

#include <algorithm>
#include <stdexcept>

namespace awaitscope {

SourceSet::SourceSet(std::string slug, std::vector<SourceIndex> sources) : m_sources(std::move(sources))
{
    for (const SourceIndex& source : m_sources)
        m_tails.push_back(slug + '/' + source.fileName());
}

int SourceSet::find(std::string_view compilerFileName) const
{
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        // With the folder's name, as every lesson has a scenario.cpp; and no more than that, as the path before it is a
        // matter of who compiled it, and where.
        const std::string& tail = m_tails[i];
        if (!compilerFileName.ends_with(tail))
            continue;
        const std::size_t before = compilerFileName.size() - tail.size();
        if (before == 0 || compilerFileName[before - 1] == '/')
            return static_cast<int>(i);
    }
    return -1;
}

Recorder::Recorder(const SourceSet& sources) : m_sources(sources)
{
    // Room for what a lesson records: to grow from nothing costs more than to record.
    m_recording.coroutines.reserve(8);
    m_recording.awaits.reserve(16);
    m_recording.events.reserve(64);
    m_progress.reserve(8);
    m_domains.reserve(8);
    m_recording.spawns.reserve(8);
    m_sourceCache.reserve(8);
}

int Recorder::findSource(const char* compilerFileName)
{
    const int source = m_sources.find(compilerFileName);
    m_sourceCache.emplace_back(compilerFileName, source);
    return source;
}

Origin Recorder::enter(Origin origin)
{
    // Somebody else runs from now on: an operation that is started is not that await's operand.
    m_startingAwait = 0;
    m_steppingSpawn = 0;
    return std::exchange(m_current, origin);
}

std::uint32_t Recorder::starts()
{
    m_steppingSpawn = 0; // a hidden coroutine that waits for an operation before it calls any of the lesson
    if (m_current == 0 || m_finished)
        return 0;
    Progress& progress = m_progress[m_current - 1];
    if (progress.await == 0 || m_recording.awaits[progress.await - 1].end || std::exchange(progress.hasPart, true))
        return 0;
    return progress.await;
}

void Recorder::fails(std::uint32_t part, const boost::system::error_code& error)
{
    if (part != 0 && !m_finished && !m_recording.awaits[part - 1].end)
        m_recording.awaits[part - 1].error = error;
}

void Recorder::queued(Origin origin, Ticket ticket)
{
    if (origin == 0 || m_finished)
        return;
    Progress& progress = m_progress[origin - 1];
    // What a coroutine posts while it runs does not resume it: only what comes while it waits is counted.
    if (progress.await == 0 || m_recording.awaits[progress.await - 1].end)
        return;
    ++progress.tasks;
    progress.newest = ticket;
    progress.isQueued = true;
    progress.queuedAt = m_context->now();
    // Last: it may let the timeout fire, whose task becomes ready, and so come back to here.
    reached(progress.await, progress.tasks);
}

void Recorder::begins(Origin origin, Ticket ticket)
{
    enter(origin);
    m_runningTask = ticket;
    if (m_reached)
        m_reached->now.store(toMicroseconds(m_context->now()), std::memory_order_relaxed);
    if (origin != 0 && m_progress[origin - 1].newest == ticket)
        m_progress[origin - 1].isQueued = false;
}

void Recorder::blocks()
{
    if (!m_blockedAt)
        m_blockedAt = whereabouts();
    if (m_onBlocked)
        m_onBlocked();
}

void Recorder::reached(AwaitId await, std::uint32_t completion)
{
    // Once. After a cancel the run goes its own way, and ids no longer mean what they meant in the run without a timeout.
    if (m_watched == std::pair{await, completion} && m_onWatched)
        std::exchange(m_onWatched, nullptr)();
}

Origin Recorder::beginCoroutine(int source, int line, DomainId domain)
{
    Recording::Coroutine coroutine;
    coroutine.source = source;
    coroutine.line = line;
    // A coroutine runs for the first time in its parent's turn, or in a task that the parent caused; but for that of a strand,
    // which may be anybody's who was in it before.
    coroutine.parent = m_steppingSpawn != 0 ? m_recording.spawns[m_steppingSpawn - 1].by : m_current;
    coroutine.begin = m_context->now();
    // If its parent's last await is still open, it runs for that; otherwise the parent goes on by itself.
    if (const AwaitId last = coroutine.parent == 0 ? 0 : m_progress[coroutine.parent - 1].await; last != 0) {
        Recording::Await& await = m_recording.awaits[last - 1];
        if (!await.end) {
            await.hasChildren = true;
            coroutine.called = true;
        }
    }
    m_progress.emplace_back();
    m_domains.push_back(domain);
    m_recording.coroutines.push_back(coroutine);
    // The operand was this coroutine: the first operation in it is not what its parent awaits.
    m_startingAwait = 0;
    m_current = static_cast<Origin>(m_recording.coroutines.size());
    // Whatever of Asio's or of the world's was around it: the first of the lesson's is what was spawned.
    if (const SpawnId spawn = std::exchange(m_steppingSpawn, 0); spawn != 0)
        m_recording.spawns[spawn - 1].coroutine = m_current;
    m_lastRan = m_current;
    m_lastPlace = {source, coroutine.line};
    note(TraceEvent::Kind::coroutineBegan, m_recording.coroutines.size() - 1);
    return m_current;
}

void Recorder::coroutineEnded(Origin coroutine, CoroutineEnd how)
{
    if (coroutine == 0 || m_finished)
        return;
    Recording::Coroutine& ended = m_recording.coroutines[coroutine - 1];
    ended.end = m_context->now();
    ended.how = how;
    if (how == CoroutineEnd::returned)
        settleThrown(coroutine, Seen::caught);
    note(TraceEvent::Kind::coroutineEnded, coroutine - 1);
}

Recorder::AwaitId Recorder::awaitSuspended(Origin coroutine, const std::source_location& where)
{
    // Of hidden coroutines as well: what one of them starts is its own and not the operand of the await before.
    m_startingAwait = 0;
    if (coroutine == 0 || m_finished)
        return 0;
    // It goes on, and so it has caught what its last await threw.
    settleThrown(coroutine, Seen::caught);
    Recording::Await await;
    await.coroutine = coroutine;
    await.source = sourceOf(where.file_name());
    await.line = static_cast<int>(where.line());
    await.begin = m_context->now();
    m_lastRan = coroutine;
    m_lastPlace = {await.source, await.line};
    m_recording.awaits.push_back(await);
    note(TraceEvent::Kind::awaitSuspended, m_recording.awaits.size() - 1);
    const AwaitId id = static_cast<AwaitId>(m_recording.awaits.size());
    m_progress[coroutine - 1] = Progress{};
    m_progress[coroutine - 1].await = id;
    m_startingAwait = id;
    // A timeout that is aimed at this moment runs as soon as the current task is over (completeFirst()): by then the
    // operation has started, and nothing else has run.
    reached(id, 0);
    return id;
}

void Recorder::awaitEnded(AwaitId await, AwaitEnd how)
{
    if (await == 0 || m_finished)
        return;
    Recording::Await& ended = m_recording.awaits[await - 1];
    ended.end = m_context->now();
    ended.how = how;
    if (const Progress& progress = m_progress[ended.coroutine - 1]; progress.await == await) {
        // What resumes it is a task that had to wait for its turn: others could come in between.
        // A cancelled one is left out: the task that resumes it brings no result that could be lost.
        const bool isResumedByNewest = progress.newest != 0 && progress.newest == m_runningTask
                                       && (how == AwaitEnd::resumed || how == AwaitEnd::threw);
        const bool isDroppedFromQueue = how == AwaitEnd::dropped && progress.isQueued;
        if (isResumedByNewest || isDroppedFromQueue) {
            ended.completed = progress.queuedAt;
            ended.completion = progress.tasks;
            // Tickets start at 1, so that the 0 of "did not fire" equals none of them.
            ended.firedCompleted = progress.firedAt == progress.newest;
        }
    }
    // A coroutine that was dropped does not run again; where the run is remains with whoever dropped it.
    if (how != AwaitEnd::dropped) {
        m_current = ended.coroutine;
        m_lastRan = ended.coroutine;
        m_lastPlace = {ended.source, ended.line};
    }
    note(TraceEvent::Kind::awaitEnded, await - 1);
}

void Recorder::awaitThrows(AwaitId await, const boost::system::error_code& error)
{
    if (await != 0 && !m_finished)
        m_recording.awaits[await - 1].error = error;
}

void Recorder::awaitThrows(AwaitId await, TraceError error)
{
    if (await != 0 && !m_finished)
        m_recording.awaits[await - 1].thrown = std::make_shared<const TraceError>(std::move(error));
}

void Recorder::awaitRefused(Origin coroutine, const std::source_location& where)
{
    const AwaitId await = awaitSuspended(coroutine, where);
    awaitThrows(await, boost::asio::error::operation_aborted); // the one reason for which Asio does so
    awaitEnded(await, AwaitEnd::refused);
    m_startingAwait = 0;
}

void Recorder::nameOperation(std::string_view name)
{
    if (m_startingAwait != 0)
        m_recording.awaits[m_startingAwait - 1].operation = name;
    // The first that is started is the operand. What else starts in the same turn belongs to it.
    m_startingAwait = 0;
}

void Recorder::addLane(std::string id, std::string name, std::string kind)
{
    if (!m_finished && !hasLane(id))
        m_recording.lanes.push_back({std::move(id), std::move(name), std::move(kind)});
}

bool Recorder::hasLane(std::string_view id) const
{
    return std::ranges::any_of(m_recording.lanes, [id](const TraceLane& lane) { return lane.id == id; });
}

void Recorder::mustHaveLane(std::string_view id) const
{
    if (!hasLane(id))
        throw std::logic_error("nobody declared the lane '" + std::string{id} + "': make it with world.lane(\"" +
                               std::string{id} + "\")");
}

std::size_t Recorder::beginSpan(std::string_view lane, std::string_view kind, std::string text)
{
    // Parts of the world go on in the tear-down, when the recording has been given away, lanes and all.
    if (m_finished)
        return 0;
    mustHaveLane(lane);
    m_recording.spans.push_back(
        {std::string{lane}, std::string{kind}, m_context->now(), std::nullopt, std::move(text)});
    note(TraceEvent::Kind::spanBegan, m_recording.spans.size() - 1);
    return m_recording.spans.size() - 1;
}

void Recorder::endSpan(std::size_t span)
{
    // Guards end their spans in the tear-down too, when the recording has been given away.
    if (m_finished || m_recording.spans[span].end)
        return;
    m_recording.spans[span].end = m_context->now();
    note(TraceEvent::Kind::spanEnded, span);
}

void Recorder::setValue(std::string_view lane, std::string text)
{
    if (m_finished)
        return;
    mustHaveLane(lane);
    m_recording.values.push_back({std::string{lane}, m_context->now(), std::move(text)});
    note(TraceEvent::Kind::value, m_recording.values.size() - 1);
}

std::pair<int, int> Recorder::placeOf(Origin coroutine) const
{
    if (coroutine == 0)
        return m_lastPlace;
    if (const AwaitId last = m_progress[coroutine - 1].await; last != 0)
        return {m_recording.awaits[last - 1].source, m_recording.awaits[last - 1].line};
    const Recording::Coroutine& begun = m_recording.coroutines[coroutine - 1];
    const SourceFunction* const function = m_sources.sources()[static_cast<std::size_t>(begun.source)].functionAt(begun.line);
    return {begun.source, function ? function->firstLine : begun.line};
}

void Recorder::addEffect(std::string_view what, std::string detail, const std::source_location& where)
{
    if (m_finished)
        return;
    std::pair<int, int> place{sourceOf(where.file_name()), static_cast<int>(where.line())};
    if (place.first < 0) // of a header: what led there is all that the lesson shows
        place = placeOf(m_current);
    m_recording.effects.push_back(
        {std::string{what}, std::move(detail), m_current, place.first, place.second, m_context->now()});
    note(TraceEvent::Kind::effect, m_recording.effects.size() - 1);
}

void Recorder::addLogLine(std::string text)
{
    if (m_finished)
        return;
    m_recording.log.push_back({m_context->now(), std::move(text)});
    note(TraceEvent::Kind::logged, m_recording.log.size() - 1);
    // Asked when the line is in, as `flooded` may not return.
    if (m_logWatch.flooded && m_recording.log.size() > m_logWatch.mostLines)
        m_logWatch.flooded();
}

void Recorder::tell()
{
    if (m_reached)
        m_reached->events.store(m_told, std::memory_order_relaxed);
    if (m_told == m_leftAfter)
        m_onLeave();
}

Recording Recorder::recordedSoFar() const
{
    Recording recording = m_recording;
    recording.end = m_context->now();
    return recording;
}

Recording Recorder::finish(const std::exception_ptr& failure)
{
    // First, as after the next lines nothing is taken any more.
    if (m_logWatch.finishing)
        m_logWatch.finishing();
    settleFlying(failure);
    m_finished = true;
    m_recording.end = m_context->now();
    return std::move(m_recording);
}

std::pair<std::string, int> Recorder::whereabouts() const
{
    const auto [source, line] = m_lastPlace;
    if (source < 0)
        return {};
    const SourceIndex& index = m_sources.sources()[static_cast<std::size_t>(source)];
    const SourceAwait* const await = index.awaitAt(line);
    return {index.fileName(), await ? await->line : line};
}

std::string Recorder::currentCoroutineName() const
{
    if (m_lastRan == 0 || m_lastRan > m_recording.coroutines.size())
        return {};
    const Recording::Coroutine& coroutine = m_recording.coroutines[m_lastRan - 1];
    const SourceFunction* const function =
        m_sources.sources()[static_cast<std::size_t>(coroutine.source)].functionAt(coroutine.line);
    return function ? function->name : std::string{};
}

} // namespace awaitscope
