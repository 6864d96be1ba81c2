// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/judge/line_order.hpp"

#include "lesson/run/edited_lesson.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

/// Without the comment that names it for the story, and the blanks at its end.
std::string_view bare(std::string_view line)
{
    line = line.substr(0, line.find("// mark:"));
    return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

std::string_view inner(std::string_view line) { return trimmed(bare(line)); }

/// Without the blank lines at its end.
std::vector<std::string_view> bareLinesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (const std::string_view line : linesOf(text))
        lines.push_back(bare(line));
    while (!lines.empty() && lines.back().empty())
        lines.pop_back();
    return lines;
}

/// How many lines of a text, from `first` on, are this piece; 0: another one stands there.
std::size_t matched(const std::vector<std::string_view>& lines, std::size_t first, const std::string& piece)
{
    const std::vector<std::string_view> wanted = bareLinesOf(piece);
    if (wanted.empty() || first + wanted.size() > lines.size())
        return 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (inner(lines[first + i]) != inner(wanted[i]))
            return 0;
    }
    return wanted.size();
}

/// The piece that stands there, of those that are not taken yet: the longest, as one can begin as another does. -1: none.
int pieceAt(const std::vector<std::string_view>& lines, std::size_t line, const Predict& predict, const std::vector<int>& taken)
{
    int found = -1;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < predict.pieces.size(); ++i) {
        const std::size_t length = matched(lines, line, predict.pieces[i]);
        if (length > longest && std::ranges::find(taken, static_cast<int>(i)) == taken.end()) {
            longest = length;
            found = static_cast<int>(i);
        }
    }
    return found;
}

} // namespace

Result<LineFrame> frameOf(const Lesson& lesson, const Predict& predict)
{
    const VariantSpec* const spec = lesson.findVariant(predict.variant);
    const LessonFile* const file = spec ? lesson.findFile(spec->file) : nullptr;
    if (!file)
        return Diagnostic{"There is no variant " + inQuotes(predict.variant) + '.', "story.md", predict.line};
    const std::vector<std::string_view> lines = linesOf(file->text);
    LineFrame frame;
    std::size_t first = 0;
    std::size_t end = 0; // behind the last
    for (std::size_t i = 0; i < lines.size();) {
        const int piece = pieceAt(lines, i, predict, frame.own);
        if (piece < 0) {
            ++i;
            continue;
        }
        const auto isBlank = [](std::string_view line) { return trimmed(line).empty(); };
        if (frame.own.empty())
            first = i;
        else if (!std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(end), lines.begin() + static_cast<std::ptrdiff_t>(i), isBlank))
            return Diagnostic{"Between the lines of the question, " + spec->file + " has others, such as line " + std::to_string(end + 1)
                                  + ". Offer these too.",
                              "story.md", predict.line};
        frame.own.push_back(piece);
        i += matched(lines, i, predict.pieces[static_cast<std::size_t>(piece)]);
        end = i;
    }
    if (frame.own.empty())
        return Diagnostic{"None of the lines stands in " + spec->file + '.', "story.md", predict.line};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i < first || i >= end)
            (i < first ? frame.before : frame.after).append(bare(lines[i])).append("\n");
    }
    // What is behind the last line end is no line.
    while (frame.after.ends_with("\n\n"))
        frame.after.pop_back();
    frame.indent = lines[first].substr(0, lines[first].find_first_not_of(" \t"));
    return frame;
}

std::string laidText(const LineFrame& frame, const Predict& predict, const std::vector<int>& order)
{
    std::string text = frame.before;
    for (const int piece : order) {
        for (const std::string_view line : bareLinesOf(predict.pieces.at(static_cast<std::size_t>(piece))))
            text.append(line.empty() ? std::string{} : frame.indent).append(line).append("\n");
    }
    return text + frame.after;
}

bool isLaid(const LineFrame& frame, const Predict& predict, std::string_view text)
{
    if (text.size() < frame.before.size() + frame.after.size() || !text.starts_with(frame.before) || !text.ends_with(frame.after))
        return false;
    text.remove_prefix(frame.before.size());
    text.remove_suffix(frame.after.size());
    const std::vector<std::string_view> lines = linesOf(text);
    std::vector<int> order;
    for (std::size_t i = 0; i < lines.size();) {
        const int piece = pieceAt(lines, i, predict, order);
        if (piece < 0 && !lines[i].empty())
            return false;
        if (piece >= 0)
            order.push_back(piece);
        i += piece < 0 ? 1 : matched(lines, i, predict.pieces[static_cast<std::size_t>(piece)]);
    }
    return true;
}

std::string variantWith(const Lesson& lesson, std::string_view text)
{
    // As a compiler reads them: blank lines and indents tell no two versions apart.
    const auto codeOf = [](std::string_view of) {
        std::vector<std::string_view> lines;
        for (const std::string_view line : bareLinesOf(of)) {
            if (!trimmed(line).empty())
                lines.push_back(trimmed(line));
        }
        return lines;
    };
    const std::vector<std::string_view> wanted = codeOf(text);
    for (const VariantSpec& spec : lesson.variants) {
        const LessonFile* const file = isEdited(spec.name) ? nullptr : lesson.findFile(spec.file);
        if (file && codeOf(file->text) == wanted)
            return spec.name;
    }
    return {};
}

} // namespace awaitscope
