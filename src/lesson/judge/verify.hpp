// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/format/lesson.hpp"
#include "lesson/judge/verify_task.hpp"
#include "lesson/run/runner.hpp"

#include <string>
#include <vector>

namespace awaitscope {

/// Runs a lesson that reads without errors, and says where it does not do what it promises:
///  - in every model it names, each buggy variant violates a check at one await at least, and each fixed one at no
///    await and at no timeout;
///  - where it has traffic, some thousand requests are served by each variant, and lost by the buggy ones alone, in its models;
///  - each fixed variant is a fix as judgeFix() has it, and no buggy one;
///  - scenario.cpp judges the checks of lesson.toml, in their order and words, and the subject runs;
///  - every scene and link of the story runs, a link in every model;
///  - of each question the right answer is right when it is run, and each other answer with a claim is wrong;
///  - the solution of each question that asks for a fix is one, and so is each order of lines that is called right (verifyTask());
///  - each language that the lesson is told in has words for all that these runs say of themselves.
/// Empty: it keeps its promises. `where` goes before file names ("lessons/alan-caches-requests/").
/// `make` compiles what no variant is; without one such an order of lines is told as an error.
std::vector<Diagnostic> verifyLesson(const Lesson& lesson, const std::string& where = {}, const RunLimits& limits = {},
                                     const VersionMaker& make = {});

} // namespace awaitscope
