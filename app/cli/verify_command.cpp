// SPDX-License-Identifier: GPL-3.0-or-later
#include "verify_command.hpp"

#include "lesson/judge/verify.hpp"
#include "lesson/tell/ink.hpp"
#include "lesson/text/text.hpp"

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

Verified verified(LessonReading reading, const std::string& where)
{
    const bool isRead = reading.errors.empty();
    if (isRead)
        reading.errors = verifyLesson(reading.lesson, where);
    return {std::move(reading.lesson), std::move(reading.errors), isRead};
}

/// Empty if there is no such lesson or folder.
std::vector<Verified> verifyTarget(const std::string& target, const std::vector<BuiltInLesson>& lessons)
{
    std::vector<Verified> results;
    for (const BuiltInLesson& lesson : lessons) {
        if (target.empty() || target == lesson.slug)
            results.push_back(verified(readBuiltInLesson(lesson), "lessons/" + lesson.slug + '/'));
    }
    std::error_code failure;
    if (results.empty() && std::filesystem::is_directory(target, failure)) {
        const std::string where = (std::filesystem::path{target}.lexically_normal() / "").generic_string();
        results.push_back(verified(readLessonFolder(target, lessons), where));
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
    for (const Diagnostic& error : result.errors)
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

Outcome verify(const Request& request, const std::vector<BuiltInLesson>& lessons, const TextStyle& style)
{
    const std::vector<Verified> results = verifyTarget(request.target, lessons);
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
        outcome.exitCode = std::max(outcome.exitCode, codeOf(result));
        for (const Diagnostic& error : result.isRead ? std::vector<Diagnostic>{} : result.errors)
            outcome.err += error.toText() + '\n';
        outcome.out += textOf(result, style);
    }
    if (!outcome.err.empty()) // what some lessons hold would be half a result
        return {ExitCode::wrongUse, {}, outcome.err};
    if (request.isJson)
        outcome.out = jsonOf(results);
    return outcome;
}

} // namespace awaitscope::cli
