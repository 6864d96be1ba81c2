// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/readers.hpp"

#include "core/trace/trace_json.hpp"
#include "lesson/files/manifest.hpp"
#include "lesson/files/progress.hpp"
#include "lesson/files/scenario_file.hpp"
#include "lesson/format/lesson.hpp"
#include "lesson/format/phrasebook.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/format/story_reader.hpp"
#include "lesson/run/trace_reader.hpp"
#include "lesson/tell/run_table.hpp"
#include "lesson/text/text.hpp"

#include "workbench/compile/compiler_output.hpp"
#include "workbench/compile/traps.hpp"
#include "workbench/host/fault_text.hpp"
#include "workbench/host/protocol.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

namespace awaitscope::fuzz {

namespace {

void require(bool holds, const std::string& what)
{
    if (holds)
        return;
    std::cerr << "Broken promise: " << what << '\n';
    std::abort();
}

void requireReadable(const Diagnostic& error)
{
    const std::string text = error.toText();
    require(isUtf8(text) && findControl(text) == std::string::npos && text.find('\n') == std::string::npos,
            "a message is printable, in one line: " + text);
    require(text.size() <= 700, "a message is short: " + text);
    require(text.ends_with('.') || text.ends_with('?'), "a message is a sentence: " + text);
}

void requireReadable(const std::vector<Diagnostic>& errors)
{
    for (const Diagnostic& error : errors)
        requireReadable(error);
}

/// What is accepted can be written, and read again as the same.
void readAndWrite(std::string_view bytes, auto read, auto write, const std::string& file)
{
    const auto value = read(bytes, file);
    if (!value) {
        requireReadable(value.error());
        return;
    }
    const std::string text = write(*value);
    const auto again = read(text, file);
    require(again.has_value() && write(*again) == text, "what is in " + file + " is read as it is written: " + text);
}

Lesson smallLesson()
{
    using namespace std::chrono_literals;
    Lesson lesson;
    lesson.slug = "small";
    lesson.title = "Small";
    lesson.models = {CancelModel::asio};
    lesson.variants.resize(2);
    lesson.variants[0].name = "buggy";
    lesson.variants[1].name = "fixed";
    lesson.variants[1].kind = VariantKind::fixed;
    lesson.parameters = {{"client", "The client takes", 100ms, 0ms, 1s}};
    lesson.checks.resize(1);
    lesson.checks[0].id = "cached";
    return lesson;
}

} // namespace

void readAnyScenario(std::string_view bytes)
{
    static const Lesson lesson = smallLesson();
    const Result<std::string> slug = lessonOf(bytes);
    if (!slug)
        requireReadable(slug.error());
    const Result<Scenario> scenario = parseScenario(bytes, lesson, defaultScenario(lesson));
    if (!scenario) {
        requireReadable(scenario.error());
        return;
    }
    const std::string text = toText(*scenario, lesson);
    const Result<Scenario> again = parseScenario(text, lesson, defaultScenario(lesson));
    require(again.has_value() && toText(*again, lesson) == text, "a scenario is read as it is written: " + text);
}

void readAnyManifest(std::string_view bytes)
{
    Lesson lesson;
    std::vector<Diagnostic> errors;
    readManifest(bytes, "lesson.toml", lesson, errors);
    requireReadable(errors);
}

void readAnyStory(std::string_view bytes)
{
    Lesson lesson = smallLesson();
    std::vector<Diagnostic> errors;
    lesson.story = readStory(bytes, "story.md", errors);
    resolveStory(lesson, "story.md", errors);
    requireReadable(errors);
}

void readAnyTrace(std::string_view bytes)
{
    const Result<Trace> trace = readTrace(bytes, "trace.json");
    if (!trace) {
        requireReadable(trace.error());
        return;
    }
    const std::string table = runTable("Title", *trace);
    require(isUtf8(table) && findControl(table) == std::string::npos, "a table is printable");
    const std::string json = toJson(*trace).dump();
    const Result<Trace> again = readTrace(json, "trace.json");
    require(again.has_value() && toJson(*again).dump() == json, "a trace is read as it is written: " + json);
}

void readAnyScenarioFile(std::string_view bytes)
{
    readAndWrite(bytes, readScenarioFile, toFileText, "rehearsed.awaitscope");
}

void readAnyProgress(std::string_view bytes)
{
    readAndWrite(bytes, readProgress, [](const Progress& progress) { return toJson(progress); }, "progress.json");
}

void readAnyWords(std::string_view bytes)
{
    std::vector<Diagnostic> errors;
    const Phrasebook words = readPhrasebook(bytes, "words.de.toml", errors);
    requireReadable(errors);
    for (const std::string_view text : {std::string_view{"v2 was obtained at 200 ms."}, std::string_view{}, bytes.substr(0, 80)})
        words.find(text, words); // ends, however its places lie
}

void readAnyAnswer(std::string_view bytes)
{
    const Result<Answer> answer = readAnswer(bytes);
    if (!answer)
        return;
    WorkerEnd end;
    end.errors = bytes;
    requireReadable(faultOf(answer->fault, end, {}));
    if (const std::optional<Diagnostic> said = readSanitizer(bytes, "my-buggy.cpp"))
        require(isUtf8(said->message) && said->message.size() <= 700, "a sanitizer's words are short: " + said->message);
    if (answer->trace)
        require(readAnswer("{\"trace\":" + toJson(*answer->trace).dump() + '}').has_value(), "a trace is an answer again");
}

void readAnyCompiler(std::string_view bytes)
{
    std::vector<CompilerMessage> messages = readCompilerOutput(bytes, "alan/my-buggy.cpp");
    require(messages.size() <= mostCompilerMessages, "there are few messages");
    explain(messages, bytes);
    for (const CompilerMessage& message : messages)
        require(isUtf8(message.text) && message.text.size() <= 1300 && message.text.find('\n') == std::string::npos,
                "a compiler's message is short and printable: " + message.text);
    for (const CompilerMessage& trap : findTraps(bytes))
        require(trap.line >= 1 && !trap.explanation.empty(), "a trap has a line and is explained");
}

} // namespace awaitscope::fuzz
