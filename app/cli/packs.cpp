// SPDX-License-Identifier: GPL-3.0-or-later
#include "packs.hpp"

#include "lesson/format/scenario.hpp"
#include "lesson/text/text.hpp"
#include "lesson/text/text_file.hpp"

#include <algorithm>
#include <utility>

namespace awaitscope::cli {

namespace {

namespace fs = std::filesystem;

bool isLesson(const fs::path& folder)
{
    std::error_code none;
    return fs::exists(folder / "lesson.toml", none);
}

} // namespace

std::string lessonNameOf(const fs::path& folder)
{
    std::error_code none;
    const fs::path whole = fs::absolute(folder, none).lexically_normal();
    return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

std::vector<fs::path> lessonFoldersOf(const fs::path& folder)
{
    std::vector<fs::path> folders;
    std::error_code failure;
    for (fs::directory_iterator entry{folder, failure}, end; !failure && entry != end; entry.increment(failure)) {
        if (!isLesson(folder) && isLesson(entry->path()))
            folders.push_back(entry->path());
    }
    std::ranges::sort(folders);
    // One without a manifest too is read, which says that it is missing.
    return folders.empty() ? std::vector{folder} : folders;
}

std::optional<Outcome> whyNoPacks(const Request& request)
{
    for (const std::string& pack : request.packs) {
        std::error_code failure;
        if (!fs::is_directory(pack, failure))
            return Outcome{ExitCode::wrongUse, {}, "--lessons cannot be " + inQuotes(pack) + ": there is no such folder.\n"};
        if (!isLesson(lessonFoldersOf(pack).front()))
            return Outcome{ExitCode::wrongUse, {},
                           "--lessons cannot be " + inQuotes(pack) + ": neither it nor a folder in it has a lesson.toml.\n"};
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
