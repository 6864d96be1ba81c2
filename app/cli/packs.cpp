// SPDX-License-Identifier: GPL-3.0-or-later
#include "packs.hpp"

#include "lesson/files/lesson_folders.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/text/text_file.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace awaitscope::cli {

namespace fs = std::filesystem;

std::optional<Outcome> whyNoPacks(const Request& request)
{
    for (const std::string& pack : request.packs) {
        if (const std::optional<Diagnostic> error = whyNoLessons(pack))
            return Outcome{ExitCode::wrongUse, {}, error->toText() + '\n'};
    }
    return std::nullopt;
}

Request withPacks(Request request, const std::vector<BuiltInLesson>& lessons)
{
    // A path is what it says, and so is what the program has.
    std::error_code failure;
    if (request.packs.empty() || request.target.empty() || fs::exists(request.target, failure))
        return request;
    const Result<std::string> named = lessonOf(request.target);
    const std::string slug = named && !named->empty() ? *named : request.target;
    if (std::ranges::find(lessons, slug, &BuiltInLesson::slug) != lessons.end())
        return request;
    for (const std::string& pack : request.packs) {
        for (const fs::path& folder : lessonFoldersOf(pack)) {
            if (lessonNameOf(folder) != slug)
                continue;
            if (request.target != slug)
                request.scenario = std::exchange(request.target, {});
            request.target = folder.string();
            return request;
        }
    }
    return request;
}

AllLessons allLessons(const Catalogue& catalogue, const Request& request)
{
    AllLessons all{catalogue.lessons(), catalogue.broken()};
    for (const std::string& pack : request.packs) {
        for (const fs::path& folder : lessonFoldersOf(pack)) {
            LessonReading reading = readForeignLesson(folder);
            const std::string slug = lessonNameOf(folder);
            if (std::ranges::find(all.lessons, slug, &Lesson::slug) != all.lessons.end())
                reading.errors = {{"There is another lesson of that name. Give the folder a name of its own.", printablePath(folder), 0}};
            if (reading.errors.empty())
                all.lessons.push_back(std::move(reading.lesson));
            else
                all.broken.push_back({slug, std::move(reading.errors)});
        }
    }
    return all;
}

} // namespace awaitscope::cli
