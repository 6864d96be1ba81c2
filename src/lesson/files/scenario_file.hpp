// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

class Catalogue;
struct Lesson;

/// The ending of scenario files, and the most bytes of one.
constexpr std::string_view scenarioFileEnding = ".awaitscope";
constexpr std::size_t largestScenarioFile = 1024 * 1024;

/// The code of a sandbox.
struct PageFile
{
    std::string name; ///< "refund.cpp"
    std::string text;

    friend bool operator==(const PageFile&, const PageFile&) = default;
};

/// What somebody made of a variant.
struct FileEdit
{
    std::string variant; ///< "buggy", which it was made of
    std::string text;

    friend bool operator==(const FileEdit&, const FileEdit&) = default;
};

/// What an .awaitscope file holds: JSON with the keys
///   format    "awaitscope-scenario"
///   version   1; a reader refuses a later one and says so
///   scenario  a whole scenario string
///   edits     a list: of a sandbox its one file, {"file": "refund.cpp", "text": "…"}; of a lesson what somebody made of variants, each
///             with `variant` and its whole `text`. May be left out. The scenario says nothing of them. A reader that cannot run
///             them refuses a list that is not empty, since the scenario alone would run other code than was meant.
struct ScenarioFile
{
    std::string scenario; ///< "awaitscope:LESSON?…"
    std::optional<PageFile> page = std::nullopt; ///< of a sandbox: its code
    std::vector<FileEdit> edits = {};            ///< of a lesson

    friend bool operator==(const ScenarioFile&, const ScenarioFile&) = default;
};

/// Whether a word of the command line is meant as a file, not as a scenario string or a lesson's name: it ends in
/// .awaitscope, and does not begin with "awaitscope:".
bool namesScenarioFile(std::string_view word);

/// As it is written, with a line end.
std::string toFileText(const ScenarioFile& file);

/// `file` is how errors call it; they name the line or the key. The scenario is a text then, and not more: see
/// whyNotShown().
Result<ScenarioFile> readScenarioFile(std::string_view text, const std::string& file);

/// The same from the disk.
Result<ScenarioFile> loadScenarioFile(const std::filesystem::path& path);

/// What is wrong with the scenario of a file that was read: no such lesson, a value that is not allowed, an await that its
/// run does not have. Empty if it can be shown.
std::optional<Diagnostic> whyNotShown(const ScenarioFile& file, const std::string& name, const Catalogue& catalogue);

/// The same as far as it can be said without running anything. `lesson` is the one that the scenario names.
std::optional<Diagnostic> whyNoScenario(const ScenarioFile& file, const std::string& name, const Lesson& lesson);

/// Why nothing is to be written to `path`: there is a file already, and it is none that this version understands, so that
/// what it holds would be lost. Empty if it can be written.
std::optional<Diagnostic> whyNotOverwritten(const std::filesystem::path& path);

} // namespace awaitscope
