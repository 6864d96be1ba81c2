// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"

#include <string>
#include <vector>

namespace awaitscope {

/// The files of a small lesson that holds what it promises, to be changed into one's own: an order that is paid and may not be
/// shipped. `slug` is a plain name (isPlainName()), of which its title is made.
std::vector<LessonFile> lessonSkeleton(const std::string& slug);

} // namespace awaitscope
