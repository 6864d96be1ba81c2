// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/format/lesson.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// Fills what lesson.toml says into `lesson` and appends whatever is wrong with it to `errors`; lessons/README.md
/// lists the keys. `file` is how errors call it.
void readManifest(std::string_view text, const std::string& file, Lesson& lesson, std::vector<Diagnostic>& errors);

} // namespace awaitscope
