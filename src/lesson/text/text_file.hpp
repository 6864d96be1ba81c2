// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <cstddef>
#include <filesystem>
#include <string>

namespace awaitscope {

/// A path as messages show it.
std::string printablePath(const std::filesystem::path& path);

/// What the file holds. Errors: it cannot be read, or has more than `most` bytes, of which no more are read.
Result<std::string> readTextFile(const std::filesystem::path& path, std::size_t most);

} // namespace awaitscope
