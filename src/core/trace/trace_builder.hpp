// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/recorder.hpp"
#include "core/trace/trace.hpp"

#include <compare>
#include <map>
#include <string>
#include <vector>

namespace awaitscope {

/// Which number each await bears, from the run without a timeout. An await of another run is the same one if it is the
/// same occurrence of the same line in the same coroutine, whatever else that run does.
class AwaitNumbers
{
public:
    /// Numbers the awaits of `recording` from 1: leaves only, in the coroutine named `subject` and in those of the same
    /// file that it calls, in order of first suspension.
    AwaitNumbers(const Recording& recording, const SourceSet& sources, std::string_view subject);

    int count() const { return m_count; }

    /// Position in Recording::awaits of await `number` of the recording this was made from; number is 1..count().
    std::size_t positionOf(int number) const { return m_positions[static_cast<std::size_t>(number) - 1]; }

    /// Recording::Await::completion of await `number`; 0 if it has no second window.
    std::uint32_t completionOf(int number) const { return m_completions[static_cast<std::size_t>(number) - 1]; }

    /// The numbers of `other`'s awaits, by position; those that the first run did not reach are numbered on from
    /// count() + 1, and 0 stands for awaits that bear none.
    std::vector<int> numbersFor(const Recording& other, const SourceSet& sources, std::string_view subject) const;

private:
    /// Where something happens again and again: a function called by a coroutine, a line awaited in one.
    struct Place
    {
        int owner =
            0; ///< that coroutine's id; 0 for the caller's parent, unknown for one that the first run did not have
        int source = 0;
        int line = 0;
        auto operator<=>(const Place&) const = default;
    };
    static constexpr int unknown = -1;

    template <class IdOf, class Visit>
    static void visitNumbered(const Recording& recording, const SourceSet& sources, std::string_view subject, IdOf idOf,
                              Visit visit);

    int m_count = 0;
    std::vector<std::size_t> m_positions;
    std::vector<std::uint32_t> m_completions;
    int m_coroutineCount = 0;
    std::map<Place, std::vector<int>> m_coroutines; ///< the id of each occurrence
    std::map<Place, std::vector<int>> m_numbers;    ///< the number of each occurrence
};

/// The parts of a Trace that come from its recording: names and lines from the sources, numbers, and the effects that
/// the run without a timeout has, `expected`, and this one lacks (null: this is that run). Settings, outcome and checks are the caller's to fill.
Trace buildTrace(Recording recording, const SourceSet& sources, std::string_view subject, const AwaitNumbers& numbers,
                 const std::vector<TraceEffect>* expected);

} // namespace awaitscope
