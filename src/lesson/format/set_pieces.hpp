// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// A moment of a scene that an author has prepared, to be jumped to with a number key.
struct SetPiece
{
    std::string title;
    std::string scenario; ///< a patch of the scene's: "awaitscope:?timeout=250ms&time=200ms"
    int line = 0;
};

constexpr std::size_t mostSetPieces = 9; ///< the keys 1 to 9

/// Reads what stands in a `moments` block, whose opening line is `line` of `file`: a scenario and a title on each line.
std::vector<SetPiece> readSetPieces(std::string_view content, const std::string& file, int line,
                                    std::vector<Diagnostic>& errors);

} // namespace awaitscope
