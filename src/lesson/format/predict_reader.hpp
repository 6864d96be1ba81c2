// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/format/predict.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// Reads what stands in a block of that name, predict, fix or order: TOML, whose opening line is `line` of `file`. What cannot be read is empty and
/// told in `errors`; scenario and claims are not looked into (resolveStory() does, once the lesson is known).
Predict readPredict(std::string_view block, std::string_view content, const std::string& file, int line, std::vector<Diagnostic>& errors);

} // namespace awaitscope
