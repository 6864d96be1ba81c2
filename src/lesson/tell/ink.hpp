// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"

#include <string>
#include <string_view>

namespace awaitscope {

/// What a colour means on a terminal; the same meanings as in the window.
enum class Ink {
    plain,
    strong,
    badge,    ///< the number of an await
    waiting,  ///< blue
    cut,      ///< the timeout and what it cut off
    violated, ///< orange, and nothing else
    holds,    ///< green
    muted,    ///< grey: not applicable, never ran, the rest of the world
};

/// `text` between the codes of its colour, or as it is.
std::string painted(std::string_view text, Ink ink, bool isColoured);

Ink inkOf(Verdict verdict);

/// "✓", "✗" or "–": the verdict where there is no room for a word, or where colours are off.
std::string_view markOf(Verdict verdict);

/// "holds", "violated" or "not applicable".
std::string_view wordOf(Verdict verdict);

/// "Asio cancel", "Rust drop" or "JS race".
std::string_view titleOf(CancelModel model);

} // namespace awaitscope
