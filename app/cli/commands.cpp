// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"

#include "check_command.hpp"
#include "core/trace/perfetto_json.hpp"
#include "core/trace/trace_json.hpp"
#include "lesson/files/scenario_file.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/page/find_break.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/run/sweep.hpp"
#include "lesson/run/sweep_json.hpp"
#include "lesson/run/trace_reader.hpp"
#include "lesson/tell/ink.hpp"
#include "lesson/tell/lesson_list.hpp"
#include "lesson/tell/run_table.hpp"
#include "lesson/tell/sweep_table.hpp"
#include "lesson/text/text.hpp"
#include "lesson/text/text_file.hpp"
#include "new_lesson_command.hpp"
#include "packs.hpp"
#include "subject.hpp"
#include "traffic_command.hpp"
#include "verify_command.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace awaitscope::cli {

namespace {

Outcome printed(std::string text) { return {ExitCode::done, std::move(text), {}}; }

Outcome printed(const nlohmann::ordered_json& json) { return printed(json.dump(2) + '\n'); }

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

/// Of a run in which nobody is cancelled from outside: it is what it would be without the type.
std::string remarkOnCancelType(const Scenario& scenario, const Lesson& lesson)
{
    const bool isCancelled = scenario.cancel || (lesson.isCancelledFromOutside && !std::holds_alternative<NoTimeout>(scenario.timeout));
    if (isCancelled || scenario.cancelType == CancelType::terminal)
        return {};
    return "Nothing cancels run() in this run, so that --cancel-type " + std::string{toText(scenario.cancelType)}
           + " says nothing: give a --timeout or a --cancel too.\n";
}

Outcome run(const Subject& subject, const Request& request, const Terminal& terminal)
{
    Scenario scenario = subject.scenario;
    scenario.variants = {subject.versionAtHand()};
    const Result<ScenarioRun> done = runScenario(*subject.lesson, scenario, {.showsFaults = true});
    if (!done)
        return failed(done.error(), subject);
    const VariantRun& variant = done->variants.front();
    Outcome outcome = request.isJson ? printed(toJson(*variant.trace))
                                     : printed(runTable(*subject.lesson, variant, styleOf(request, terminal)));
    if (request.perfetto)
        outcome.files = {perfettoFile(*request.perfetto, *subject.lesson, *done)};
    outcome.err = remarkOnCancelType(scenario, *subject.lesson);
    if (subject.own)
        outcome.err += remarksOn(*subject.own);
    if (request.isStrict && verdictOf(*variant.trace) == Verdict::violated)
        outcome.exitCode = ExitCode::violated;
    // The run is there as far as it went, and the fault is told too: for scripts by the exit code.
    if (const std::optional<Diagnostic> fault = faultOf(*variant.trace)) {
        outcome.exitCode = ExitCode::fault;
        outcome.err += subject.named(*fault).toText() + '\n';
    }
    return outcome;
}

Outcome share(const Subject& subject, const Request& request)
{
    const bool isSandbox = subject.lesson->isSandbox;
    if (request.save && !subject.path.empty() && !isSandbox)
        return failed(Diagnostic{"--save is for lessons that are built in and for C++ files that stand for themselves, as the file would not hold the code of "
                                     + inQuotes(subject.path) + ". Share the code and the command that is printed without --save.",
                                 {}, 0});
    const Result<ScenarioRun> done = runScenario(*subject.lesson, subject.scenario);
    if (!done) // what nobody can run is not worth sharing
        return failed(done.error(), subject);
    const std::string scenario = toText(subject.scenario, *subject.lesson);
    const std::string command = subject.path.empty() ? toCommand(subject.scenario, *subject.lesson)
                                                     : toCommand(subject.scenario, *subject.lesson, subject.path);
    Outcome outcome = request.isJson ? printed(nlohmann::ordered_json{{"scenario", scenario}, {"command", command}})
                                     : printed(scenario + '\n' + command + '\n');
    if (request.save) {
        if (const std::optional<Diagnostic> error = whyNotOverwritten(*request.save))
            return failed(*error);
        ScenarioFile file{scenario};
        if (isSandbox) {
            const LessonFile& page = *subject.lesson->findFile(subject.lesson->variants.front().file);
            file.page = PageFile{page.name, page.text};
        }
        outcome.files.push_back({*request.save, toFileText(file), "The scenario"});
    }
    if (request.perfetto)
        outcome.files.push_back(perfettoFile(*request.perfetto, *subject.lesson, *done));
    if (subject.own)
        outcome.err = remarksOn(*subject.own);
    return outcome;
}

/// The lesson of that name alone; all of them if there is none, so that they can be told.
std::vector<BuiltInLesson> named(std::string_view slug, const std::vector<BuiltInLesson>& lessons)
{
    const auto found = std::ranges::find(lessons, slug, &BuiltInLesson::slug);
    return found == lessons.end() ? lessons : std::vector{*found};
}

/// Of the lessons in the program those that a command can speak of. To read all of them takes longer than what most commands do.
std::vector<BuiltInLesson> spokenOf(const Request& request, const std::vector<BuiltInLesson>& lessons)
{
    if (request.command == Command::lessons)
        return lessons;
    if (namesSandbox(request.target))
        return {};
    const Result<std::string> slug = lessonOf(request.target);
    return slug ? named(*slug, lessons) : lessons;
}

Outcome show(const Request& request, const std::vector<BuiltInLesson>& lessons, const Terminal& terminal)
{
    const Result<std::string> text = readTextFile(request.target, largestTrace);
    if (!text)
        return failed(text.error());
    const Result<Trace> trace = readTrace(*text, printablePath(request.target));
    if (!trace)
        return failed(trace.error());
    if (request.isJson)
        return printed(toJson(*trace));
    const Catalogue catalogue{named(trace->lesson, lessons)};
    const Lesson* const lesson = catalogue.find(trace->lesson); // another version's can be gone
    return printed(runTable(lesson == nullptr ? trace->lesson : lesson->title, *trace, styleOf(request, terminal)));
}

/// The sweep's own answer, as its text or JSON, of what breaks the page.
Outcome findBreakage(const Subject& subject, const Request& request, const Installation& installation)
{
    if (!subject.lesson->isSandbox)
        return {ExitCode::wrongUse, {}, "--find-break is for a C++ file that stands for itself. A lesson's bug is known: see its table.\n"};
    const auto make = [&](const std::string& text) { return compilePage(*subject.own, text, subject.path, request.isSanitized, installation); };
    const Result<BreakSearch> done = findBreak(*subject.lesson, subject.scenario, subject.variant, request.movesTimes, make);
    if (!done)
        return failed(done.error(), subject);
    const std::optional<Breakage>& found = done->found;
    Outcome outcome;
    if (request.isJson) {
        nlohmann::ordered_json json{{"format", "awaitscope-break"}, {"version", 1}, {"found", nullptr}, {"runs", done->runs},
                                    {"awaits", done->awaits}, {"moves", done->moves}, {"tried", triedText(*done)}};
        if (found) {
            json["found"] = {{"text", toText(*found)}, {"scenario", found->scenarioString}, {"what", found->what}, {"why", found->why}};
            json["found"]["timeout_us"] = found->timeout ? nlohmann::ordered_json(found->timeout->count()) : nlohmann::ordered_json(nullptr);
            json["found"]["await"] = found->await > 0 ? nlohmann::ordered_json(found->await) : nlohmann::ordered_json(nullptr);
            json["found"]["line"] = found->line;
            json["found"]["moved"] = nullptr;
            if (found->moved)
                json["found"]["moved"] = {{"line", found->moved->line}, {"before", found->moved->before}, {"after", found->moved->after}};
        }
        outcome = printed(json);
    } else {
        const std::string none = done->expectsSomething ? "Nothing breaks it.\n"
                                                        : "It always ends. The file expects nothing more: say with expect(text, bool) what must be true.\n";
        outcome = printed((found ? toText(*found) + '\n' + found->scenarioString + '\n' : none) + triedText(*done) + '\n');
    }
    outcome.err = remarksOn(*subject.own);
    if (request.isStrict && found)
        outcome.exitCode = ExitCode::violated;
    return outcome;
}

Outcome sweepAll(const Subject& subject, const Request& request, const Terminal& terminal)
{
    Scenario scenario = subject.scenario;
    addEditedOf(subject.variant, scenario.variants, *subject.lesson);
    // What a sandbox dies of at some timeouts is what one looks for.
    const Result<std::optional<Sweep>> done = sweep(*subject.lesson, scenario, {.showsFaults = subject.lesson->isSandbox});
    if (!done)
        return failed(done.error(), subject);
    Outcome outcome = request.isJson ? printed(toJson(**done)) // nothing stopped it
                                     : printed(sweepTable(*subject.lesson, **done, styleOf(request, terminal)));
    if (subject.own)
        outcome.err = remarksOn(*subject.own);
    for (const VariantSweep& variant : (*done)->variants) {
        if (request.isStrict && !violatingTimeouts(variant).empty())
            outcome.exitCode = ExitCode::violated;
        if (!variant.fault)
            continue;
        outcome.exitCode = ExitCode::fault;
        outcome.err += subject.named(*variant.fault).toText() + '\n';
    }
    return outcome;
}

} // namespace

