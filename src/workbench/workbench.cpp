// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/workbench.hpp"

#include "lesson/run/edited_lesson.hpp"
#include "lesson/text/text.hpp"
#include "lesson/text/text_file.hpp"
#include "workbench/process/process.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

/// AddressSanitizer wants to be loaded before everything else, which its compiler alone knows where to find.
std::filesystem::path sanitizerOf(const Toolchain& toolchain)
{
    const bool isClang = toolchain.family == Toolchain::Family::clang;
#if defined(__aarch64__)
    const char* const clangLibrary = "libclang_rt.asan-aarch64.so";
#else
    const char* const clangLibrary = "libclang_rt.asan-x86_64.so";
#endif
    ProcessOptions options;
    options.longest = std::chrono::seconds{20};
    const ProcessResult said =
        runProcess(toolchain.compiler, {std::string{"-print-file-name="} + (isClang ? clangLibrary : "libasan.so")}, options);
    const std::filesystem::path path = said.out.substr(0, said.out.find('\n'));
    std::error_code none;
    // A compiler that does not have it prints the name as it was asked.
    return path.is_absolute() ? std::filesystem::canonical(path, none) : std::filesystem::path{};
}

} // namespace

Result<std::string> readSource(const std::filesystem::path& path)
{
    Result<std::string> text = readTextFile(path, largestSource);
    if (!text)
        return text;
    if (std::optional<Diagnostic> problem = whyNoSource(*text, printablePath(path)))
        return *std::move(problem);
    return text;
}

Workbench::Workbench(Installation installation) : m_installation(std::move(installation)) {}

Result<std::shared_ptr<const ModuleBuilder>> Workbench::builder()
{
    const std::scoped_lock lock{m_mutex};
    std::error_code none;
    if (!std::filesystem::exists(m_installation.worker, none))
        return Diagnostic{"The program awaitscope-worker, which runs changed code, is not beside this one. Install or build "
                          "Awaitscope again.",
                          {}, 0};
    const auto hasHeaders = [&](const std::filesystem::path& folder) {
        return std::filesystem::exists(folder / "core/run/teaching.hpp", none);
    };
    if (std::ranges::none_of(m_installation.includes, hasHeaders))
        return Diagnostic{"The headers that changed code is compiled with are not there. Install or build Awaitscope again.", {}, 0};
    // Looked for once, and again as long as there is none: one may install a compiler meanwhile.
    if (!m_builder) {
        Result<Toolchain> toolchain = findToolchain(m_installation.compiler);
        if (!toolchain)
            return toolchain.error();
        m_builder = std::make_shared<const ModuleBuilder>(m_installation, *std::move(toolchain));
    }
    return m_builder;
}

Result<WorkbenchResult> Workbench::make(const Lesson& lesson, const WorkbenchTask& task,
                                        const std::function<void(BuildStep)>& progress, const std::stop_token& stop)
{
    const Result<std::shared_ptr<const ModuleBuilder>> builder = this->builder();
    if (!builder)
        return builder.error();
    WorkbenchResult result;
    WorkerSetup setup;
    if (task.isSanitized) {
        setup.sanitizer = sanitizerOf((*builder)->toolchain());
        if (setup.sanitizer.empty())
            return Diagnostic{"The compiler has no AddressSanitizer (Debian: libasan8). Install it, or run without.", {}, 0};
    }
    Result<BuildResult> built = (*builder)->build(
        {lesson.slug, lesson.files, task.source, task.isSanitized, lesson.isSandbox, task.folder}, progress, stop);
    if (!built)
        return built.error();
    result.build = *std::move(built);
    if (result.build.module.empty())
        return result;

    setup.program = m_installation.worker;
    setup.addressReader = (*builder)->toolchain().addressReader;
    setup.load = {result.build.module, lesson.slug, task.variant, lesson.subject, lesson.caller, {task.source},
                  lesson.isSandbox};
    // What stands around a sandbox is nobody's code that one could look at.
    if (const LessonFile* const scenario = lesson.isSandbox ? nullptr : lesson.findFile("scenario.cpp"))
        setup.load.sources.push_back(*scenario);
    result.host = std::make_shared<WorkerHost>(std::move(setup));
    return result;
}

Result<WorkbenchResult> Workbench::makeVersion(const Lesson& lesson, const std::string& variant, const std::string& text, bool isSanitized,
                                               const std::stop_token& stop)
{
    return make(lesson, {editedName(variant), {editedFile(variant), text}, isSanitized}, {}, stop);
}

Result<std::vector<WorkbenchResult>> Workbench::makeVariants(const Lesson& lesson, const std::vector<std::string>& variants,
                                                             bool isSanitized, const std::stop_token& stop)
{
    std::vector<WorkbenchResult> results;
    for (const std::string& name : variants) {
        const VariantSpec* const variant = lesson.findVariant(name);
        const LessonFile* const file = variant ? lesson.findFile(variant->file) : nullptr;
        if (!file)
            return Diagnostic{"The lesson " + lesson.slug + " has no variant " + inQuotes(name) + '.', {}, 0};
        Result<WorkbenchResult> made = make(lesson, {name, *file, isSanitized}, {}, stop);
        if (!made)
            return made.error();
        results.push_back(*std::move(made));
        if (!results.back().host)
            break;
    }
    return results;
}

} // namespace awaitscope
