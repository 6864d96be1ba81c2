// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "workbench/compile/compile_cache.hpp"
#include "workbench/compile/compiler_output.hpp"
#include "workbench/compile/toolchain.hpp"
#include "workbench/process/process.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace awaitscope {

/// What is to be compiled: a file in place of one of a lesson's variants.
struct BuildRequest
{
    std::string lesson;            ///< its slug
    std::vector<LessonFile> files; ///< of the lesson: scenario.cpp and its headers are compiled with it
    LessonFile source;             ///< "my-buggy.cpp" and its text
    bool isSanitized = false;      ///< with AddressSanitizer and UndefinedBehaviorSanitizer
    bool isSandbox = false;        ///< it has the names of core/run/sandbox.hpp
    std::filesystem::path folder = {}; ///< where its own headers lie; may be empty
};

enum class BuildStep {
    header,   ///< the precompiled header, once per compiler and version: seconds
    scenario, ///< the lesson's scenario.cpp, once per lesson
    source,   ///< the learner's file
    link,
};

struct BuildResult
{
    std::filesystem::path module;          ///< empty: it did not compile, or was stopped
    std::vector<CompilerMessage> messages; ///< errors first; traps that were found by a scan are among the warnings
    std::string output;                    ///< all that the compiler printed
    bool wasStopped = false;
    bool wasCached = false; ///< nothing was compiled: this text had been before
};

/// Compiles modules. Any number of threads and programs may use the same cache at once.
class ModuleBuilder
{
public:
    ModuleBuilder(Installation installation, Toolchain toolchain);

    const Toolchain& toolchain() const { return m_toolchain; }
    const CompileCache& cache() const { return m_cache; }

    /// Errors are those of the machine: no space, no compiler any more. What is wrong with the learner's file is in the
    /// result. `progress` is called before each step that is not there already.
    Result<BuildResult> build(const BuildRequest& request, const std::function<void(BuildStep)>& progress = {},
                              const std::stop_token& stop = {}) const;

    /// Makes the precompiled header, if it is not there. Its path, without the compiler's ending; empty: it was stopped.
    Result<std::filesystem::path> prepareHeader(bool isSanitized, const std::stop_token& stop = {}, bool isSandbox = false) const;
    bool hasHeader(bool isSanitized, bool isSandbox = false) const;

    /// What a learner's code is compiled with, for measurements; the source and the output are added.
    std::vector<std::string> compileArguments(bool isSanitized) const;

private:
    std::string headerKey(bool isSanitized, bool isSandbox) const;
    /// One file, beside those that the lesson's variants share. What the compiler says is in the result; the error is the
    /// machine's.
    Result<ProcessResult> compile(const BuildRequest& request, const LessonFile& source, const std::filesystem::path& header,
                                  const std::filesystem::path& object, const std::stop_token& stop) const;
    std::vector<std::string> headerArguments(const std::filesystem::path& header) const;
    Result<std::filesystem::path> prepareScenario(const BuildRequest& request, const std::filesystem::path& header,
                                                  const std::function<void(BuildStep)>& progress,
                                                  const std::stop_token& stop) const;

    Installation m_installation;
    Toolchain m_toolchain;
    CompileCache m_cache;
    std::string m_version; ///< of everything that a compiled file depends on but for its own text
};

} // namespace awaitscope
