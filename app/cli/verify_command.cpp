// SPDX-License-Identifier: GPL-3.0-or-later
#include "verify_command.hpp"

#include "lesson/files/lesson_folders.hpp"
#include "lesson/tell/ink.hpp"
#include "lesson/text/text.hpp"
#include "workbench/verify_folder.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace awaitscope::cli {

namespace {

/// Of a folder: what is not in the program is compiled.
VerifiedLesson verifiedAt(const std::filesystem::path& folder, const std::vector<BuiltInLesson>& lessons, Workbench& workbench)
{
    return verifiedFolder(readLessonFolder(folder, lessons), folder, workbench);
}

/// Empty if there is no such lesson or folder.
std::vector<VerifiedLesson> verifyTarget(const Request& request, const std::vector<BuiltInLesson>& lessons, const Installation& installation)
{
    const std::string& target = request.target;
    Workbench workbench{installation};
    std::vector<VerifiedLesson> results;
    for (const BuiltInLesson& lesson : lessons) {
        if (target.empty() || target == lesson.slug)
            results.push_back(verified(readBuiltInLesson(lesson), "lessons/" + lesson.slug + '/', workbench));
    }
    for (const std::string& pack : target.empty() ? request.packs : std::vector<std::string>{}) {
        for (const std::filesystem::path& folder : lessonFoldersOf(pack))
            results.push_back(verifiedAt(folder, lessons, workbench));
    }
    std::error_code failure;
    if (results.empty() && std::filesystem::is_directory(target, failure)) {
        for (const std::filesystem::path& folder : lessonFoldersOf(target))
            results.push_back(verifiedAt(folder, lessons, workbench));
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

std::string textOf(const VerifiedLesson& result, const TextStyle& style)
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

ExitCode codeOf(const VerifiedLesson& result)
{
    if (!result.isRead)
        return ExitCode::wrongUse;
    ExitCode code = ExitCode::done;
    for (const Diagnostic& error : result.errors)
        code = std::max(code, error.isFault ? ExitCode::fault : ExitCode::violated);
    return code;
}

std::string jsonOf(const std::vector<VerifiedLesson>& results)
{
    using Json = nlohmann::ordered_json;
    Json lessons = Json::array();
    for (const VerifiedLesson& result : results) {
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
    const std::vector<VerifiedLesson> results = verifyTarget(request, lessons, installation);
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
    for (const VerifiedLesson& result : results) {
        // Wrong input goes before what does not hold, and a fault of the code before both.
        outcome.exitCode = std::max(outcome.exitCode, codeOf(result));
        for (const Diagnostic& error : result.isRead ? std::vector<Diagnostic>{} : result.errors)
            outcome.err += error.toText() + '\n';
        outcome.out += textOf(result, style);
    }
    if (std::ranges::none_of(results, &VerifiedLesson::isRead)) // there is no result
        return {ExitCode::wrongUse, {}, outcome.err};
    if (request.isJson)
        outcome.out = jsonOf(results);
    return outcome;
}

} // namespace awaitscope::cli
