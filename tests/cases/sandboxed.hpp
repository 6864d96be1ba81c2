// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cases/cases.hpp"
#include "lesson/format/lesson.hpp"

#include <string>

namespace awaitscope::cases {

/// How often what is to be the same is made.
constexpr int timesMade = 10;

/// "both_fail cancelled at 50 ms"
string titleOf(const Case& which, const Expectation& expectation);

/// The case as the sandbox that it is, in this process. For one at a time.
Lesson compiledIn(const Case& which);

/// What `awaitscope-cli run FILE --json`, with --cancel or without, prints of the lesson that is its sandbox. Those of another
/// `time` are runs of their own.
string jsonOf(const Lesson& lesson, const Expectation& expectation, int time);

} // namespace awaitscope::cases
