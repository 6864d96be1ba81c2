// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/code/source_text.hpp"

#include "core/trace/source_index.hpp"
#include "present/text/tr.hpp"


#include <algorithm>
#include <cctype>
#include <string>

namespace awaitscope {

namespace {

QString numberWord(std::size_t number)
{
    static const char* const words[] = {QT_TRANSLATE_NOOP("SourceText", "two"),   QT_TRANSLATE_NOOP("SourceText", "three"),
                                        QT_TRANSLATE_NOOP("SourceText", "four"),  QT_TRANSLATE_NOOP("SourceText", "five"),
                                        QT_TRANSLATE_NOOP("SourceText", "six"),   QT_TRANSLATE_NOOP("SourceText", "seven"),
                                        QT_TRANSLATE_NOOP("SourceText", "eight"), QT_TRANSLATE_NOOP("SourceText", "nine")};
    return number >= 2 && number < 2 + std::size(words) ? SourceTextTr::tr(words[number - 2]) : QString::number(number);
}

std::vector<std::string> ownedLinesOf(std::string_view source)
{
    std::vector<std::string> lines;
    while (!source.empty()) {
        const std::size_t end = source.find('\n');
        std::string_view line = source.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.emplace_back(line);
        source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
    }
    return lines;
}

std::string withoutSpace(std::string_view line)
{
    std::string result;
    std::copy_if(line.begin(), line.end(), std::back_inserter(result),
                 [](char c) { return !std::isspace(static_cast<unsigned char>(c)); });
    return result;
}

struct CodeLineText
{
    int line = 0;
    std::string text; ///< without space and comments
    int weight = 0;
};

/// The lines that count in a comparison, literals included.
std::vector<CodeLineText> comparable(std::string_view source)
{
    const std::vector<std::string> lines = ownedLinesOf(source);
    const std::vector<std::string> code = ownedLinesOf(maskCommentsAndLiterals(source));
    std::vector<CodeLineText> result;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // What is blanked at the end of a line is a comment, or a literal, which counts.
        const std::size_t length = code[i].find_last_not_of(" \t") + 1;
        const std::string rest = withoutSpace(std::string_view(lines[i]).substr(length));
        const bool literal = rest.starts_with('"') || rest.starts_with('\'') || rest.starts_with("R\"");
        std::string text =
            withoutSpace(literal ? std::string_view(lines[i]) : std::string_view(lines[i]).substr(0, length));
        if (text.empty() || text.starts_with("println("))
            continue;
        // co_await, .await and await alike; not awaitable<T>.
        const std::size_t await = text.find("await");
        const bool awaits = await != std::string::npos && text.compare(await, 9, "awaitable") != 0;
        const int weight = awaits ? 10 : 1;
        result.push_back({static_cast<int>(i) + 1, std::move(text), weight});
    }
    return result;
}

} // namespace

std::optional<LineRange> findFunction(std::string_view source, std::string_view function)
{
    const SourceIndex index({}, source);
    const SourceFunction* const found = index.findFunction(function);
    if (!found)
        return std::nullopt;
    LineRange range{found->firstLine, found->lastLine};
    const std::vector<std::string> code = ownedLinesOf(maskCommentsAndLiterals(source));
    const auto codeOfLine = [&](int line) { return withoutSpace(code[static_cast<std::size_t>(line - 1)]); };
    // A return type may stand on a line of its own, before the name.
    if (range.first > 1 && codeOfLine(range.first).starts_with(std::string(function) + '(')) {
        const std::string before = codeOfLine(range.first - 1);
        if (!before.empty() && before.find_first_of("#;{}") == std::string::npos)
            --range.first;
    }
    return range;
}

std::optional<LineRange> findFirstAwait(std::string_view source, std::string_view function)
{
    const SourceIndex index({}, source);
    const SourceFunction* const within = index.findFunction(function);
    for (const SourceAwait& await : index.awaits()) {
        if (within && await.line >= within->bodyLine && await.line <= within->lastLine)
            return LineRange{await.statementLine, await.lastLine};
    }
    return std::nullopt;
}

std::vector<int> findMark(std::string_view source, std::string_view name)
{
    std::vector<int> found;
    const std::vector<std::string> lines = ownedLinesOf(source);
    const std::string comment = "//mark:" + withoutSpace(name);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (withoutSpace(lines[i]).ends_with(comment))
            found.push_back(static_cast<int>(i) + 1);
    }
    return found;
}

QString SourceDifference::toText() const
{
    const std::size_t first = onlyInFirst.size();
    const std::size_t second = onlyInSecond.size();
    if (first == 0 && second == 0)
        return {};
    const auto count = [](std::size_t lines, const char* one, const char* several) {
        return lines == 1 ? SourceTextTr::tr(one) : SourceTextTr::tr(several).arg(numberWord(lines));
    };
    if (moved.size() == first && moved.size() == second) {
        return count(first, QT_TRANSLATE_NOOP("SourceText", "one line moved"),
                     QT_TRANSLATE_NOOP("SourceText", "%1 lines moved"));
    }
    if (first == 0) {
        return count(second, QT_TRANSLATE_NOOP("SourceText", "one line added"),
                     QT_TRANSLATE_NOOP("SourceText", "%1 lines added"));
    }
    if (second == 0) {
        return count(first, QT_TRANSLATE_NOOP("SourceText", "one line removed"),
                     QT_TRANSLATE_NOOP("SourceText", "%1 lines removed"));
    }
    return count(std::max(first, second), QT_TRANSLATE_NOOP("SourceText", "one line differs"),
                 QT_TRANSLATE_NOOP("SourceText", "%1 lines differ"));
}

SourceDifference differenceOf(std::string_view firstSource, std::string_view secondSource)
{
    const std::vector<CodeLineText> first = comparable(firstSource);
    const std::vector<CodeLineText> second = comparable(secondSource);
    // The heaviest common subsequence; awaits weigh more, for they are what a reader holds on to.
    std::vector<std::vector<int>> best(first.size() + 1, std::vector<int>(second.size() + 1, 0));
    for (std::size_t i = first.size(); i-- > 0;) {
        for (std::size_t j = second.size(); j-- > 0;) {
            best[i][j] = std::max(best[i + 1][j], best[i][j + 1]);
            if (first[i].text == second[j].text)
                best[i][j] = std::max(best[i][j], best[i + 1][j + 1] + first[i].weight);
        }
    }
    SourceDifference difference;
    std::vector<const CodeLineText*> gone;
    std::vector<const CodeLineText*> come;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < first.size() || j < second.size()) {
        const bool both = i < first.size() && j < second.size();
        if (both && first[i].text == second[j].text && best[i][j] == best[i + 1][j + 1] + first[i].weight) {
            ++i;
            ++j;
        } else if (j == second.size() || (both && best[i][j] == best[i + 1][j])) {
            gone.push_back(&first[i++]);
        } else {
            come.push_back(&second[j++]);
        }
    }
    for (const CodeLineText* line : gone)
        difference.onlyInFirst.push_back(line->line);
    for (const CodeLineText* line : come)
        difference.onlyInSecond.push_back(line->line);
    for (const CodeLineText* line : gone) {
        const auto found = std::find_if(come.begin(), come.end(),
                                        [&](const CodeLineText* other) { return other->text == line->text; });
        if (found != come.end()) {
            difference.moved.emplace_back(line->line, (*found)->line);
            come.erase(found);
        }
    }
    return difference;
}

} // namespace awaitscope
