// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cases/expectations.hpp"
#include "lesson/format/lesson.hpp"

#include <string>

namespace awaitscope::cases {

/// How often what is to be the same is made.
constexpr int timesMade = 10;

/// "both_fail cancelled at 50 ms": as a line of traces.digest calls it.
std::string titleOf(const std::string& name, const Expectation& expectation);

/// What `awaitscope-cli run FILE --json`, with --cancel or without, prints of the lesson that is its sandbox. Those of another
/// `time` are runs of their own.
std::string jsonOf(const Lesson& lesson, const Expectation& expectation, int time);

} // namespace awaitscope::cases
