// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/format/lesson.hpp"
#include "workbench/compile/toolchain.hpp"
#include "workbench/host/worker_host.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace awaitscope::cli {

/// A lesson with code that was compiled for this command: a file in place of a variant, a sandbox, a lesson's folder.
struct CompiledLesson
{
    Lesson lesson;
    std::string variant; ///< that of the file: "my-buggy"; empty where the lesson's own were compiled
    std::vector<std::shared_ptr<WorkerHost>> hosts;
    std::string warnings; ///< of the compiler and of the scan for traps, a line each
    std::map<std::string, std::string> paths; ///< of files by their names in the lesson: as the person named them
};

/// Why there is none.
struct NotCompiled
{
    std::string text; ///< to print: all that the compiler said, or what is wrong
    bool isFault = false; ///< the code is to blame, which did not compile; else the machine, or what was named
    std::vector<Diagnostic> errors; ///< the same without warnings and columns
};

/// Whether a command's LESSON is a sandbox: a C++ file.
bool namesSandbox(std::string_view target);

/// Compiles the file at `path` as a sandbox: its lesson has one variant, which runs in a worker.
std::variant<CompiledLesson, NotCompiled> openSandbox(const std::string& path, bool isSanitized, const Installation& installation);

/// The same of a text that is in no file of its own; what is wrong with it is told of `path`.
std::variant<CompiledLesson, NotCompiled> openPage(const std::string& name, std::string text, const std::string& path, bool isSanitized,
                                                   const Installation& installation);

/// The same sandbox with another text, which lies where that does. The error: it does not compile.
Result<Lesson> compilePage(const CompiledLesson& page, const std::string& text, const std::string& path, bool isSanitized,
                           const Installation& installation);

/// Compiles the file at `path` in place of `variant`. What was compiled of `lesson` stays with it.
std::variant<CompiledLesson, NotCompiled> compileFile(CompiledLesson lesson, const std::string& variant, const std::string& path,
                                                      bool isSanitized, const Installation& installation);

/// Compiles those of the variants of a lesson, which was read from `folder`, that `variants` names.
std::variant<CompiledLesson, NotCompiled> compileFolder(const Lesson& lesson, const std::string& folder,
                                                        const std::vector<std::string>& variants, bool isSanitized,
                                                        const Installation& installation);

/// All that is to be said of the code besides the result: the warnings, and a program that does not end when asked to.
std::string remarksOn(const CompiledLesson& compiled);

/// What a run says of the code, by the names that the person gave its files.
Diagnostic renamed(Diagnostic error, const CompiledLesson& compiled);

} // namespace awaitscope::cli
