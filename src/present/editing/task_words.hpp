// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "lesson/judge/fix.hpp"

#include <QString>

namespace awaitscope {

/// What keeps a version from being a fix, as a sentence, in Markdown: "When the timeout fires at 250 ms (Rust drop): …". `lesson` is told
/// in the window's language.
QString findingWords(const FixFinding& finding, const Lesson& lesson);

} // namespace awaitscope
