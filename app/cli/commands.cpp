// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"

#include "core/trace/perfetto_json.hpp"
#include "core/trace/trace_json.hpp"
#include "edited_file.hpp"
#include "lesson/files/scenario_file.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/run/sandbox.hpp"
#include "lesson/run/sweep.hpp"
#include "lesson/run/sweep_json.hpp"
#include "lesson/run/trace_reader.hpp"
#include "lesson/tell/ink.hpp"
#include "lesson/tell/lesson_list.hpp"
#include "lesson/tell/run_table.hpp"
#include "lesson/tell/sweep_table.hpp"
#include "lesson/text/percent_encoding.hpp"
#include "lesson/text/text.hpp"
#include "lesson/text/text_file.hpp"
#include "verify_command.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace awaitscope::cli {

namespace {

Outcome failed(const Diagnostic& error)
{
    return {error.isFault ? ExitCode::fault : ExitCode::wrongUse, {}, error.toText() + '\n'};
}

/// What was warned of may be why.
Outcome failed(const Diagnostic& error, const EditedLesson& own, const std::string& path)
{
    Outcome outcome = failed(renamed(error, own, path));
    outcome.err += own.warnings;
    return outcome;
}

Outcome printed(std::string text) { return {ExitCode::done, std::move(text), {}}; }

Outcome printed(const nlohmann::ordered_json& json) { return printed(json.dump(2) + '\n'); }

/// A lesson, and the scenario that the command line asks for.
struct Task
{
    const Lesson* lesson = nullptr;
    Scenario scenario;
};

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
                                                                                      {"--start", &request.start}};
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
    if (std::optional<Diagnostic> error = whyNotShown(*file, printablePath(target), catalogue))
        return *std::move(error);
    return Result<std::string>{boost::system::in_place_value, file->scenario};
}

Result<Task> taskOf(const Request& request, const Catalogue& catalogue)
{
    const Result<std::string> target = scenarioStringOf(request.target, catalogue);
    if (!target)
        return target.error();
    const Result<std::string> slug = lessonOf(*target);
    if (!slug)
        return slug.error();
    if (slug->empty())
        return Diagnostic{
            inQuotes(*target) + " names no lesson. Here there is none it could be a change of.", {}, 0};
    const Result<const Lesson*> lesson = catalogue.require(*slug);
    if (!lesson)
        return lesson.error();
    Task task{*lesson, {}};
    const Result<Scenario> scenario = parseScenario(*target, **lesson, defaultScenario(**lesson));
    if (!scenario)
        return scenario.error();
    const Result<std::string> patch = patchOf(request, **lesson);
    if (!patch)
        return patch.error();
    task.scenario = *scenario;
    if (patch->empty())
        return task;
    const Result<Scenario> changed = parseScenario(*patch, **lesson, *scenario);
    if (!changed)
        return changed.error();
    task.scenario = *changed;
    return task;
}

/// The variant that `run` shows: of those in the scenario the first buggy one, or the first.
std::string variantOf(const Task& task)
{
    for (const std::string& name : task.scenario.variants) {
        if (task.lesson->findVariant(name)->kind == VariantKind::buggy)
            return name;
    }
    return task.scenario.variants.front();
}

TextStyle styleOf(const Request& request, const Terminal& terminal)
{
    const bool isWanted =
        request.colour == ColourChoice::always
        || (request.colour == ColourChoice::automatic && terminal.isTerminal && !terminal.prefersNoColour);
    return {isWanted, terminal.width};
}

OutputFile perfettoFile(const std::string& path, const Lesson& lesson, const ScenarioRun& run)
{
    std::vector<const Trace*> traces;
    for (const VariantRun& variant : run.variants)
        traces.push_back(variant.trace.get());
    return {path, toPerfettoText(traces, toText(run.scenario, lesson)), "The Perfetto trace"};
}

