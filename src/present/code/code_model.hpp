// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "lesson/run/runner.hpp"
#include "present/code/source_text.hpp"

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace awaitscope {

/// An await beside its line. Hollow until the playhead has reached it.
struct CodeBadge
{
    int number = 0; ///< 0: it has none, because no run without a timeout comes by, or it is not the lesson's
    bool reached = false;
    bool isTarget = false; ///< the timeout can be aimed at it

    friend bool operator==(const CodeBadge&, const CodeBadge&) = default;
};

/// What a line is marked as. In order of precedence: a later one hides an earlier.
enum class CodeMark {
    none,
    ran,       ///< an effect of it happened
    neverRan,  ///< an effect of it is lost
    executing, ///< it runs at this very moment
    suspended, ///< it waits
    stopped,   ///< the cancel met it here, in the words of the model
    crashed,   ///< the run ended here, by a fault
    asked,     ///< a question wants to know whether it runs to its end
};

struct CodeLine
{
    std::vector<CodeBadge> badges; ///< ascending; those without a number last
    CodeMark mark = CodeMark::none;
    bool isMarked = false; ///< of `asked`: the learner says that it does
    Verdict tone =
        Verdict::notApplicable; ///< of `ran` and `neverRan`: what the run's checks make of it, once it is over
    /// What to write beside the line, from the whole to the shortest that still says it; empty if there is nothing.
    QStringList words;

    friend bool operator==(const CodeLine&, const CodeLine&) = default;
};

/// A file of the lesson at a moment of a run: its lines that have anything to show.
struct CodePicture
{
    std::map<int, CodeLine> lines; ///< by line number

    /// The line in which the run crashed, else one that waits or was stopped, else one that runs; 0 if the file has none now.
    int currentLine() const;

    friend bool operator==(const CodePicture&, const CodePicture&) = default;
};

/// `file` as it stands when the playhead is at `at`. Nothing after `at` shows.
CodePicture codeAt(const LessonFile& file, const VariantRun& run, VirtualTime at);

/// The source of a variant, or of the scenario; null if the lesson lacks it.
const LessonFile* sourceOf(const Lesson& lesson, const std::string& variant);
const LessonFile* callerSourceOf(const Lesson& lesson);

/// Where a mark of the story stands: file name and line.
std::vector<std::pair<std::string, int>> marksOf(const Lesson& lesson, const std::string& name);

} // namespace awaitscope
