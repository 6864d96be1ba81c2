// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace awaitscope {

/// Whether `code`, whose comments and literals are masked (core/trace/source_index.hpp), declares `name` outside of every
/// namespace, class and function: there it would meet a name of ours. By the text alone; a macro that declares is not seen.
bool declaresAtFileScope(std::string_view code, std::string_view name);

/// `header`, of which each line "using awaitscope::NAME;" is left out whose NAME `source` declares itself: what somebody wrote is
/// meant, and not what we would have offered. All other lines stay where they are.
std::string withoutOwnNames(std::string_view header, std::string_view source);

} // namespace awaitscope