/// Compiles what --file names, if it names something, and makes the task's lesson the one that has it. What to print if that
/// failed.
std::optional<Outcome> useFile(const Request& request, Task& task, const Installation& installation,
                               std::optional<EditedLesson>& own)
{
    if (!request.file)
        return std::nullopt;
    auto compiled = compileFile(*task.lesson, variantOf(task), *request.file, request.isSanitized, installation);
    if (const auto* const none = std::get_if<NotCompiled>(&compiled))
        return Outcome{none->isFault ? ExitCode::fault : ExitCode::wrongUse, {}, none->text};
    own = std::get<EditedLesson>(std::move(compiled));
    task.lesson = &own->lesson;
    return std::nullopt;
}

/// The file that LESSON names, as a lesson of its own, and the scenario that the options make of it. What to print if that failed.
std::optional<Outcome> useSandbox(const Request& request, Task& task, RunLimits& limits, const Installation& installation,
                                  std::optional<EditedLesson>& own)
{
    if (request.file || request.variant)
        return Outcome{ExitCode::wrongUse, {}, std::string{request.file ? "--file" : "--variant"} + " is for a lesson, and "
                                                   + inQuotes(request.target) + " is a file that stands for itself.\n"};
    auto compiled = openSandbox(request.target, request.isSanitized, installation);
    if (const auto* const none = std::get_if<NotCompiled>(&compiled))
        return Outcome{none->isFault ? ExitCode::fault : ExitCode::wrongUse, {}, none->text};
    own = std::get<EditedLesson>(std::move(compiled));
    task.lesson = &own->lesson;
    task.scenario = defaultScenario(own->lesson);
    Request options = request;
    const bool knowsTimeout = callsTimeout(own->lesson.findFile(own->lesson.variants.front().file)->text);
    if (request.cancel && !knowsTimeout) {
        if (request.timeout || request.await || request.start)
            return Outcome{ExitCode::wrongUse, {}, "There are both --cancel and another time, and the file does not call timeout(): all of "
                                                   "them would cancel run(). Allowed: one of them.\n"};
        options.timeout = request.cancel;
    }
    const Result<std::string> patch = patchOf(options, own->lesson);
    if (!patch)
        return failed(patch.error());
    if (!patch->empty()) {
        const Result<Scenario> changed = parseScenario(*patch, own->lesson, task.scenario);
        if (!changed)
            return failed(changed.error());
        task.scenario = *changed;
    }
    if (request.cancel && knowsTimeout) {
        const std::optional<VirtualDuration> time = tryParseDuration(*request.cancel);
        if (!time)
            return Outcome{ExitCode::wrongUse, {}, "--cancel cannot be " + inQuotes(*request.cancel)
                                                       + ". Allowed: a whole number and us, ms or s, such as 250ms.\n"};
        limits.cancel = *time;
    }
    return std::nullopt;
}

/// What run and sweep work on: a lesson, as it is or with the file of --file, or a sandbox.
struct Subject
{
    Task task;
    RunLimits limits;
    std::optional<EditedLesson> own; ///< what was compiled; the task's lesson lies in it
    std::string base;                ///< the variant that --file stands for
    std::string path;                ///< of the compiled file
};

/// What to print if that failed.
std::optional<Outcome> prepare(const Request& request, const Catalogue& catalogue, const Installation& installation, Subject& subject)
{
    subject.path = request.file.value_or(request.target);
    if (namesSandbox(request.target))
        return useSandbox(request, subject.task, subject.limits, installation, subject.own);
    Result<Task> task = taskOf(request, catalogue);
    if (!task)
        return failed(task.error());
    if (request.cancel)
        return Outcome{ExitCode::wrongUse, {},
                       "--cancel is for a sandbox, a C++ file; in a lesson the caller's race cancels: --timeout.\n"};
    subject.task = *std::move(task);
    subject.base = variantOf(subject.task);
    return useFile(request, subject.task, installation, subject.own);
}

