// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/format/lesson.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// What a variant may be at most, so that it fits beside its timeline.
inline constexpr int maxVariantLines = 80;

/// What is wrong with a source, by one of the rules.
struct SourceProblem
{
    int line = 0;
    std::string message;
};

/// The awaits that share their statement with another one: by a line alone, which is all that compilers tell, they cannot be
/// told apart. Of any source, a learner's too.
std::vector<SourceProblem> findCrowdedAwaits(std::string_view source);

/// Checks the lesson's sources as text, and the marks in them against the story; lessons/README.md lists the rules.
/// Errors name files with `where` before them.
void checkSources(const Lesson& lesson, const std::string& where, std::vector<Diagnostic>& errors);

} // namespace awaitscope
