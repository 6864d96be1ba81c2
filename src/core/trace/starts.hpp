// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/recorder.hpp"
#include "core/trace/trace.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// Which number each coroutine bears that is spawned in the run without a timeout. Until the timeout fires every other run
/// spawns the same, but for the two sides of its races, which without a timeout are no races.
class StartNumbers
{
public:
    StartNumbers() = default;
    /// Numbers from 1, in the order in which they are spawned, the coroutines of the lesson that take a first step; but for the
    /// one named `caller`, whose race does not exist yet before that.
    StartNumbers(const Recording& recording, const SourceSet& sources, std::string_view caller);

    int count() const { return static_cast<int>(m_starts.size()); }

    /// Of start `number`, 1..count().
    const Recording::SpawnPlace& placeOf(int number) const { return m_starts[static_cast<std::size_t>(number) - 1].place; }

    /// Trace::starts of `other`, which may be the recording that this was made from.
    std::vector<TraceStart> startsOf(const Recording& other, const SourceSet& sources) const;

private:
    struct Start
    {
        Recording::SpawnPlace place;
        TraceStart told; ///< in the run without a timeout
    };

    std::string m_caller;
    std::vector<Start> m_starts;
};

} // namespace awaitscope
