// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/scenario_file.hpp"

#include "lesson/files/catalogue.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/run/sandbox.hpp"
#include "lesson/text/json_fields.hpp"
#include "lesson/text/text.hpp"
#include "lesson/text/text_file.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <system_error>

namespace awaitscope {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* formatName = "awaitscope-scenario";
constexpr std::int64_t fileVersion = 1;
constexpr std::string_view allowed = "what Awaitscope saves, beginning with {\"format\": \"awaitscope-scenario\"";
constexpr std::array<std::string_view, 4> knownKeys = {"format", "version", "scenario", "edits"};

Diagnostic problem(std::string message, const std::string& file, int line = 0)
{
    return Diagnostic{std::move(message), file, line};
}

/// A name without folders that a compiler takes for C++.
bool isPageName(std::string_view name)
{
    constexpr std::string_view ending = ".cpp";
    return name.size() > ending.size() && name.size() <= 100 && name.ends_with(ending) && name.find('/') == std::string_view::npos
           && findControl(name) == std::string_view::npos && !name.starts_with('.');
}

/// What is wrong with code that `file` carries, as `place`.
std::optional<Diagnostic> whyNotCarried(const std::string& text, const std::string& place, const std::string& file)
{
    const std::optional<Diagnostic> none = whyNoSource(text, file);
    return none ? std::optional{problem(place + ": " + none->message, file)} : std::nullopt; // its line would be none of the file's
}

Result<PageFile> readPage(const Json& edit, const std::string& file)
{
    const auto textOf = [&edit](const char* key) -> std::optional<std::string> {
        const auto found = edit.is_object() ? edit.find(key) : edit.end();
        return edit.is_object() && found != edit.end() && found->is_string() ? std::optional{found->get<std::string>()} : std::nullopt;
    };
    const std::optional<std::string> name = textOf("file");
    const std::optional<std::string> text = textOf("text");
    if (!edit.is_object() || edit.size() != 2 || !name || !text)
        return problem("edits[0] cannot be read. Allowed: an object with file and text.", file);
    if (!isPageName(*name))
        return problem("edits[0].file cannot be " + inQuotes(*name) + ". Allowed: the name of a .cpp file, without folders.", file);
    if (std::optional<Diagnostic> none = whyNotCarried(*text, "edits[0].text", file))
        return *std::move(none);
    return PageFile{*name, *text};
}

/// What is wrong with its scenario, in the file that messages call `name`.
Diagnostic inFile(Diagnostic error, const std::string& name)
{
    error.message = "scenario: " + error.message;
    error.file = name;
    error.line = 0;
    return error;
}

Result<const Lesson*> lessonFor(const std::string& scenario, const Catalogue& catalogue)
{
    const Result<std::string> slug = lessonOf(scenario);
    if (!slug)
        return slug.error();
    if (slug->empty())
        return Diagnostic{inQuotes(scenario)
                              + " names no lesson. Allowed: a whole scenario such as "
                                "awaitscope:alan-caches-requests?timeout=250ms.",
                          {},
                          0};
    return catalogue.require(*slug);
}

} // namespace

bool namesScenarioFile(std::string_view word)
{
    return word.ends_with(scenarioFileEnding) && !word.starts_with("awaitscope:");
}

