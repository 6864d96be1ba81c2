// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/runner.hpp"

#include <QString>

#include <string>

namespace awaitscope {

/// What a run says of itself or of the world, in the language of the window and the lesson.
QString inWords(const std::string& said, const Lesson& lesson); ///< one of these, such as why a check is violated

/// Lets the run say what it says of itself and of the world in the language of the window and the lesson. What the code
/// printed stays as it was printed.
void retell(ScenarioRun& run, const Lesson& lesson);

} // namespace awaitscope
