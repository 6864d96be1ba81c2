// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/format/lesson.hpp"
#include "lesson/run/runner.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace awaitscope {

class VariantHost;

/// Compiles a text in place of a variant of the lesson, where there is a compiler. Errors: there is none, or it does not compile.
using VersionMaker = std::function<Result<std::shared_ptr<VariantHost>>(const Lesson& lesson, const std::string& variant, const std::string& text)>;

/// What is wrong with a question that asks for code, of the kinds `fix` and `order`, at its line of story.md: a part of verifyLesson().
/// What the lesson's own variants are is known by then. An order of lines that is the code of one of them is that one; any other is
/// compiled, by `make`, and judged as a learner's version is.
std::vector<Diagnostic> verifyTask(const Lesson& lesson, const Predict& predict, const RunLimits& limits, const VersionMaker& make);

} // namespace awaitscope
