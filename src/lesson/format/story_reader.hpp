// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/format/lesson.hpp"
#include "lesson/format/story.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// The most bytes of a story.
constexpr std::size_t largestStory = 256 * 1024;

/// Reads story.md and appends whatever is wrong with it to `errors`; lessons/README.md describes its blocks.
/// Scenario strings and claims stay as they are written. `file` is how errors call it.
Story readStory(std::string_view text, const std::string& file, std::vector<Diagnostic>& errors);

/// Reads the scenario strings, claims and marks of the lesson's story against its manifest and sources.
/// The scenarios of scenes and questions become whole strings, which start from the lesson's defaults.
void resolveStory(Lesson& lesson, const std::string& file, std::vector<Diagnostic>& errors);

} // namespace awaitscope
