// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/format/lesson.hpp"
#include "lesson/run/sweep.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// What keeps a version from being a fix.
enum class FixFault {
    violates,   ///< a check, at some await, window or timeout
    crashes,    ///< a fault of the code: it spins, throws, dies, or does not come to an end
    stays,      ///< stuck where a fix of the lesson comes to its end
    avoids,     ///< a check has nothing to judge where the lesson's fixes do what it asks for
    answers,    ///< what the caller says or the client gets is what no version of the lesson gives
    effects,    ///< other effects than those of a fix
    early,      ///< an effect before any version of the lesson has what it needs for it
    late,       ///< an effect, or the caller's answer, later than that of every fix
    idle,       ///< the world around it does other work than for a fix: a request that is never made
    invents,    ///< a value that comes from outside is one that the version made up
    remembers,  ///< the same run twice differs: something is kept between runs
};

std::string_view toText(FixFault fault);

/// What a version does, in its runs' own words.
struct FixWords
{
    std::string what = {};      ///< what became of the caller, the effects, a time: as FixFault has it; may be empty
    std::string client = {};    ///< what became of the client, where that matters: "gets v2"
    std::string recipient = {}; ///< who that is said of: Trace::recipient

    std::string toText() const; ///< in English: "get_response won; the client gets v2", "the client gets v2"
};

/// One reason, by the run that shows it best.
struct FixFinding
{
    FixFault fault{};
    std::string subject;  ///< the check's text, the effect, the lane: what `fault` is about
    FixWords found;       ///< what the version does
    FixWords expected;    ///< what a fix of the lesson does there
    std::string scenario; ///< the scenario string of the run
    std::string why;      ///< the whole as a sentence, in English
};

struct FixJudgement
{
    std::vector<FixFinding> findings; ///< none: it is a fix. At most one of each fault, the gravest first
    std::int64_t runs = 0;            ///< of the version alone

    bool isFix() const { return findings.empty(); }
};

/// Judges a version of `lesson` by running it, never by its text: in each model that the lesson names, and with each of its parameters
/// at half and at twice its default,
///  - no check is violated at any await, window or timeout, exact to 1 µs as sweep() is;
///  - without a timeout it does all that some version of the lesson does: the same effects, answers and work of the world, no effect
///    before every version could have it nor after all of them had it;
///  - whenever the timeout fires, the caller's race is over no later than that of the slowest fix, with an answer that some version
///    gives at that time or without a timeout;
///  - what comes from outside (World::outside()) it takes from there: run once more with other values;
///  - it keeps nothing from run to run.
/// The lesson's own fixes are judged right; verify() sees to it. Errors: those of running the lesson's own variants.
/// Empty, and no error, when the observer stopped it.
Result<std::optional<FixJudgement>> judgeFix(const Lesson& lesson, const std::string& variant, const RunLimits& limits = {},
                                             const SweepObserver& observer = {});

} // namespace awaitscope
