// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/verify_folder.hpp"

#include "lesson/judge/verify.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "lesson/text/text_file.hpp"

#include <utility>

namespace awaitscope {

std::vector<Diagnostic> errorsOf(const BuildResult& build, const std::string& file)
{
    std::vector<Diagnostic> errors;
    for (const CompilerMessage& message : build.messages) {
        if (message.kind == CompilerMessage::Kind::error)
            errors.push_back({message.text, file, message.line, true});
    }
    if (errors.empty()) // a compiler that dies says nothing of the file
        errors.push_back({"The file does not compile.", file, 0, true});
    return errors;
}

CompiledFolder compiledFolder(Workbench& workbench, Lesson lesson, const std::filesystem::path& folder, const std::vector<std::string>& variants,
                             const std::stop_token& stop)
{
    Result<std::vector<WorkbenchResult>> made = workbench.makeVariants(lesson, variants, false, stop);
    if (!made) {
        Diagnostic error = made.error();
        if (lesson.findFile(error.file))
            error.file = printablePath(folder / error.file);
        return {std::move(lesson), {std::move(error)}};
    }
    std::vector<std::shared_ptr<VariantHost>> hosts = lesson.hosts;
    hosts.resize(lesson.variants.size());
    for (std::size_t index = 0; index < made->size(); ++index) {
        const VariantSpec* const variant = lesson.findVariant(variants[index]);
        const WorkbenchResult& result = (*made)[index];
        if (!result.host) {
            std::vector<Diagnostic> errors = errorsOf(result.build, printablePath(folder / variant->file));
            return {std::move(lesson), std::move(errors)};
        }
        hosts[static_cast<std::size_t>(variant - lesson.variants.data())] = result.host;
    }
    return {withHosts(lesson, std::move(hosts)), {}};
}

VersionMaker versionMaker(Workbench& workbench, std::stop_token stop)
{
    return [&workbench, stop = std::move(stop)](const Lesson& lesson, const std::string& variant,
                                                const std::string& text) -> Result<std::shared_ptr<VariantHost>> {
        const Result<WorkbenchResult> made = workbench.makeVersion(lesson, variant, text, false, stop);
        if (!made)
            return made.error();
        if (!made->host)
            return errorsOf(made->build, editedFile(variant)).front();
        return std::shared_ptr<VariantHost>{made->host};
    };
}

VerifiedLesson verified(LessonReading reading, const std::string& where, Workbench& workbench, const std::stop_token& stop)
{
    const bool isRead = reading.errors.empty();
    if (isRead)
        reading.errors = verifyLesson(reading.lesson, where, {}, versionMaker(workbench, stop));
    return {std::move(reading.lesson), std::move(reading.errors), isRead};
}

VerifiedLesson verifiedFolder(LessonReading reading, const std::filesystem::path& folder, Workbench& workbench, const std::stop_token& stop)
{
    const std::string where = (folder.lexically_normal() / "").generic_string();
    std::vector<std::string> missing;
    for (const VariantSpec& variant : reading.lesson.variants) {
        if (!reading.lesson.findProgram(variant.name))
            missing.push_back(variant.name);
    }
    if (!reading.errors.empty() || missing.empty())
        return verified(std::move(reading), where, workbench, stop);
    CompiledFolder compiled = compiledFolder(workbench, std::move(reading.lesson), folder, missing, stop);
    if (!compiled.errors.empty()) {
        const bool isFault = compiled.errors.front().isFault;
        return {std::move(compiled.lesson), std::move(compiled.errors), isFault};
    }
    const std::stop_callback onStop{stop, [hosts = compiled.lesson.hosts] {
                                        for (const std::shared_ptr<VariantHost>& host : hosts) {
                                            if (const auto worker = std::dynamic_pointer_cast<WorkerHost>(host))
                                                worker->stop();
                                        }
                                    }};
    return verified({std::move(compiled.lesson), {}}, where, workbench, stop);
}

} // namespace awaitscope
