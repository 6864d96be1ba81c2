// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiled_lesson.hpp"

#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/sandbox.hpp"
#include "lesson/text/text_file.hpp"
#include "workbench/verify_folder.hpp"
#include "workbench/workbench.hpp"

#include <filesystem>
#include <utility>

namespace awaitscope::cli {

namespace {

/// As compilers print it, so that editors find the line.
std::string toText(const CompilerMessage& message, const std::string& file)
{
    std::string text = file;
    if (message.line > 0)
        text += ':' + std::to_string(message.line);
    if (message.column > 0)
        text += ':' + std::to_string(message.column);
    text += message.kind == CompilerMessage::Kind::error ? ": error: " : ": warning: ";
    text += message.text;
    if (!message.elsewhere.empty())
        text += " (found at " + message.elsewhere + ')';
    text += '\n';
    if (!message.explanation.empty())
        text += "  " + message.explanation + '\n';
    return text;
}

std::string toText(const std::vector<CompilerMessage>& messages, const std::string& file)
{
    std::string text;
    for (const CompilerMessage& message : messages)
        text += toText(message, file);
    return text;
}

/// What is wrong with the task itself, or the machine's.
NotCompiled notCompiled(const Diagnostic& error) { return {error.toText() + '\n', error.isFault, {error}}; }

/// The source did not compile: the person knows it as `file`.
NotCompiled notCompiled(const BuildResult& build, const std::string& file)
{
    return {toText(build.messages, file), true, errorsOf(build, file)};
}

void addHost(CompiledLesson& compiled, const WorkbenchResult& made, const std::string& file, const std::string& path)
{
    compiled.hosts.push_back(made.host);
    compiled.warnings += toText(made.build.messages, path);
    compiled.paths[file] = path;
}

} // namespace

std::variant<CompiledLesson, NotCompiled> compileFile(CompiledLesson lesson, const std::string& variant, const std::string& path,
                                                      bool isSanitized, const Installation& installation)
{
    const Result<std::string> text = readSource(path);
    if (!text)
        return notCompiled(text.error());
    Workbench workbench{installation};
    const Result<WorkbenchResult> made = workbench.makeVersion(lesson.lesson, variant, *text, isSanitized);
    if (!made)
        return notCompiled(renamed(made.error(), lesson));
    if (!made->host)
        return notCompiled(made->build, printablePath(path));
    const std::string title = lesson.lesson.findVariant(variant)->title + ", changed";
    lesson.lesson = withEdited(lesson.lesson, {{variant, title, *text, made->host}});
    lesson.variant = editedName(variant);
    addHost(lesson, *made, editedFile(variant), printablePath(path));
    return lesson;
}

bool namesSandbox(std::string_view target) { return target.ends_with(".cpp"); }

std::variant<CompiledLesson, NotCompiled> openSandbox(const std::string& path, bool isSanitized, const Installation& installation)
{
    Result<std::string> text = readSource(path);
    if (!text)
        return notCompiled(text.error());
    return openPage(std::filesystem::path{path}.filename().string(), *std::move(text), path, isSanitized, installation);
}

std::variant<CompiledLesson, NotCompiled> openPage(const std::string& name, std::string text, const std::string& path, bool isSanitized,
                                                   const Installation& installation)
{
    const std::filesystem::path file{path};
    CompiledLesson compiled{sandboxOf(name, std::move(text)), {}, {}, {}, {}};
    const VariantSpec variant = compiled.lesson.variants.front();
    std::error_code none;
    Workbench workbench{installation};
    const Result<WorkbenchResult> made = workbench.make(compiled.lesson, {variant.name, *compiled.lesson.findFile(variant.file), isSanitized,
                                                                          std::filesystem::absolute(file, none).parent_path()});
    if (!made)
        return notCompiled(made.error());
    if (!made->host)
        return notCompiled(made->build, printablePath(path));
    compiled.lesson = withHosts(compiled.lesson, {made->host});
    compiled.variant = variant.name;
    addHost(compiled, *made, variant.file, printablePath(path));
    return compiled;
}

Result<Lesson> compilePage(const CompiledLesson& page, const std::string& text, const std::string& path, bool isSanitized,
                           const Installation& installation)
{
    auto compiled = openPage(page.lesson.title, text, path, isSanitized, installation);
    if (const auto* const none = std::get_if<NotCompiled>(&compiled))
        return none->errors.front();
    return std::get<CompiledLesson>(std::move(compiled)).lesson;
}

std::variant<CompiledLesson, NotCompiled> compileFolder(const Lesson& lesson, const std::string& folder,
                                                        const std::vector<std::string>& variants, bool isSanitized,
                                                        const Installation& installation)
{
    CompiledLesson compiled{lesson, {}, {}, {}, {}};
    for (const LessonFile& file : lesson.files)
        compiled.paths[file.name] = printablePath(std::filesystem::path{folder} / file.name);
    Workbench workbench{installation};
    const Result<std::vector<WorkbenchResult>> made = workbench.makeVariants(lesson, variants, isSanitized);
    if (!made)
        return notCompiled(renamed(made.error(), compiled));
    std::vector<std::shared_ptr<VariantHost>> hosts(lesson.variants.size());
    for (std::size_t index = 0; index < made->size(); ++index) {
        const WorkbenchResult& result = (*made)[index];
        const VariantSpec* const variant = lesson.findVariant(variants[index]);
        if (!result.host)
            return notCompiled(result.build, compiled.paths[variant->file]);
        hosts[static_cast<std::size_t>(variant - lesson.variants.data())] = result.host;
        addHost(compiled, result, variant->file, compiled.paths[variant->file]);
    }
    compiled.lesson = withHosts(lesson, std::move(hosts));
    return compiled;
}

std::string remarksOn(const CompiledLesson& compiled)
{
    std::string remarks = compiled.warnings;
    for (const std::shared_ptr<WorkerHost>& host : compiled.hosts) {
        if (const std::optional<Diagnostic> last = host->shutDown())
            remarks += renamed(*last, compiled).toText() + '\n';
    }
    return remarks;
}

Diagnostic renamed(Diagnostic error, const CompiledLesson& compiled)
{
    if (const auto path = compiled.paths.find(error.file); path != compiled.paths.end())
        error.file = path->second;
    return error;
}

} // namespace awaitscope::cli
