// SPDX-License-Identifier: GPL-3.0-or-later
#include "subject.hpp"

#include "lesson/files/scenario_file.hpp"
#include "lesson/run/sandbox.hpp"
#include "lesson/text/percent_encoding.hpp"
#include "lesson/text/text.hpp"
#include "lesson/text/text_file.hpp"

#include <algorithm>
#include <filesystem>

namespace awaitscope::cli {

namespace {

constexpr std::size_t longestValue = 256; ///< bytes of an option's value

/// Else the scenario that they make would be called too long, which is nothing the user wrote.
std::optional<Diagnostic> findTooLong(const Request& request)
{
    const auto tooLong = [](std::string_view option, std::string_view value) {
        return Diagnostic{std::string{option}.append(" cannot be ").append(inQuotes(value))
                              + ": it is too long. Allowed: up to " + std::to_string(longestValue) + " bytes.",
                          {},
                          0};
    };
    const std::pair<std::string_view, const std::optional<std::string>*> options[] = {{"--variant", &request.variant},
                                                                                      {"--model", &request.model},
                                                                                      {"--cancel-on", &request.cancelOn},
                                                                                      {"--timeout", &request.timeout},
                                                                                      {"--await", &request.await},
                                                                                      {"--start", &request.start},
                                                                                      {"--cancel", &request.cancel},
                                                                                      {"--cancel-type", &request.cancelType}};
    for (const auto& [option, value] : options) {
        if (*value && (*value)->size() > longestValue)
            return tooLong(option, **value);
    }
    for (const std::string& setting : request.parameters) {
        if (setting.size() > longestValue)
            return tooLong("--set", setting);
    }
    return std::nullopt;
}

/// "buggy,fixed" as a scenario string has it: its commas are no part of the names.
std::string encodedList(std::string_view names)
{
    std::string encoded;
    for (std::size_t comma = names.find(','); comma != std::string_view::npos; comma = names.find(',')) {
        encoded.append(percentEncoded(names.substr(0, comma))).append(",");
        names.remove_prefix(comma + 1);
    }
    return encoded + percentEncoded(names);
}

Result<std::string> patchOf(const Request& request, const Lesson& lesson)
{
    if (std::optional<Diagnostic> error = findTooLong(request))
        return *std::move(error);
    std::string patch;
    const auto addEncoded = [&](std::string_view key, std::string_view value) {
        patch.append(patch.empty() ? "awaitscope:?" : "&").append(key).append("=").append(value);
    };
    const auto add = [&](std::string_view key, std::string_view value) { addEncoded(key, percentEncoded(value)); };
    if (request.variant && request.command == Command::share)
        addEncoded("variants", encodedList(*request.variant));
    else if (request.variant)
        add("variants", *request.variant);
    if (request.model)
        add("model", *request.model);
    if (request.cancelOn)
        add("cancel_on", *request.cancelOn);
    if (request.timeout)
        add("timeout", *request.timeout);
    if (request.await)
        add("await", *request.await);
    if (request.start)
        add("start", *request.start);
    if (request.cancel)
        add("cancel", *request.cancel);
    if (request.cancelType)
        add("cancel_type", *request.cancelType);
    for (const std::string& setting : request.parameters) {
        const std::size_t equals = setting.find('=');
        const std::string name = setting.substr(0, equals);
        if (equals == std::string::npos || lesson.findParameter(name) == nullptr) {
            std::vector<std::string> names;
            for (const ParameterSpec& parameter : lesson.parameters)
                names.push_back(parameter.name + "=TIME");
            return Diagnostic{
                "--set cannot be " + inQuotes(setting) + ". Allowed: " + listed(names, "or") + '.', {}, 0};
        }
        add(percentEncoded(name), setting.substr(equals + 1));
    }
    return Result<std::string>{boost::system::in_place_value, patch};
}

/// The target, or the scenario of the file that it names.
Result<std::string> scenarioStringOf(const std::string& target, const Catalogue& catalogue)
{
    if (!namesScenarioFile(target))
        return Result<std::string>{boost::system::in_place_value, target};
    const Result<ScenarioFile> file = loadScenarioFile(target);
    if (!file)
        return file.error();
    if (!file->edits.empty())
        return Diagnostic{"The file has a version of the code, which runs in the window alone. Open it there, or save the code and give it with "
                          "--file.",
                          printablePath(target), 0};
    if (std::optional<Diagnostic> error = whyNotShown(*file, printablePath(target), catalogue))
        return *std::move(error);
    return Result<std::string>{boost::system::in_place_value, file->scenario};
}

Outcome outcomeOf(const NotCompiled& none)
{
    return {none.isFault ? ExitCode::fault : ExitCode::wrongUse, {}, none.text};
}

Outcome wrongUse(const std::string& message) { return {ExitCode::wrongUse, {}, message + '\n'}; }

/// The variant that `run` shows: of those in the scenario the first buggy one, or the first.
std::string variantOf(const Lesson& lesson, const Scenario& scenario)
{
    for (const std::string& name : scenario.variants) {
        if (lesson.findVariant(name)->kind == VariantKind::buggy)
            return name;
    }
    return scenario.variants.front();
}

/// What the options make of the scenario.
std::optional<Diagnostic> change(Scenario& scenario, const Request& request, const Lesson& lesson)
{
    const Result<std::string> patch = patchOf(request, lesson);
    if (!patch)
        return patch.error();
    if (patch->empty())
        return std::nullopt;
    const Result<Scenario> changed = parseScenario(*patch, lesson, scenario);
    if (!changed)
        return changed.error();
    scenario = *changed;
    return std::nullopt;
}

/// The lesson that a name, a scenario string or an .awaitscope file names, and its scenario.
std::optional<Diagnostic> useBuiltIn(const Request& request, const Catalogue& catalogue, Subject& subject)
{
    const Result<std::string> target = scenarioStringOf(request.target, catalogue);
    if (!target)
        return target.error();
    const Result<std::string> slug = lessonOf(*target);
    if (!slug)
        return slug.error();
    if (slug->empty())
        return Diagnostic{inQuotes(*target) + " names no lesson. Here there is none it could be a change of.", {}, 0};
    const Result<const Lesson*> lesson = catalogue.require(*slug);
    if (!lesson)
        return lesson.error();
    const Result<Scenario> scenario = parseScenario(*target, **lesson, defaultScenario(**lesson));
    if (!scenario)
        return scenario.error();
    subject.lesson = *lesson;
    subject.scenario = *scenario;
    return change(subject.scenario, request, *subject.lesson);
}

/// The variants of the subject that have to be compiled for the command.
std::vector<std::string> variantsToCompile(const Request& request, const Subject& subject)
{
    std::vector<std::string> shown = subject.scenario.variants;
    if (request.command == Command::check) { // it is compared with all of them
        shown.clear();
        for (const VariantSpec& variant : subject.lesson->variants)
            shown.push_back(variant.name);
    }
    if (request.command == Command::run)
        shown = request.file ? std::vector<std::string>{} : std::vector{subject.variant};
    if (!request.isSanitized)
        std::erase_if(shown, [&](const std::string& name) { return subject.lesson->findProgram(name) != nullptr; });
    return shown;
}

/// The lesson in the folder that LESSON names.
std::optional<Outcome> useFolder(const Request& request, const std::vector<BuiltInLesson>& lessons, const Catalogue& catalogue,
                                 const Installation& installation, Subject& subject)
{
    LessonReading reading = readLessonFolder(request.target, lessons);
    if (!reading.errors.empty()) {
        Diagnostic first = reading.errors.front();
        if (reading.errors.size() > 1)
            first.message += " (and " + std::to_string(reading.errors.size() - 1) + " more: awaitscope-cli verify tells all)";
        return failed(first);
    }
    const Lesson* const builtIn = catalogue.find(reading.lesson.slug);
    if (!builtIn || !isSameLesson(reading.lesson, *builtIn))
        subject.path = request.target;
    subject.own = CompiledLesson{std::move(reading.lesson), {}, {}, {}, {}};
    subject.lesson = &subject.own->lesson;
    subject.scenario = defaultScenario(*subject.lesson);
    if (!request.scenario.empty()) {
        const Result<Scenario> named = parseScenario(request.scenario, *subject.lesson, subject.scenario);
        if (!named)
            return failed(named.error());
        subject.scenario = *named;
    }
    if (const std::optional<Diagnostic> error = change(subject.scenario, request, *subject.lesson))
        return failed(*error);
    subject.variant = variantOf(*subject.lesson, subject.scenario);
    auto compiled = compileFolder(*subject.lesson, request.target, variantsToCompile(request, subject),
                                  request.isSanitized && !request.file, installation);
    if (const auto* const none = std::get_if<NotCompiled>(&compiled))
        return outcomeOf(*none);
    subject.own = std::get<CompiledLesson>(std::move(compiled));
    subject.lesson = &subject.own->lesson;
    return std::nullopt;
}

/// Compiles what --file names, in place of the subject's variant.
std::optional<Outcome> useFile(const Request& request, const Installation& installation, Subject& subject)
{
    CompiledLesson lesson = subject.own ? *std::move(subject.own) : CompiledLesson{*subject.lesson, {}, {}, {}, {}};
    auto compiled = compileFile(std::move(lesson), subject.variant, *request.file, request.isSanitized, installation);
    if (const auto* const none = std::get_if<NotCompiled>(&compiled))
        return outcomeOf(*none);
    subject.own = std::get<CompiledLesson>(std::move(compiled));
    subject.lesson = &subject.own->lesson;
    return std::nullopt;
}

/// The file at `path` as a lesson of its own, or the page that an .awaitscope file there holds. LESSON is that path, or the scenario
/// string that goes with --file; `scenarioString` is empty where neither says more.
std::optional<Outcome> useSandbox(const Request& request, const std::string& path, const Installation& installation, Subject& subject,
                                  const std::optional<PageFile>& page = std::nullopt, const std::string& scenarioString = {})
{
    if (request.variant)
        return wrongUse("--variant is for a lesson, and " + inQuotes(path) + " is a file that stands for itself.");
    auto compiled = page ? openPage(page->name, page->text, path, request.isSanitized, installation)
                         : openSandbox(path, request.isSanitized, installation);
    if (const auto* const none = std::get_if<NotCompiled>(&compiled))
        return outcomeOf(*none);
    subject.path = path;
    subject.own = std::get<CompiledLesson>(std::move(compiled));
    subject.lesson = &subject.own->lesson;
    subject.variant = subject.own->variant;
    subject.scenario = defaultScenario(*subject.lesson);
    if (!scenarioString.empty()) {
        const Result<Scenario> scenario = parseScenario(scenarioString, *subject.lesson, subject.scenario);
        if (!scenario)
            return failed(scenario.error());
        subject.scenario = *scenario;
    }
    if (const std::optional<Diagnostic> error = change(subject.scenario, request, *subject.lesson))
        return failed(*error);
    return std::nullopt;
}

/// Whether LESSON is a scenario string of a sandbox, which does not say of which.
bool isSandboxScenario(const std::string& target)
{
    const Result<std::string> slug = lessonOf(target);
    return slug && *slug == sandboxSlug;
}

} // namespace

bool namesFolder(const std::string& target, const std::vector<BuiltInLesson>& lessons)
{
    std::error_code failure;
    return !namesScenarioFile(target) && std::ranges::find(lessons, target, &BuiltInLesson::slug) == lessons.end()
           && std::filesystem::is_directory(target, failure);
}

std::optional<Outcome> prepare(const Request& request, const std::vector<BuiltInLesson>& lessons, const Catalogue& catalogue,
                               const Installation& installation, Subject& subject)
{
    if (namesSandbox(request.target) && request.file)
        return wrongUse("--file is for a lesson, and " + inQuotes(request.target) + " is a file that stands for itself.");
    if (namesSandbox(request.target))
        return useSandbox(request, request.target, installation, subject);
    const bool isFolder = namesFolder(request.target, lessons);
    if (request.isSanitized && !request.file && !isFolder)
        return wrongUse("--sanitize is for code that is compiled. Allowed: with --file, a C++ file or a lesson's folder.");
    if (namesScenarioFile(request.target)) {
        const Result<ScenarioFile> file = loadScenarioFile(request.target);
        if (file && file->page) {
            if (const std::optional<Diagnostic> error = whyNotShown(*file, printablePath(request.target), catalogue))
                return failed(*error);
            return useSandbox(request, request.target, installation, subject, file->page, file->scenario);
        }
    }
    if (!isFolder && isSandboxScenario(request.target) && !catalogue.find(sandboxSlug))
        return request.file ? useSandbox(request, *request.file, installation, subject, std::nullopt, request.target)
                            : wrongUse(inQuotes(request.target) + " is a scenario of a sandbox, and does not hold its code. Name the C++ "
                                                                  "file too, by --file.");
    if (isFolder) {
        if (std::optional<Outcome> problem = useFolder(request, lessons, catalogue, installation, subject))
            return problem;
    } else {
        if (const std::optional<Diagnostic> error = useBuiltIn(request, catalogue, subject))
            return failed(*error);
        subject.variant = variantOf(*subject.lesson, subject.scenario);
    }
    return request.file ? useFile(request, installation, subject) : std::nullopt;
}

Outcome failed(const Diagnostic& error)
{
    return {error.isFault ? ExitCode::fault : ExitCode::wrongUse, {}, error.toText() + '\n'};
}

Outcome failed(const Diagnostic& error, const Subject& subject)
{
    Outcome outcome = failed(subject.named(error));
    if (subject.own)
        outcome.err += subject.own->warnings;
    return outcome;
}

} // namespace awaitscope::cli
