// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/starts.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace awaitscope {

namespace {

/// Without its number.
TraceStart startOf(const Recording& recording, const Recording::Spawn& spawn, const SourceSet& sources)
{
    const Recording::Coroutine& coroutine = recording.coroutines[spawn.coroutine - 1];
    const SourceIndex& source = sources.sources()[static_cast<std::size_t>(coroutine.source)];
    const SourceFunction* const function = source.functionAt(coroutine.line);
    TraceStart start;
    start.coroutine = static_cast<int>(spawn.coroutine);
    start.what = function ? function->name : "coroutine";
    start.file = source.fileName();
    start.line = function ? function->firstLine : coroutine.line;
    start.spawned = spawn.at;
    start.begun = spawn.begun;
    start.isQueued = spawn.isQueued;
    return start;
}

/// Counts the spawns of a recording, each at its place.
class Places
{
public:
    Recording::SpawnPlace next(const Recording::Spawn& spawn)
    {
        return {spawn.by, spawn.await, ++m_seen[{spawn.by, spawn.await}]};
    }

private:
    std::map<std::pair<Origin, Recording::AwaitId>, int> m_seen;
};

} // namespace

StartNumbers::StartNumbers(const Recording& recording, const SourceSet& sources, std::string_view caller) : m_caller(caller)
{
    Places places;
    for (const Recording::Spawn& spawn : recording.spawns) {
        const Recording::SpawnPlace place = places.next(spawn);
        if (spawn.coroutine == 0)
            continue;
        TraceStart start = startOf(recording, spawn, sources);
        if (start.what == m_caller)
            continue;
        start.number = count() + 1;
        m_starts.push_back({place, std::move(start)});
    }
}

std::vector<TraceStart> StartNumbers::startsOf(const Recording& other, const SourceSet& sources) const
{
    std::vector<TraceStart> starts;
    starts.reserve(std::min(other.spawns.size(), m_starts.size()));
    Places places;
    auto following = m_starts.begin(); // behind the last one that was found: most often it is the next
    const auto find = [&](const Recording::SpawnPlace& place) {
        if (following != m_starts.end() && following->place == place)
            return following++;
        const auto found = std::ranges::find(m_starts, place, &Start::place);
        if (found != m_starts.end())
            following = found + 1;
        return found;
    };
    for (std::size_t i = 0; i < other.spawns.size(); ++i) {
        const Recording::Spawn& spawn = other.spawns[i];
        const Recording::SpawnPlace place = places.next(spawn);
        // After a cancel a run goes its own way, and the next to be spawned may be another one.
        const auto known = i < other.spawnsBeforeTimeout ? find(place) : m_starts.end();
        if (spawn.coroutine == 0 && known == m_starts.end())
            continue;
        TraceStart start;
        if (spawn.coroutine != 0) {
            start = startOf(other, spawn, sources);
            if (start.what == m_caller)
                continue;
        }
        if (known != m_starts.end()) {
            if (spawn.coroutine == 0) { // it never took its first step: what it would have been the other run knows
                start = known->told;
                start.coroutine.reset();
                start.begun.reset();
            }
            start.number = known->told.number;
        }
        start.fired = spawn.firedBefore;
        starts.push_back(std::move(start));
    }
    return starts;
}

} // namespace awaitscope
