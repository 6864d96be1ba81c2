// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/format/lesson.hpp"
#include "lesson/text/toml_value.hpp"

#include <optional>
#include <string>
#include <vector>

namespace awaitscope {

/// [traffic] of a manifest whose parameters have been read; empty if there is none. Mistakes go to `errors`.
std::optional<TrafficSpec> readTraffic(TomlTable& manifest, const Lesson& lesson, const std::string& file,
                                       std::vector<Diagnostic>& errors);

} // namespace awaitscope
