// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "core/time/virtual_time.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// What a learner has made of one question.
struct QuestionProgress
{
    int tries = 0;
    bool isRight = false; ///< once; a later wrong answer takes nothing away
    bool isShown = false; ///< the answer was asked for
    int hints = 0;        ///< that were asked for
    std::optional<int> choice;            ///< of a choice: the last answer
    std::set<std::string> lines;          ///< of lines: the names of those that are marked
    std::optional<VirtualDuration> place; ///< of place: the last timeout that was tried
    std::vector<int> laid = {}; ///< of order: the lines as they lie, as indices into what is offered

    friend bool operator==(const QuestionProgress&, const QuestionProgress&) = default;
};

struct LessonProgress
{
    int scene = 0;       ///< the one shown last
    std::set<int> seen;  ///< all that were shown
    std::map<std::string, QuestionProgress> questions; ///< by their ids

    friend bool operator==(const LessonProgress&, const LessonProgress&) = default;
};

/// How far a learner has come, in all lessons, by their slugs. Lessons, scenes and questions that are not there (any more)
/// are kept: the file may have been made with others.
struct Progress
{
    std::map<std::string, LessonProgress> lessons;

    friend bool operator==(const Progress&, const Progress&) = default;
};

/// The most bytes of a file of progress.
constexpr std::size_t largestProgress = 1024 * 1024;

/// JSON, indented, the same bytes for the same progress: "format": "awaitscope-progress", "version": 1.
std::string toJson(const Progress& progress);

/// `file` is for errors, which say what is wrong where; a newer version is told as such.
Result<Progress> readProgress(std::string_view text, const std::string& file);

/// Both together, as of one person on two machines: what was reached on either has been reached. Where one is, and what
/// was answered last, is `ours` where both have it.
Progress merged(const Progress& ours, const Progress& theirs);

} // namespace awaitscope
