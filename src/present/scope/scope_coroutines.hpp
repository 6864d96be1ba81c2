// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/runner.hpp"

#include <optional>
#include <string>
#include <vector>

namespace awaitscope {

/// A coroutine as it is in a run, in the same run without a timeout, or in both.
struct CoroutinePair
{
    std::string key;                          ///< its callers' names and its own, each with which of that name it is
    const TraceCoroutine* here = nullptr;     ///< null if this run did not come to it
    const TraceCoroutine* expected = nullptr; ///< null if only this run came to it

    const TraceCoroutine& any() const { return expected ? *expected : *here; }
};

/// The coroutines that share a lane of a scope: of one name, one after the other.
struct CoroutineLane
{
    std::string name;
    std::vector<CoroutinePair> coroutines;
};

/// The subject and every coroutine with a numbered await, in the order in which they begin. Those of one name share a
/// lane unless they overlap. `run` outlives the result.
std::vector<CoroutineLane> coroutineLanesOf(const VariantRun& run);

/// The id of the coroutine that ran last, of those that have a lane: of whose caller, where it has none. Empty: none of them ran.
std::optional<int> lastToRun(const VariantRun& run);

/// An await of both runs, or of one of them.
struct AwaitPair
{
    const TraceAwait* here = nullptr;
    const TraceAwait* expected = nullptr;
};

/// The awaits of one coroutine, those of `here` first, in the order in which they begin. Numbered ones are the same if
/// their number is, others if they are the same occurrence of the same line.
std::vector<AwaitPair> awaitsOf(const CoroutinePair& coroutine, const VariantRun& run);

} // namespace awaitscope
