// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace awaitscope {

/// "my-lesson" of "my-lesson/", and of "." in it.
std::string lessonNameOf(const std::filesystem::path& folder);

bool isLessonFolder(const std::filesystem::path& folder); ///< it has a lesson.toml

/// `folder`, or those in it, in a fixed order, that have a lesson.toml.
std::vector<std::filesystem::path> lessonFoldersOf(const std::filesystem::path& folder);

/// What is wrong with what --lessons names: it is a folder that holds a lesson at least.
std::optional<Diagnostic> whyNoLessons(const std::string& folder);

} // namespace awaitscope
