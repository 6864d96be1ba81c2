// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "lesson/run/runner.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace awaitscope {

struct TextStyle
{
    bool isColoured = false;
    std::size_t width = 100; ///< columns
};

/// One run for somebody who reads it on a terminal: what was run, a row per moment with a column per lane, what never
/// ran, what println showed, how it ended, and the verdict with its reason.
std::string runTable(const Lesson& lesson, const VariantRun& run, const TextStyle& style = {});

/// The same of any trace; `title` is its lesson's.
std::string runTable(std::string_view title, const Trace& trace, const TextStyle& style = {});

} // namespace awaitscope
