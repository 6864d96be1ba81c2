// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/retelling.hpp"
#include "lesson/format/lesson.hpp"
#include "lesson/run/runner.hpp"
#include "present/code/code_model.hpp"
#include "present/code/source_text.hpp"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace awaitscope {

/// A language in which a lesson's code can be read.
struct CodeTongue
{
    QString runtime; ///< "tokio"; empty: the C++ that the sandbox runs
    QString label;   ///< "Rust"
    QString title;   ///< "Rust · tokio"
};

/// The C++ first, then the lesson's retellings in their order; the C++ alone where there are none. Of a variant only those that it is
/// told in: one that is not shown at first need not be.
std::vector<CodeTongue> tonguesOf(const Lesson& lesson, const std::string& variant = {});

/// The one after `runtime`, the first after the last. One that the lesson lacks counts as C++.
QString tongueAfter(const Lesson& lesson, const QString& runtime);

/// The program of `variant` in that runtime's language; null if the lesson has none.
const LessonFile* retellingOf(const Lesson& lesson, const std::string& variant, const OtherRuntime& runtime);

/// The lines of the first asynchronous function of a program, which are what its variant is about.
std::optional<LineRange> findAsyncFunction(std::string_view program);

/// What is shown under the meaning of cancelling that the runtime has.
Scenario scenarioAsIn(const OtherRuntime& runtime, const Scenario& shown);

/// Of a run of that the one of `variant`, as that runtime does it. Empty where the timeout falls on an instant of the story: who comes
/// first then is each runtime's own.
std::optional<VariantRun> runAsIn(const ScenarioRun& run, const std::string& variant);

/// What codeAt() says of the variant's lines, said of the program's. Lines that only the variant has are left out.
CodePicture retold(const CodePicture& picture, const std::map<int, int>& sameLines);

/// The same of a tie: hollow badges, and nothing of a run.
CodePicture withoutRun(CodePicture picture);

} // namespace awaitscope
