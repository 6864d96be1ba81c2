// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/files/catalogue.hpp"
#include "lesson/judge/verify_task.hpp"
#include "workbench/workbench.hpp"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace awaitscope {

/// What is wrong with a source that did not compile, which people know as `file`: an error at least, each with its line.
std::vector<Diagnostic> errorsOf(const BuildResult& build, const std::string& file);

/// A lesson of a folder, with the code of those of its variants that were to be compiled.
struct CompiledFolder
{
    Lesson lesson;
    std::vector<Diagnostic> errors; ///< why it cannot be run, in files of its folder; with others it is of no use
};

/// Compiles those variants of `lesson`, which was read from `folder`, that `variants` names.
CompiledFolder compiledFolder(Workbench& workbench, Lesson lesson, const std::filesystem::path& folder, const std::vector<std::string>& variants,
                             const std::stop_token& stop = {});

/// Compiles orders of lines that verifyLesson() asks for, each in place of a variant. `workbench` outlives it.
VersionMaker versionMaker(Workbench& workbench, std::stop_token stop = {});

/// What verifyLesson() says of a lesson.
struct VerifiedLesson
{
    Lesson lesson;
    std::vector<Diagnostic> errors; ///< with the files as messages call them; none: it keeps its promises
    bool isRead = false; ///< else its files are wrong input, and nothing was run
};

/// Of one that was read. What `where` says goes before file names.
VerifiedLesson verified(LessonReading reading, const std::string& where, Workbench& workbench, const std::stop_token& stop = {});

/// Of the one in a folder: what is not in the program is compiled. Once it is asked to stop it ends soon, and what it says is of no use.
VerifiedLesson verifiedFolder(LessonReading reading, const std::filesystem::path& folder, Workbench& workbench, const std::stop_token& stop = {});

} // namespace awaitscope
