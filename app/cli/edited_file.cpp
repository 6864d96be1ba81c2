// SPDX-License-Identifier: GPL-3.0-or-later
#include "edited_file.hpp"

#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/sandbox.hpp"
#include "lesson/text/text_file.hpp"
#include "workbench/workbench.hpp"


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

} // namespace

std::variant<EditedLesson, NotCompiled> compileFile(const Lesson& lesson, const std::string& variant, const std::string& path,
                                                    bool isSanitized, const Installation& installation)
{
    const Result<std::string> text = readSource(path);
    if (!text)
        return NotCompiled{text.error().toText() + '\n'};
    Workbench workbench{installation};
    const Result<WorkbenchResult> made =
        workbench.make(lesson, {editedName(variant), {editedFile(variant), *text}, isSanitized});
    if (!made)
        return NotCompiled{made.error().toText() + '\n'};
    const std::string said = toText(made->build.messages, printablePath(path));
    if (!made->host)
        return NotCompiled{said, true};
    const VariantSpec& base = *lesson.findVariant(variant);
    return EditedLesson{withEdited(lesson, {{variant, base.title + ", changed", *text, made->host}}), editedName(variant), made->host,
                        said};
}

bool namesSandbox(std::string_view target) { return target.ends_with(".cpp"); }

std::variant<EditedLesson, NotCompiled> openSandbox(const std::string& path, bool isSanitized, const Installation& installation)
{
    Result<std::string> text = readSource(path);
    if (!text)
        return NotCompiled{text.error().toText() + '\n'};
    const std::filesystem::path file{path};
    Lesson lesson = sandboxOf(file.filename().string(), *std::move(text));
    const VariantSpec variant = lesson.variants.front();
    std::error_code none;
    Workbench workbench{installation};
    const Result<WorkbenchResult> made =
        workbench.make(lesson, {variant.name, *lesson.findFile(variant.file), isSanitized, std::filesystem::absolute(file, none).parent_path()});
    if (!made)
        return NotCompiled{made.error().toText() + '\n'};
    const std::string said = toText(made->build.messages, printablePath(path));
    if (!made->host)
        return NotCompiled{said, true};
    return EditedLesson{withHosts(lesson, {made->host}), variant.name, made->host, said};
}

std::string remarksOn(const EditedLesson& edited, const std::string& path)
{
    const std::optional<Diagnostic> last = edited.host->shutDown();
    return edited.warnings + (last ? renamed(*last, edited, path).toText() + '\n' : std::string{});
}

Diagnostic renamed(Diagnostic error, const EditedLesson& edited, const std::string& path)
{
    if (const VariantSpec* const spec = edited.lesson.findVariant(edited.variant); spec && error.file == spec->file)
        error.file = printablePath(path);
    return error;
}

} // namespace awaitscope::cli
