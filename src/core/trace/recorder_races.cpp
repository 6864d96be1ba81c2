// SPDX-License-Identifier: GPL-3.0-or-later
//
// Races, the run's timeout, and what a drop must not leave behind.

#include "core/trace/recorder.hpp"

#include <algorithm>

namespace awaitscope {

Recorder::RaceId Recorder::beginRace(bool isOfRun, std::optional<VirtualDuration> timeout, std::string waits)
{
    if (m_finished)
        return 0; // whose end is told to nobody either
    // The lowest that no race holds now, so that those in a loop lie in one row; the first is kept for the run's own.
    int slot = isOfRun ? 1 : 2;
    const auto isHeld = [&](const Recording::Race& race) { return race.slot == slot && !race.end; };
    while (std::ranges::any_of(m_recording.races, isHeld))
        ++slot;
    const std::string behind = slot == 1 ? "" : ' ' + std::to_string(slot);
    // They are drawn with the coroutine that races, and not with the caller.
    for (const std::string& lane : {"race" + behind, "timeout" + behind}) {
        if (std::ranges::find(m_recording.lanes, lane, &TraceLane::id) == m_recording.lanes.end())
            addLane(lane, lane, "race");
    }

    Recording::Race race;
    race.slot = slot;
    race.isOfRun = isOfRun;
    race.begin = m_context->now();
    // race() runs in the turn of the coroutine that awaits it.
    if (const AwaitId await = m_current == 0 ? 0 : m_progress[m_current - 1].await; await != 0 && !m_recording.awaits[await - 1].end)
        race.await = await;
    race.span = beginSpan("race" + behind, "waiting", std::move(waits));
    // Where the timeout is aimed at a moment there is no time to say how long it waits.
    if (timeout)
        race.timeoutSpan = beginSpan("timeout" + behind, "waiting", toReadableText(*timeout));
    m_recording.races.push_back(race);
    return m_recording.races.size() - 1;
}

void Recorder::timeoutFired(RaceId id)
{
    if (m_finished)
        return;
    Recording::Race& race = m_recording.races[id];
    race.firedAt = m_context->now();
    if (race.isOfRun)
        timeoutFired();
    if (race.timeoutSpan)
        endSpan(*race.timeoutSpan);
}

void Recorder::timeoutFired()
{
    if (m_recording.firedAt || m_finished)
        return; // a run has one timeout, also where several races wait for it
    m_recording.firedAt = m_context->now();
    // Whose task lies in the queue now has been hit in its second window. What becomes of it shows later (awaitEnded()).
    for (Progress& progress : m_progress) {
        if (progress.isQueued)
            progress.firedAt = progress.newest;
    }
    m_recording.spawnsBeforeTimeout = m_recording.spawns.size();
    for (Recording::Spawn& spawn : m_recording.spawns)
        spawn.firedBefore = !spawn.begun;
    note(TraceEvent::Kind::timeoutFired, 0);
}

void Recorder::endRace(RaceId id, std::optional<Winner> winner)
{
    if (m_finished || m_recording.races[id].end)
        return;
    Recording::Race& race = m_recording.races[id];
    race.end = m_context->now();
    race.winner = winner;
    if (race.timeoutSpan)
        endSpan(*race.timeoutSpan);
    endSpan(race.span);
    if (!winner || !race.isOfRun)
        return;
    // Of several that wait for the run's timeout one after the other it is the one that counts in which it fired, else the first.
    if (m_recording.winner && !race.firedAt)
        return;
    std::erase_if(m_recording.events, [](const TraceEvent& event) { return event.kind == TraceEvent::Kind::raceOver; });
    m_recording.winner = winner;
    m_recording.raceOverAt = race.end;
    note(TraceEvent::Kind::raceOver, 0);
}

Origin Recorder::findRunning(DomainId domain) const
{
    for (std::size_t i = 0; i < m_recording.coroutines.size(); ++i) {
        if (!m_recording.coroutines[i].end && m_context->isWithin(m_domains[i], domain))
            return static_cast<Origin>(i + 1);
    }
    return 0;
}

void Recorder::refuse(std::string message)
{
    if (m_refusal || m_finished)
        return;
    const auto [source, line] = placeOf(m_current);
    const SourceIndex* const index = source < 0 ? nullptr : &m_sources.sources()[static_cast<std::size_t>(source)];
    const SourceAwait* const await = index ? index->awaitAt(line) : nullptr;
    m_refusal = Refusal{std::move(message), index ? index->fileName() : std::string{}, await ? await->line : line, false};
}

void Recorder::refuseDrop(Origin coroutine)
{
    if (m_refusal || m_finished)
        return;
    const Recording::Coroutine& left = m_recording.coroutines[coroutine - 1];
    const SourceIndex& source = m_sources.sources()[static_cast<std::size_t>(left.source)];
    const SourceFunction* const function = source.functionAt(left.line);
    const std::string name = function ? function->name : "a coroutine";
    int line = function ? function->firstLine : left.line;
    std::string what;
    if (const AwaitId last = m_progress[coroutine - 1].await; last != 0 && !m_recording.awaits[last - 1].end) {
        const Recording::Await& await = m_recording.awaits[last - 1];
        const SourceAwait* const found = m_sources.sources()[static_cast<std::size_t>(await.source)].awaitAt(await.line);
        line = found ? found->line : await.line;
        what = !await.operation.empty() ? std::string{await.operation} : found ? found->what : std::string{};
    }
    // What was cancelled on the way here may be queued in a strand, for coroutines that are gone: that must not run any more.
    m_context->stop();
    m_refusal = Refusal{std::string{refusedDrop} + name + " from where it waits, " + (what.empty() ? "an operation" : what)
                               + ": what waits in a strand's queue, or in a channel without a cancellation slot, is out of its "
                                 "reach. Await it in the race itself, or choose Asio cancel.",
                           source.fileName(), line};
}

} // namespace awaitscope