std::string toFileText(const ScenarioFile& file)
{
    Json edits = Json::array();
    if (file.page)
        edits.push_back(Json{{"file", file.page->name}, {"text", file.page->text}});
    for (const FileEdit& edit : file.edits)
        edits.push_back({{"variant", edit.variant}, {"text", edit.text}});
    const Json json{{"format", formatName}, {"version", fileVersion}, {"scenario", file.scenario}, {"edits", std::move(edits)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<ScenarioFile> readScenarioFile(std::string_view text, const std::string& file)
{
    if (trimmed(text).empty())
        return problem("The file is empty. Allowed: " + std::string{allowed} + '.', file);
    const Result<Json> json = parseJson(text, file, allowed);
    if (!json)
        return json.error();
    if (!json->is_object() || !json->contains("format"))
        return problem("This is no scenario of Awaitscope. Allowed: " + std::string{allowed} + '.', file);
    std::optional<std::string> mistake;
    JsonFields fields{*json, "", mistake};
    fields.word("format", {formatName});
    const std::int64_t written = fields.integer("version", 1, std::numeric_limits<std::int64_t>::max());
    if (!mistake && written > fileVersion) // before its keys, which may be others
        return problem("The file is of version " + std::to_string(written) + ", and this Awaitscope reads version "
                           + std::to_string(fileVersion) + ". Open it with a newer Awaitscope.",
                       file);
    ScenarioFile result{fields.text("scenario")};
    for (const std::string& key : fields.keys()) {
        if (std::ranges::find(knownKeys, key) == knownKeys.end() && !mistake)
            mistake = "There is no key " + inQuotes(key) + ". Allowed: format, version, scenario and edits.";
    }
    const auto edits = json->find("edits");
    if (!mistake && edits != json->end() && !edits->is_array())
        fields.reject("edits", "a list");
    const Result<std::string> slug = lessonOf(result.scenario);
    const bool isSandbox = slug && *slug == sandboxSlug;
    if (!mistake && edits != json->end() && !isSandbox) {
        constexpr std::size_t mostEdits = 16; // a lesson has fewer variants
        for (JsonFields& edit : fields.objects("edits", mostEdits))
            result.edits.push_back({edit.text("variant"), edit.text("text")});
    }
    if (mistake)
        return problem(*mistake, file);
    for (std::size_t i = 0; i < result.edits.size(); ++i) {
        if (std::optional<Diagnostic> none = whyNotCarried(result.edits[i].text, "edits[" + std::to_string(i) + "].text", file))
            return *std::move(none);
    }
    if (!isSandbox)
        return result;
    if (edits == json->end() || edits->size() != 1)
        return problem("The scenario is of a sandbox, and the file does not hold its code. Allowed: one edit with file and text.", file);
    Result<PageFile> page = readPage(edits->front(), file);
    if (!page)
        return page.error();
    result.page = *std::move(page);
    return result;
}

Result<ScenarioFile> loadScenarioFile(const std::filesystem::path& path)
{
    const Result<std::string> text = readTextFile(path, largestScenarioFile);
    if (!text)
        return text.error();
    return readScenarioFile(*text, printablePath(path));
}

std::optional<Diagnostic> whyNoScenario(const ScenarioFile& file, const std::string& name, const Lesson& lesson)
{
    const Result<Scenario> scenario = parseScenario(file.scenario, lesson, defaultScenario(lesson));
    return scenario ? std::nullopt : std::optional{inFile(scenario.error(), name)};
}

std::optional<Diagnostic> whyNotShown(const ScenarioFile& file, const std::string& name, const Catalogue& catalogue)
{
    if (file.page) // its code runs when somebody has allowed it, and no sooner
        return whyNoScenario(file, name, sandboxOf(file.page->name, file.page->text));
    const Result<const Lesson*> lesson = lessonFor(file.scenario, catalogue);
    if (!lesson)
        return inFile(lesson.error(), name);
    if (std::optional<Diagnostic> error = whyNoScenario(file, name, **lesson))
        return error;
    // Only a run knows how many awaits there are, and where the axis ends.
    const Result<ScenarioRun> run = runScenario(**lesson, *parseScenario(file.scenario, **lesson, defaultScenario(**lesson)));
    if (!run)
        return inFile(run.error(), name);
    return std::nullopt;
}

std::optional<Diagnostic> whyNotOverwritten(const std::filesystem::path& path)
{
    std::error_code failure;
    if (!std::filesystem::exists(path, failure))
        return std::nullopt;
    const Result<ScenarioFile> file = loadScenarioFile(path);
    if (file)
        return std::nullopt;
    Diagnostic error = file.error();
    error.message += " It is left as it is: save under another name.";
    return error;
}

} // namespace awaitscope
