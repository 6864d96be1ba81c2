// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiled_lesson.hpp"
#include "core/diagnostic.hpp"
#include "lesson/files/catalogue.hpp"
#include "lesson/format/scenario.hpp"
#include "request.hpp"

#include <optional>
#include <string>
#include <vector>

namespace awaitscope::cli {

/// What run, sweep and share work on: a lesson as it is built in, or one with code that was compiled for it (a folder, the file of
/// --file, a sandbox), and the scenario that the command line asks for.
struct Subject
{
    const Lesson* lesson = nullptr; ///< the catalogue's, or the one in `own`
    Scenario scenario;
    std::optional<CompiledLesson> own; ///< what does not come with the program
    std::string variant;               ///< the one that run shows, and that --file stands for
    std::string path;                  ///< of a sandbox or a folder, which no scenario string can name; else empty

    Subject() = default;
    Subject(const Subject&) = delete; // `lesson` points into it
    Subject& operator=(const Subject&) = delete;

    /// The variant to be run: what --file names, where it stands for one.
    const std::string& versionAtHand() const { return own && !own->variant.empty() ? own->variant : variant; }

    /// By the names that the person gave the files.
    Diagnostic named(const Diagnostic& error) const { return own ? renamed(error, *own) : error; }
};

/// Whether a command's LESSON is a folder: it names no lesson that is built in, and there is such a folder.
bool namesFolder(const std::string& target, const std::vector<BuiltInLesson>& lessons);

/// Reads, and compiles where that has to be. What to print if it failed.
std::optional<Outcome> prepare(const Request& request, const std::vector<BuiltInLesson>& lessons, const Catalogue& catalogue,
                               const Installation& installation, Subject& subject);

/// One message, and the code for it.
Outcome failed(const Diagnostic& error);

/// The same of a run of the subject. What was warned of may be why.
Outcome failed(const Diagnostic& error, const Subject& subject);

} // namespace awaitscope::cli