Outcome run(const Request& request, const Catalogue& catalogue, const Terminal& terminal, const Installation& installation)
{
    Subject subject;
    if (std::optional<Outcome> problem = prepare(request, catalogue, installation, subject))
        return *std::move(problem);
    auto& [task, limits, own, base, path] = subject;
    limits.showsFaults = true;
    task.scenario.variants = {own ? own->variant : base};
    const Result<ScenarioRun> done = runScenario(*task.lesson, task.scenario, limits);
    if (!done)
        return own ? failed(done.error(), *own, path) : failed(done.error());
    const VariantRun& variant = done->variants.front();
    Outcome outcome = request.isJson ? printed(toJson(*variant.trace))
                                     : printed(runTable(*task.lesson, variant, styleOf(request, terminal)));
    if (request.perfetto)
        outcome.files = {perfettoFile(*request.perfetto, *task.lesson, *done)};
    if (own)
        outcome.err = remarksOn(*own, path);
    // The run is there as far as it went, and the fault is told too: for scripts by the exit code.
    if (const std::optional<Diagnostic> fault = faultOf(*variant.trace)) {
        outcome.exitCode = ExitCode::fault;
        outcome.err += (own ? renamed(*fault, *own, path) : *fault).toText() + '\n';
    }
    return outcome;
}

Outcome share(const Request& request, const Catalogue& catalogue)
{
    const Result<Task> task = taskOf(request, catalogue);
    if (!task)
        return failed(task.error());
    const Result<ScenarioRun> done = runScenario(*task->lesson, task->scenario);
    if (!done) // what nobody can run is not worth sharing
        return failed(done.error());
    const std::string scenario = toText(task->scenario, *task->lesson);
    const std::string command = toCommand(task->scenario, *task->lesson);
    Outcome outcome = request.isJson ? printed(nlohmann::ordered_json{{"scenario", scenario}, {"command", command}})
                                     : printed(scenario + '\n' + command + '\n');
    if (request.save) {
        if (const std::optional<Diagnostic> error = whyNotOverwritten(*request.save))
            return failed(*error);
        outcome.files.push_back({*request.save, toFileText({scenario}), "The scenario"});
    }
    if (request.perfetto)
        outcome.files.push_back(perfettoFile(*request.perfetto, *task->lesson, *done));
    return outcome;
}

Outcome show(const Request& request, const Catalogue& catalogue, const Terminal& terminal)
{
    const Result<std::string> text = readTextFile(request.target, largestTrace);
    if (!text)
        return failed(text.error());
    const Result<Trace> trace = readTrace(*text, printablePath(request.target));
    if (!trace)
        return failed(trace.error());
    if (request.isJson)
        return printed(toJson(*trace));
    const Lesson* const lesson = catalogue.find(trace->lesson); // another version's can be gone
    return printed(runTable(lesson == nullptr ? trace->lesson : lesson->title, *trace, styleOf(request, terminal)));
}

Outcome sweepAll(const Request& request, const Catalogue& catalogue, const Terminal& terminal,
                 const Installation& installation)
{
    Subject subject;
    if (std::optional<Outcome> problem = prepare(request, catalogue, installation, subject))
        return *std::move(problem);
    auto& [task, limits, own, base, path] = subject;
    addEditedOf(base, task.scenario.variants, *task.lesson);
    const Result<std::optional<Sweep>> done = sweep(*task.lesson, task.scenario, limits);
    if (!done)
        return own ? failed(done.error(), *own, path) : failed(done.error());
    Outcome outcome = request.isJson ? printed(toJson(**done)) // nothing stopped it
                                     : printed(sweepTable(*task.lesson, **done, styleOf(request, terminal)));
    if (own)
        outcome.err = remarksOn(*own, path);
    return outcome;
}

} // namespace

Outcome execute(const Request& request, const std::vector<BuiltInLesson>& lessons, const Terminal& terminal,
                const Installation& installation)
{
    const TextStyle style = styleOf(request, terminal);
    if (request.command == Command::verify) // first of all: it is there to say what keeps a catalogue from being made
        return verify(request, lessons, style);
    const Catalogue catalogue{lessons};
    switch (request.command) {
    case Command::run:
        return run(request, catalogue, terminal, installation);
    case Command::share:
        return share(request, catalogue);
    case Command::show:
        return show(request, catalogue, terminal);
    case Command::sweep:
        return sweepAll(request, catalogue, terminal, installation);
    case Command::lessons:
    case Command::verify:
        break;
    }
    return request.isJson ? printed(lessonsJson(catalogue)) : printed(lessonsText(catalogue, style));
}

} // namespace awaitscope::cli
