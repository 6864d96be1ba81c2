// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/files/source_marks.hpp"
#include "lesson/format/lesson.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

enum class Language { rust, javaScript, python };

/// A runtime in which a lesson's story can be told again.
struct OtherRuntime
{
    std::string_view name;   ///< "tokio", as in lesson.toml
    std::string_view folder; ///< "rust", of the lesson
    std::string_view ending; ///< ".rs"
    Language language{};
    CancelModel model{}; ///< which of the sandbox's meanings of cancelling it has; tests/runtimes proves it
};

const std::vector<OtherRuntime>& otherRuntimes();
const OtherRuntime* findOtherRuntime(std::string_view name); ///< null if there is none

/// "rust/buggy.rs"
std::string fileOf(const OtherRuntime& runtime, std::string_view variant);

/// The line of each point at which a program can be suspended, in order: `.await` in Rust, `await` in JavaScript, `await`,
/// `async with` and `async for` in Python. Comments, texts and what stands inside of a template string do not count.
std::vector<int> awaitLinesOf(std::string_view source, Language language);

/// As marksOf(source), of a program in another language: its line ends in "// mark: NAME" or "# mark: NAME".
std::vector<SourceMark> marksOf(std::string_view source, Language language);

/// Which line of `program` tells what a line of `variant` does: the await of the same number in order, or the same mark.
std::map<int, int> sameLines(const LessonFile& variant, const LessonFile& program, Language language);

/// Checks that every retelling has its programs, and that each has the awaits and the marks of its variant.
/// Errors name files with `where` before them.
void checkRetellings(const Lesson& lesson, const std::string& where, std::vector<Diagnostic>& errors);

} // namespace awaitscope
