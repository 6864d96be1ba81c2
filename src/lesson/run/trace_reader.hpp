// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "core/trace/trace.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace awaitscope {

/// The most bytes of a trace, and the most cells of its table: a column for each coroutine and lane, a row for each event.
constexpr std::size_t largestTrace = 8 * 1024 * 1024;
constexpr std::size_t mostTraceCells = 500'000;

/// Reads what toJson(Trace) wrote; keys that it does not know are ignored. What it gives can be shown: ids go from 1, what
/// refers to something finds it, a parent comes before its children, events go forward in time and agree with what they
/// tell of. `file` is how errors call it; they name the place as awaits[2].end.
Result<Trace> readTrace(std::string_view text, const std::string& file);

} // namespace awaitscope
