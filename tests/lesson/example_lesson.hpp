// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/catalogue.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace awaitscope::example {

/// The files of a small lesson that reads without errors: parameters downstream and client, variants buggy and fixed.
std::vector<LessonFile> files();

/// files() with the first `from` in the file `name` replaced by `to`; throws std::logic_error if it is not there.
std::vector<LessonFile> filesWith(std::string_view name, std::string_view from, std::string_view to);

/// files() without one of them.
std::vector<LessonFile> filesWithout(std::string_view name);

LessonReading read(std::vector<LessonFile> files);

/// files() read; throws std::logic_error if that gives errors.
Lesson lesson();

/// "lesson.toml:3: message", one a line.
std::string errorsOf(const LessonReading& reading);

} // namespace awaitscope::example
