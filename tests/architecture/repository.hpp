// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "architecture/include_rules.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope::architecture {

/// Every file below `root` that .gitignore there does not name, by path, sorted. Throws std::runtime_error if one cannot be read.
std::vector<SourceFile> readRepository(const std::filesystem::path& root);

/// Whether a .gitignore that holds only names, names with '/' before or after, and "*.ending" ignores this file or folder name.
bool isIgnored(std::string_view gitignore, std::string_view name);

/// C++, CMake and shell sources and lesson manifests: what must bear the licence line.
bool isSource(const SourceFile& file);

/// Within the first three lines, so that a script can begin with its interpreter.
bool hasLicenceLine(std::string_view text);

/// A variant is a .cpp of a lesson that is not its scenario.cpp.
bool isVariant(std::string_view path);

/// The classes, structs and enumerations that a header defines, with their namespaces ("awaitscope::Lesson"): by the first words of
/// lines. Not those inside of others, nor specialisations.
std::vector<std::string> typesIn(const std::string& text);

int countLines(std::string_view text);

} // namespace awaitscope::architecture
