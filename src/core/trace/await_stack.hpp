// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"

#include <vector>

namespace awaitscope {

/// Who called whom, down to the operation that is pending: what a debugger shows of a thread, of coroutines that wait.
struct AwaitStack
{
    std::vector<int> coroutines; ///< ids, the caller first; where it was spawned, not awaited, the first has nobody above it
    int await = 0;               ///< id of the one that is pending, of the last of them

    friend bool operator==(const AwaitStack&, const AwaitStack&) = default;
};

/// All that wait when everything of `at` has happened, in the order in which their awaits began. What waits for other
/// coroutines of the lesson is no end of a stack: it is in theirs.
std::vector<AwaitStack> awaitStacksAt(const Trace& trace, VirtualTime at);

} // namespace awaitscope
