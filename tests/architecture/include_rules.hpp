// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace awaitscope::architecture {

/// A source file by its path from the root of the repository, with '/' between folders.
struct SourceFile
{
    std::string path;
    std::string text;
};

struct Include
{
    std::string target; ///< without its quotes or brackets
    bool angled = false;
    int line = 0;
};

/// Every #include of a source, in its order. Those in comments and raw string literals do not count.
std::vector<Include> includesOf(std::string_view source);

/// What the files of a folder, and of the folders in it that have no rule of their own, may include beside the
/// standard library and their own folder.
struct FolderRule
{
    std::string folder;                ///< "src/core/time"; the longest that fits a file is the one that counts
    std::vector<std::string> folders;  ///< of the project, each with what is in it
    std::vector<std::string> external; ///< how an include in angle brackets may begin: "boost/"; "Q" is any of Qt's
    /// A rule for the files directly in `folder` only: "src/core" itself, not "src/core/time".
    bool alone = false;
};

/// An external header that goes through one header of the project, because it needs preparation or may change.
struct WrapperRule
{
    std::string external; ///< how the include begins
    std::string wrapper;  ///< path of the only file that may include it
};

struct Rules
{
    std::vector<FolderRule> folders;
    std::vector<WrapperRule> wrappers;
};

/// The project's allow-list.
const Rules& projectRules();

/// One sentence for each include that is not allowed, with file and line. `files` is the whole project: an include
/// in quotes is looked for beside the file that includes it, then in src and in tests,
/// and for tests of a program beside that.
std::vector<std::string> violations(const Rules& rules, const std::vector<SourceFile>& files);

} // namespace awaitscope::architecture
