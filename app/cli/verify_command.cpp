// SPDX-License-Identifier: GPL-3.0-or-later
#include "verify_command.hpp"

#include "compiled_lesson.hpp"
#include "lesson/judge/verify.hpp"
#include "lesson/tell/ink.hpp"
#include "lesson/text/text.hpp"
#include "packs.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace awaitscope::cli {

namespace {

struct Verified
{
    Lesson lesson;
    std::vector<Diagnostic> errors;
    bool isRead = false; ///< else its files are wrong input, and there was nothing to verify
};

Verified verified(LessonReading reading, const std::string& where, const Installation& installation)
{
    const bool isRead = reading.errors.empty();
    if (isRead)
        reading.errors = verifyLesson(reading.lesson, where, {}, versionMaker(installation));
    return {std::move(reading.lesson), std::move(reading.errors), isRead};
}

/// Of a folder: what is not in the program is compiled.
Verified verifiedFolder(const std::filesystem::path& folder, const std::vector<BuiltInLesson>& lessons, const Installation& installation)
{
    LessonReading reading = readLessonFolder(folder, lessons);
    const std::string where = (folder.lexically_normal() / "").generic_string();
    std::vector<std::string> missing;
    for (const VariantSpec& variant : reading.lesson.variants) {
        if (!reading.lesson.findProgram(variant.name))
            missing.push_back(variant.name);
    }
    if (!reading.errors.empty() || missing.empty())
        return verified(std::move(reading), where, installation);
    auto compiled = compileFolder(reading.lesson, folder.string(), missing, false, installation);
    if (auto* const none = std::get_if<NotCompiled>(&compiled))
        return {std::move(reading.lesson), std::move(none->errors), none->isFault};
    auto& own = std::get<CompiledLesson>(compiled);
    return verified({own.lesson, {}}, where, installation);
}

/// Empty if there is no such lesson or folder.
std::vector<Verified> verifyTarget(const Request& request, const std::vector<BuiltInLesson>& lessons, const Installation& installation)
{
    const std::string& target = request.target;
    std::vector<Verified> results;
    for (const BuiltInLesson& lesson : lessons) {
        if (target.empty() || target == lesson.slug)
            results.push_back(verified(readBuiltInLesson(lesson), "lessons/" + lesson.slug + '/', installation));
    }
    for (const std::string& pack : target.empty() ? request.packs : std::vector<std::string>{}) {
        for (const std::filesystem::path& folder : lessonFoldersOf(pack))
            results.push_back(verifiedFolder(folder, lessons, installation));
    }
    std::error_code failure;
    if (results.empty() && std::filesystem::is_directory(target, failure)) {
        for (const std::filesystem::path& folder : lessonFoldersOf(target))
            results.push_back(verifiedFolder(folder, lessons, installation));
    }
    return results;
}

std::string numbered(std::size_t count, const std::string& noun)
{
    return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

std::string summaryOf(const Lesson& lesson)
{
    std::size_t links = 0;
    std::size_t questions = 0;
    for (const Scene& scene : lesson.story.scenes) {
        links += scene.links.size();
        questions +=
            static_cast<std::size_t>(std::count_if(scene.blocks.begin(), scene.blocks.end(),
                                                   [](const StoryBlock& block) { return block.predict.has_value(); }));
    }
    std::vector<std::string> models;
    for (const CancelModel model : lesson.models)
        models.emplace_back(toText(model));
    return numbered(lesson.variants.size(), "variant") + " in " + listed(models) + ", "
           + numbered(lesson.story.scenes.size(), "scene") + ", " + numbered(links, "link") + ", "
           + numbered(questions, "question");
}

std::string textOf(const Verified& result, const TextStyle& style)
{
    std::string text;
    for (const Diagnostic& error : result.isRead ? result.errors : std::vector<Diagnostic>{})
        text += error.toText() + '\n';
    const bool holds = result.errors.empty();
    const Verdict verdict = holds ? Verdict::holds : Verdict::violated;
    const std::string rest = holds ? summaryOf(result.lesson) : numbered(result.errors.size(), "error");
    return text + painted(std::string{markOf(verdict)} + ' ' + result.lesson.slug, inkOf(verdict), style.isColoured)
           + ": " + rest + '\n';
}

ExitCode codeOf(const Verified& result)
{
    if (!result.isRead)
        return ExitCode::wrongUse;
    ExitCode code = ExitCode::done;
    for (const Diagnostic& error : result.errors)
        code = std::max(code, error.isFault ? ExitCode::fault : ExitCode::violated);
    return code;
}

std::string jsonOf(const std::vector<Verified>& results)
{
    using Json = nlohmann::ordered_json;
    Json lessons = Json::array();
    for (const Verified& result : results) {
        Json errors = Json::array();
        for (const Diagnostic& error : result.errors)
            errors.push_back(Json{{"file", error.file}, {"line", error.line}, {"message", error.message}});
        lessons.push_back(
            Json{{"lesson", result.lesson.slug}, {"holds", result.errors.empty()}, {"errors", std::move(errors)}});
    }
    const Json json{{"format", "awaitscope-verify"}, {"version", 1}, {"lessons", std::move(lessons)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace)
           + '\n'; // a message can quote a file that is not UTF-8
}

} // namespace

Outcome verify(const Request& request, const std::vector<BuiltInLesson>& lessons, const Installation& installation,
               const TextStyle& style)
{
    const std::vector<Verified> results = verifyTarget(request, lessons, installation);
    if (results.empty()) {
        std::vector<std::string> slugs;
        for (const BuiltInLesson& lesson : lessons)
            slugs.push_back(lesson.slug);
        return {ExitCode::wrongUse,
                {},
                "There is no lesson or folder " + inQuotes(request.target) + ". Allowed: " + listed(slugs)
                    + ", or a folder with a lesson.toml.\n"};
    }
    Outcome outcome;
    for (const Verified& result : results) {
        // Wrong input goes before what does not hold, and a fault of the code before both.
        outcome.exitCode = std::max(outcome.exitCode, codeOf(result));
        for (const Diagnostic& error : result.isRead ? std::vector<Diagnostic>{} : result.errors)
            outcome.err += error.toText() + '\n';
        outcome.out += textOf(result, style);
    }
    if (std::ranges::none_of(results, &Verified::isRead)) // there is no result
        return {ExitCode::wrongUse, {}, outcome.err};
    if (request.isJson)
        outcome.out = jsonOf(results);
    return outcome;
}

} // namespace awaitscope::cli
