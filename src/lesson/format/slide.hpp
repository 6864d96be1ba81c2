// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// The panes of a scene that is presented: what it is about, and nothing else. The scopes are always among them.
struct SlidePanes
{
    bool caller = false; ///< the race and the timeout; beside them the caller's code, where code is shown
    bool code = true;
    bool console = false;
    bool map = false; ///< from the start, and not only once it is asked for
    bool table = false;

    friend bool operator==(const SlidePanes&, const SlidePanes&) = default;
};

/// How a scene looks while it is presented.
struct Slide
{
    SlidePanes panes;
    std::string subtitle; ///< a line written for the room; empty: none
    int line = 0;         ///< of the first of its keys; 0: the scene says nothing of it
};

/// A `scope` block, taken apart: the scenario on its first line, and below it the keys `presents` and `subtitle`.
struct ScopeBlock
{
    std::string scenario; ///< empty: there is none
    Slide slide;
};

/// `line` is that of the block's opening in `file`.
ScopeBlock readScopeBlock(std::string_view content, const std::string& file, int line, std::vector<Diagnostic>& errors);

} // namespace awaitscope
