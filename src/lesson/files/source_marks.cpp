// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/source_marks.hpp"

#include "core/trace/source_index.hpp"
#include "lesson/text/text.hpp"

namespace awaitscope {

std::vector<SourceMark> marksOf(std::string_view source)
{
    constexpr std::string_view comment = "// mark:";
    std::vector<SourceMark> marks;
    const std::string masked = maskCommentsAndLiterals(source);
    const std::vector<std::string_view> maskedLines = linesOf(masked);
    int line = 0;
    for (const std::string_view text : linesOf(source)) {
        ++line;
        const std::size_t position = text.rfind(comment);
        if (position == std::string_view::npos)
            continue;
        // Masking blanks the end of a string as well; only behind a comment is everything blank to the end of the line.
        const auto index = static_cast<std::size_t>(line - 1);
        const std::string_view rest = index < maskedLines.size() ? maskedLines[index] : std::string_view{};
        if (rest.size() <= position || trimmed(rest.substr(position)).empty())
            marks.push_back({std::string{trimmed(text.substr(position + comment.size()))}, line});
    }
    return marks;
}

} // namespace awaitscope
