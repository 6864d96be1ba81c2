// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace awaitscope {

/// A path as messages show it.
std::string printablePath(const std::filesystem::path& path);

/// What the file holds. Errors: it cannot be read, or has more than `most` bytes, of which no more are read.
Result<std::string> readTextFile(const std::filesystem::path& path, std::size_t most);

/// The most bytes of a C++ file, a lesson's or somebody's own.
constexpr std::size_t largestSource = 32 * 1024;

/// What keeps a text from being a source that could be compiled: it is longer, or no text. `file` is how the message calls it.
/// Empty if nothing does.
std::optional<Diagnostic> whyNoSource(std::string_view text, const std::string& file);

} // namespace awaitscope
