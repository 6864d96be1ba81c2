// SPDX-License-Identifier: GPL-3.0-or-later
#include "new_lesson_command.hpp"

#include "lesson/files/lesson_folders.hpp"
#include "lesson/files/lesson_skeleton.hpp"
#include "lesson/text/text.hpp"
#include "lesson/text/text_file.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace awaitscope::cli {

namespace fs = std::filesystem;

namespace {

Outcome refused(const std::string& message) { return {ExitCode::wrongUse, {}, message + '\n'}; }

} // namespace

Outcome newLesson(const Request& request)
{
    const fs::path folder{request.target};
    const std::string slug = lessonNameOf(folder);
    if (!isPlainName(slug))
        return refused("A lesson's folder cannot be called " + inQuotes(slug)
                       + ". Allowed: small letters, digits and '-' between them.");
    std::error_code failure;
    const fs::file_status status = fs::status(folder, failure);
    if (fs::exists(status) && !fs::is_directory(status))
        return refused(printablePath(folder) + ": There is a file of this name. Name a folder that is new or empty.");
    if (fs::exists(status) && !fs::is_empty(folder, failure) && !failure)
        return refused(printablePath(folder) + ": There are files in this folder, which are left as they are. Name one that is new or empty.");

    Outcome outcome;
    outcome.folder = request.target;
    nlohmann::ordered_json names = nlohmann::ordered_json::array();
    for (LessonFile& file : lessonSkeleton(slug)) {
        names.push_back(file.name);
        outcome.files.push_back({(folder / file.name).string(), std::move(file.text), "The file " + file.name});
    }
    const std::string shown = printablePath(folder);
    outcome.out = request.isJson ? nlohmann::ordered_json{{"lesson", slug}, {"folder", shown}, {"files", names}}.dump(2) + '\n'
                                 : "The lesson " + slug + " is in " + shown + ". Change it, and see what it does:\n\n  awaitscope-cli verify "
                                       + shown + "\n  awaitscope-cli run " + shown + " --timeout 250ms\n  awaitscope-cli sweep " + shown + '\n';
    return outcome;
}

} // namespace awaitscope::cli
