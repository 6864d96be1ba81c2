// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/tell/sweep_table.hpp"

#include "lesson/tell/ink.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

constexpr std::string_view noTimeoutFires = "– no timeout fires here";

class SweepText
{
public:
    SweepText(const Lesson& lesson, const Sweep& sweep, const TextStyle& style)
        : m_lesson{lesson},
          m_sweep{sweep},
          m_style{style}
    {}

    std::string make()
    {
        m_text += painted(m_lesson.title + ": every timeout · " + std::string{titleOf(m_sweep.model)}
                              + (m_sweep.cancelOn == CancelOn::operation ? " on the operation" : "")
                              + (m_sweep.cancelType == CancelType::terminal ? "" : ", " + std::string{toText(m_sweep.cancelType)}), Ink::strong,
                          m_style.isColoured)
                  + '\n';
        std::string parameters;
        for (const ParameterSpec& parameter : m_lesson.parameters)
            parameters += (parameters.empty() ? "" : " · ") + parameter.name + ' '
                          + toReadableText(m_sweep.parameters.at(parameter.name));
        if (!parameters.empty())
            m_text += painted(parameters, Ink::muted, m_style.isColoured) + '\n';
        for (const VariantSweep& variant : m_sweep.variants)
            addVariant(variant);
        return std::move(m_text);
    }

private:
    void addVariant(const VariantSweep& variant)
    {
        m_text += '\n' + painted(variant.variant, Ink::strong, m_style.isColoured) + '\n';
        std::vector<std::vector<std::string>> awaits = {{"await", "window", "line", "a timeout there"}};
        std::vector<Verdict> verdicts;
        for (const SweptAwait& await : variant.awaits) {
            const std::string end = await.end ? toReadableText(*await.end) : std::string{"for ever"};
            awaits.push_back({std::to_string(await.number) + ' ' + await.what,
                              toReadableText(await.begin) + " – " + end, await.file + ':' + std::to_string(await.line),
                              variant.outcomes.empty() ? wordsOf(await) : outcomesOf(await, variant)});
            verdicts.push_back(await.verdict);
            if (!await.completedVerdict)
                continue;
            awaits.push_back(
                {std::to_string(await.number) + "+", "completed at " + end, {},
                 await.completedOutcome ? outcomeWords(*await.completedOutcome, variant) : words(*await.completedVerdict, await.completedWord)});
            verdicts.push_back(*await.completedVerdict);
        }
        for (const SweptStart& start : variant.starts) {
            if (!start.isQueued)
                continue;
            awaits.push_back({"start " + std::to_string(start.number) + ' ' + start.what,
                              "spawned at " + toReadableText(start.spawned) + ", before its first step",
                              start.file + ':' + std::to_string(start.line),
                              !start.isReachable ? std::string{noTimeoutFires}
                              : start.outcome    ? outcomeWords(*start.outcome, variant)
                                                 : words(start.verdict, start.word)});
            verdicts.push_back(start.verdict);
        }
        addTable(awaits, verdicts);
        addStartedAtOnce(variant);
        m_text += '\n';
        std::vector<std::vector<std::string>> map = {{"timeout", "outcome"}};
        verdicts.clear();
        for (const SweptOutcome& segment : variant.outcomes) {
            map.push_back({rangeOf(segment.from, segment.last), outcomeWords(segment.outcome, variant)});
            verdicts.push_back(Verdict::notApplicable);
        }
        for (const MapSegment& segment : variant.outcomes.empty() ? variant.map : std::vector<MapSegment>{}) {
            map.push_back({rangeOf(segment), words(segment.verdict, segment.word)});
            verdicts.push_back(segment.verdict);
        }
        addTable(map, verdicts);
    }

    /// What is spawned and has no third window: a learner who looks for it is told why.
    void addStartedAtOnce(const VariantSweep& variant)
    {
        std::vector<std::string> names;
        for (const SweptStart& start : variant.starts) {
            if (!start.isQueued && std::ranges::find(names, start.what) == names.end())
                names.push_back(start.what);
        }
        if (!names.empty())
            m_text += "  " + painted(listed(names) + (names.size() == 1 ? " takes its" : " take their")
                                         + " first step in the turn that spawns " + (names.size() == 1 ? "it" : "them")
                                         + ": no timeout fires before.", Ink::muted, m_style.isColoured)
                      + '\n';
    }

    static const std::string& outcomeWords(int outcome, const VariantSweep& variant)
    {
        return variant.outcomeWords[static_cast<std::size_t>(outcome)];
    }

    /// All of them, and when, if there are several.
    static std::string outcomesOf(const SweptAwait& await, const VariantSweep& variant)
    {
        if (await.outcomes.empty())
            return await.outcome ? outcomeWords(*await.outcome, variant) : std::string{noTimeoutFires};
        if (await.outcomes.size() == 1)
            return outcomeWords(await.outcomes.front().outcome, variant);
        std::string text;
        for (const SweptOutcome& segment : await.outcomes)
            text += (text.empty() ? "" : "; ") + outcomeWords(segment.outcome, variant) + ": " + rangeOf(segment.from, segment.last);
        return text;
    }

    /// The worst, and when, if not all of its timeouts give the same.
    std::string wordsOf(const SweptAwait& await) const
    {
        if (!await.isReachable)
            return std::string{noTimeoutFires};
        std::string ranges;
        bool isAll = true;
        for (const MapSegment& segment : await.verdicts) {
            if (segment.verdict == await.verdict && segment.word == await.word)
                ranges += (ranges.empty() ? ": " : ", ") + rangeOf(segment);
            else
                isAll = false;
        }
        return words(await.verdict, await.word) + (isAll ? std::string{} : ranges);
    }

    /// In the word of the check that has it, or of the run itself; in general words where there is none.
    static std::string words(Verdict verdict, const std::string& word)
    {
        return std::string{markOf(verdict)} + ' ' + (word.empty() ? std::string{wordOf(verdict)} : word);
    }

    /// The first row is the heading; the last column of the others is in the ink of its verdict.
    void addTable(const std::vector<std::vector<std::string>>& rows, const std::vector<Verdict>& verdicts)
    {
        std::vector<std::size_t> widths(rows.front().size(), 0);
        for (const std::vector<std::string>& row : rows) {
            for (std::size_t column = 0; column < row.size(); ++column)
                widths[column] = std::max(widths[column], displayWidth(row[column]));
        }
        for (std::size_t index = 0; index < rows.size(); ++index) {
            std::string line;
            for (std::size_t column = 0; column < widths.size(); ++column) {
                const bool isLast = column + 1 == widths.size();
                const std::string cell =
                    isLast ? rows[index][column] : paddedRight(rows[index][column], widths[column] + 3);
                const Ink ink = index == 0 ? Ink::muted : isLast ? inkOf(verdicts[index - 1]) : Ink::plain;
                line += painted(cell, ink, m_style.isColoured);
            }
            m_text += "  " + line + '\n';
        }
    }

    const Lesson& m_lesson;
    const Sweep& m_sweep;
    const TextStyle& m_style;
    std::string m_text;
};

} // namespace

std::string sweepTable(const Lesson& lesson, const Sweep& sweep, const TextStyle& style)
{
    return SweepText{lesson, sweep, style}.make();
}

} // namespace awaitscope
