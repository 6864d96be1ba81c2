// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is spawned, and the window before its first step.

#include "core/trace/recorder.hpp"

namespace awaitscope {

Recorder::SpawnId Recorder::spawned()
{
    if (m_finished)
        return 0;
    Recording::Spawn spawn;
    spawn.at = m_context->now();
    spawn.task = m_runningTask;
    spawn.by = m_current;
    spawn.domain = m_context->currentDomain();
    if (const AwaitId last = m_current == 0 ? 0 : m_progress[m_current - 1].await; last != 0 && !m_recording.awaits[last - 1].end)
        spawn.await = last;
    m_recording.spawns.push_back(spawn);
    const auto id = static_cast<SpawnId>(m_recording.spawns.size());
    // The timeout's task is run as soon as the current one is over (completeFirst()): the first step, which is queued
    // behind it, has not been taken by then.
    if (spawn.by == m_watchedSpawn.by && spawn.await == m_watchedSpawn.await && --m_watchedSpawn.occurrence == 0 && m_onWatched)
        std::exchange(m_onWatched, nullptr)();
    return id;
}

void Recorder::takesFirstStep(SpawnId id)
{
    if (id == 0 || m_finished)
        return;
    Recording::Spawn& spawn = m_recording.spawns[id - 1];
    spawn.begun = m_context->now();
    spawn.isQueued = spawn.task != m_runningTask;
    m_steppingSpawn = id;
}

DomainId Recorder::domainOfNext() const
{
    if (m_steppingSpawn != 0)
        return m_recording.spawns[m_steppingSpawn - 1].domain;
    return m_current == 0 ? m_context->currentDomain() : m_domains[m_current - 1];
}

} // namespace awaitscope