Outcome execute(const Request& asked, const std::vector<BuiltInLesson>& lessons, const Terminal& terminal,
                const Installation& installation)
{
    if (std::optional<Outcome> problem = whyNoPacks(asked))
        return *std::move(problem);
    const Request request = withPacks(asked, lessons);
    const TextStyle style = styleOf(request, terminal);
    if (request.command == Command::verify) // first of all: it is there to say what keeps a catalogue from being made
        return verify(request, lessons, installation, style);
    if (request.command == Command::newLesson)
        return newLesson(request);
    if (request.command == Command::show)
        return show(request, lessons, terminal);
    const Catalogue catalogue{spokenOf(request, lessons)};
    if (request.command != Command::lessons) {
        Subject subject;
        if (std::optional<Outcome> problem = prepare(request, lessons, catalogue, installation, subject))
            return *std::move(problem);
        switch (request.command) {
        case Command::check:
            return check(subject, request, style);
        case Command::run:
            return run(subject, request, terminal);
        case Command::share:
            return share(subject, request);
        case Command::traffic:
            return traffic(subject, request, style);
        default:
            return request.findsBreak ? findBreakage(subject, request, installation) : sweepAll(subject, request, terminal);
        }
    }
    const AllLessons all = allLessons(catalogue, request);
    return request.isJson ? printed(lessonsJson(all.lessons, all.broken)) : printed(lessonsText(all.lessons, all.broken, style));
}

} // namespace awaitscope::cli
