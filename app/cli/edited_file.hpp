// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "workbench/compile/toolchain.hpp"
#include "workbench/host/worker_host.hpp"

#include <memory>
#include <string>
#include <variant>

namespace awaitscope::cli {

/// A lesson with a variant that was compiled from a file.
struct EditedLesson
{
    Lesson lesson;
    std::string variant;  ///< its name in the lesson: "my-buggy"
    std::shared_ptr<WorkerHost> host;
    std::string warnings; ///< of the compiler and of the scan for traps, a line each
};

/// Why there is none: what to print, and whether the file is to blame, which did not compile, or the machine.
struct NotCompiled
{
    std::string text;
    bool isFault = false;
};

/// Compiles the file `path` in place of `variant`.
/// Whether a command's LESSON is a sandbox: a C++ file.
bool namesSandbox(std::string_view target);

/// Compiles the file at `path` as a sandbox: its lesson has one variant, which runs in a worker.
std::variant<EditedLesson, NotCompiled> openSandbox(const std::string& path, bool isSanitized, const Installation& installation);

std::variant<EditedLesson, NotCompiled> compileFile(const Lesson& lesson, const std::string& variant, const std::string& path,
                                                    bool isSanitized, const Installation& installation);

/// All that is to be said of the file besides the result: the warnings, and a program that does not end when asked to.
std::string remarksOn(const EditedLesson& edited, const std::string& path);

/// What a run says of the file, by the name that the person gave it.
Diagnostic renamed(Diagnostic error, const EditedLesson& edited, const std::string& path);

} // namespace awaitscope::cli
