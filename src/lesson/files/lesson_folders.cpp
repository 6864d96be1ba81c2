// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/lesson_folders.hpp"

#include "lesson/text/text.hpp"

#include <algorithm>

namespace awaitscope {

namespace fs = std::filesystem;

std::string lessonNameOf(const fs::path& folder)
{
    std::error_code none;
    const fs::path whole = fs::absolute(folder, none).lexically_normal();
    return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

bool isLessonFolder(const fs::path& folder)
{
    std::error_code none;
    return fs::exists(folder / "lesson.toml", none);
}

std::vector<fs::path> lessonFoldersOf(const fs::path& folder)
{
    std::vector<fs::path> folders;
    std::error_code failure;
    for (fs::directory_iterator entry{folder, failure}, end; !failure && entry != end; entry.increment(failure)) {
        if (!isLessonFolder(folder) && isLessonFolder(entry->path()))
            folders.push_back(entry->path());
    }
    std::ranges::sort(folders);
    // One without a manifest too is read, which says that it is missing.
    return folders.empty() ? std::vector{folder} : folders;
}

std::optional<Diagnostic> whyNoLessons(const std::string& folder)
{
    std::error_code failure;
    if (!fs::is_directory(folder, failure))
        return Diagnostic{"--lessons cannot be " + inQuotes(folder) + ": there is no such folder.", {}, 0};
    if (!isLessonFolder(lessonFoldersOf(folder).front()))
        return Diagnostic{"--lessons cannot be " + inQuotes(folder) + ": neither it nor a folder in it has a lesson.toml.", {}, 0};
    return std::nullopt;
}

} // namespace awaitscope
