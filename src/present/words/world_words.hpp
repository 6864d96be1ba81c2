// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/runner.hpp"

namespace awaitscope {

/// Lets the run say what it says of itself and of the world in the language of the window and the lesson. What the code
/// printed stays as it was printed.
void retell(ScenarioRun& run, const Lesson& lesson);

} // namespace awaitscope
