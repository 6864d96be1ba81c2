// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace awaitscope {

enum class PredictKind {
    choice, ///< one of several answers
    lines,  ///< mark the lines that run to their end
    place,  ///< place the timeout so that something becomes true
    fix,    ///< change the code of a variant until it is a fix
    order,  ///< lay the lines of a fix out of those that are offered
};

/// Whether code is made, which is judged as a fix is: it is asked by a block of its own, and covers no run.
constexpr bool isTask(PredictKind kind) { return kind == PredictKind::fix || kind == PredictKind::order; }

/// A question: one that is put before its answer shows, or a task. See lessons/README.md for the block's keys. What is right is never a
/// matter of comparing with what the author wrote: it is run (judge.hpp), and verify() compares the author's with that.
struct Predict
{
    std::string id; ///< names it in files of progress; unique in the story
    PredictKind kind = PredictKind::choice;
    std::string question;
    std::string scenario; ///< the scenario in which it is asked, in full; as read, a patch of the scene's or empty
    struct Answer
    {
        std::string text;
        std::string claim; ///< what the run must show for this answer to be right, e.g. "buggy lacks cache.set"; empty: always wrong
    };
    std::vector<Answer> answers; ///< of a choice
    int right = 0; ///< index into answers of the one the author calls right; verify() runs the claims
    std::string variant;           ///< of lines and order: whose they are; of fix: the buggy one that is changed
    std::vector<std::string> runs; ///< of lines: the awaits and effects whose lines run to their end, by the author
    std::string claim;             ///< of place: what must be true
    std::string example;           ///< of place: a timeout that makes it true, by the author: "250ms"
    std::string solution;          ///< of fix: a fixed variant, which is what "Show me" shows
    /// Of order: what is offered, as it is offered. One can be of several lines. All that `variant` is laid of, and some that are left
    /// over.
    std::vector<std::string> pieces;
    std::vector<std::vector<int>> orders; ///< of order: those that are right, by the author, as indices into pieces
    std::vector<std::string> hints; ///< from the first nudge to nearly the answer; may be empty
    std::string explanation;
    int line = 0; ///< of the block in story.md
};

} // namespace awaitscope
