// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace awaitscope {

/// One thing that tells a run from others.
struct OutcomePart
{
    enum class Kind {
        stuck,
        spins,
        threw,  ///< `text` is what
        crashed, ///< in `line`, where that is known
        effect, ///< `text` is its name
        line,   ///< `text` is what was printed, numbers left out
        finished,
        cancelled,  ///< in `line`, where that is known
        dropped,    ///< likewise
        neverBegan, ///< run() was stopped before its first step
    };
    Kind kind{};
    std::string text = {};
    bool isMissing = false; ///< of an effect and a line: the run lacks it, and another has it
    int line = 0;
    int count = 0; ///< of an effect: with how many details it happened, where that differs from run to run; else 0

    friend auto operator<=>(const OutcomePart&, const OutcomePart&) = default;
};

/// "stuck", "paid, not stored", "stored ×3"
std::string toText(const std::vector<OutcomePart>& parts);

/// Tells runs of one program apart where nothing is expected of them: by how they ended, which effects happened, and which lines were
/// printed; where there are neither, by the line at which the root coroutine was stopped. No verdicts: which of them is right nobody
/// has said.
class OutcomeWords
{
public:
    /// Takes a run, and gives the number of what it did. Numbers in a line that differ are no other line.
    int add(const Trace& trace);

    /// How many different ones there are so far.
    std::size_t size() const { return m_kinds.size(); }

    /// What to call them, by their numbers, once all are known: no more than tells each from the others, as in "stored" and
    /// "not stored", "stuck", "threw bad_alloc". Those that may be called the same do the same.
    std::vector<std::vector<OutcomePart>> parts() const;

private:
    struct Kind
    {
        std::optional<OutcomePart> ending; ///< empty: it came to its end, or was cancelled
        OutcomePart stop;                  ///< for want of anything else
        std::vector<std::pair<std::string, int>> effects; ///< each name once, and with how many details it happened
        std::vector<std::string> lines;                   ///< each once

        friend bool operator==(const Kind&, const Kind&) = default;
    };

    static Kind kindOf(const Trace& trace);
    static int countOf(const Kind& kind, const std::string& effect);
    std::vector<OutcomePart> effectsOf(const Kind& kind) const;
    std::vector<OutcomePart> linesOf(const Kind& kind) const;

    std::vector<Kind> m_kinds;
};

} // namespace awaitscope
