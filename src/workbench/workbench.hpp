// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "workbench/compile/module_builder.hpp"
#include "workbench/host/worker_host.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace awaitscope {

/// Somebody's C++ file. Errors: it cannot be read, or whyNoSource().
Result<std::string> readSource(const std::filesystem::path& path);

/// A file that is to run in place of a variant.
struct WorkbenchTask
{
    std::string variant; ///< what traces call it: "my-buggy"
    LessonFile source;   ///< "my-buggy.cpp" and its text
    bool isSanitized = false; ///< compiled and run with AddressSanitizer and UndefinedBehaviorSanitizer
    std::filesystem::path folder = {}; ///< where it lies, for what it includes from beside it; may be empty
};

/// What came of it.
struct WorkbenchResult
{
    BuildResult build;
    std::shared_ptr<WorkerHost> host; ///< null: it did not compile, or was stopped
};

/// Compiles what people make of lessons' variants and gives them somebody who runs it. For any number of threads.
class Workbench
{
public:
    explicit Workbench(Installation installation);

    /// Looks for a compiler at the first call, and again as long as there was none. Errors: no compiler, no worker.
    Result<std::shared_ptr<const ModuleBuilder>> builder();

    /// Errors: as above, and those of ModuleBuilder::build().
    Result<WorkbenchResult> make(const Lesson& lesson, const WorkbenchTask& task,
                                 const std::function<void(BuildStep)>& progress = {}, const std::stop_token& stop = {});

    /// The same of a text in place of one of the lesson's variants: as "my-buggy" in place of buggy.
    Result<WorkbenchResult> makeVersion(const Lesson& lesson, const std::string& variant, const std::string& text, bool isSanitized = false,
                                        const std::stop_token& stop = {});

    /// The same of a lesson's own variants, one after the other, up to the first that does not compile or is stopped.
    Result<std::vector<WorkbenchResult>> makeVariants(const Lesson& lesson, const std::vector<std::string>& variants,
                                                      bool isSanitized = false, const std::stop_token& stop = {});

    CompileCache cache() const { return CompileCache{m_installation.cache}; }

private:
    Installation m_installation;
    std::mutex m_mutex;
    std::shared_ptr<const ModuleBuilder> m_builder;
};

} // namespace awaitscope
