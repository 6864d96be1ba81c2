// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/set_pieces.hpp"

#include "lesson/text/text.hpp"

#include <algorithm>

namespace awaitscope {

std::vector<SetPiece> readSetPieces(std::string_view content, const std::string& file, int line,
                                    std::vector<Diagnostic>& errors)
{
    std::vector<SetPiece> pieces;
    int number = line;
    for (const std::string_view each : linesOf(content)) {
        ++number;
        const std::string_view text = trimmed(each);
        if (text.empty())
            continue;
        const std::size_t space = std::min(text.find(' '), text.size());
        SetPiece piece{std::string{trimmed(text.substr(space))}, std::string{text.substr(0, space)}, number};
        // A patch: a moment belongs to its scene's scenario.
        if (!piece.scenario.starts_with("awaitscope:?") || piece.title.empty())
            errors.push_back({"A moment is a change of the scene's scenario and a title, such as "
                              "awaitscope:?timeout=250ms&time=200ms The response is there.",
                              file, number});
        else
            pieces.push_back(std::move(piece));
    }
    if (pieces.size() > mostSetPieces)
        errors.push_back({"A scene can have 9 moments, one for each of the keys 1 to 9.", file, line});
    return pieces;
}

} // namespace awaitscope
