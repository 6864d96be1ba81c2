// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// The panes of a scene: what it is about, and nothing else. The scopes are always among them.
struct SlidePanes
{
    bool caller = false; ///< the race and the timeout; beside them the caller's code, where code is shown
    bool code = true;
    bool console = false;
    bool map = false; ///< of a slide: from the start, and not only once it is asked for
    bool table = false;

    static constexpr SlidePanes all() { return {true, true, true, true, true}; }

    friend bool operator==(const SlidePanes&, const SlidePanes&) = default;
};

/// How a scene looks while it is presented.
struct Slide
{
    SlidePanes panes;
    std::string subtitle; ///< a line written for the room; empty: none
    int line = 0;         ///< of the first of its keys; 0: the scene says nothing of it
};

/// What of a scene is there in the window, and how it calls its versions: only what the story has come to.
struct SceneView
{
    std::optional<SlidePanes> panes;           ///< empty: all of them
    std::map<std::string, std::string> titles; ///< of variants; those that are not in it have the manifest's
    int line = 0;                              ///< of the first of its keys; 0: the scene says nothing of it
};

/// A `scope` block, taken apart: the scenario on its first line, and below it the keys `presents`, `subtitle`, `shows` and `titles`.
struct ScopeBlock
{
    std::string scenario; ///< empty: there is none
    Slide slide;
    SceneView view;
};

/// `line` is that of the block's opening in `file`.
ScopeBlock readScopeBlock(std::string_view content, const std::string& file, int line, std::vector<Diagnostic>& errors);

} // namespace awaitscope
