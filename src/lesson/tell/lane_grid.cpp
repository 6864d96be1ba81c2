// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/tell/lane_grid.hpp"

#include "lesson/text/text.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace awaitscope {

namespace {

constexpr std::size_t gap = 2;       ///< between columns
constexpr std::size_t markWidth = 2; ///< the mark and a blank
// Narrower, a column shows nothing but cut words. Where that is too much for the line, the grid is wider than asked.
constexpr std::size_t leastWidth = 8;

std::size_t widthOf(const LaneGrid::Entry& entry)
{
    const std::size_t badge = entry.badge.empty() ? 0 : displayWidth(entry.badge) + 1;
    return markWidth + badge + displayWidth(entry.text);
}

/// Of the longest word, with what stands before it.
std::size_t widthOfWords(const LaneGrid::Entry& entry)
{
    LaneGrid::Entry part = entry;
    std::size_t widest = 0;
    for (std::string_view rest = entry.text; !rest.empty();) {
        part.text = rest.substr(0, rest.find(' '));
        widest = std::max(widest, widthOf(part));
        // It stands before the first word only.
        part.badge.clear();
        rest.remove_prefix(std::min(part.text.size() + 1, rest.size()));
    }
    return widest;
}

/// Takes from the widest column that may still give until all fit.
void narrow(std::vector<std::size_t>& widths, const std::vector<std::size_t>& least, std::size_t total)
{
    for (std::size_t sum = std::accumulate(widths.begin(), widths.end(), std::size_t{0}); sum > total; --sum) {
        std::optional<std::size_t> widest;
        for (std::size_t column = 0; column < widths.size(); ++column) {
            if (widths[column] > least[column] && (!widest || widths[column] > widths[*widest]))
                widest = column;
        }
        if (!widest)
            return;
        --widths[*widest];
    }
}

} // namespace

/// Writes the lines of a grid, given the widths of its columns.
class LaneGrid::Writer
{
public:
    Writer(const LaneGrid& grid, std::size_t timeWidth, std::vector<std::size_t> widths, bool isColoured)
        : m_grid{grid},
          m_timeWidth{timeWidth},
          m_widths{std::move(widths)},
          m_isColoured{isColoured},
          m_isOpen(grid.m_lanes.size(), false)
    {}

    std::string write()
    {
        writeHeading();
        for (std::size_t index = 0; index < m_grid.m_lines.size(); ++index) {
            const Line& line = m_grid.m_lines[index];
            if (index > 0 && !line.time.empty())
                writeBars(); // some air between two moments
            if (line.rule.empty())
                writeLine(line);
            else
                writeRule(line);
        }
        return std::move(m_text);
    }

private:
    std::size_t totalWidth() const
    {
        return std::accumulate(m_widths.begin(), m_widths.end(), m_timeWidth + gap * m_widths.size());
    }

    void startLine(std::string_view time)
    {
        m_pending = painted(paddedLeft(time, m_timeWidth), Ink::strong, m_isColoured);
    }

    /// `content` takes `contentWidth` columns without its colours.
    void addCell(std::size_t lane, const std::string& content, std::size_t contentWidth)
    {
        m_pending.append(gap, ' ');
        m_pending += content;
        m_pending.append(m_widths[lane] - std::min(m_widths[lane], contentWidth), ' ');
    }

    void endLine()
    {
        m_pending.erase(m_pending.find_last_not_of(' ') + 1);
        m_text += m_pending + '\n';
    }

    void writeHeading()
    {
        startLine("time");
        for (std::size_t lane = 0; lane < m_widths.size(); ++lane) {
            const std::string title = shortened(m_grid.m_lanes[lane], m_widths[lane]);
            addCell(lane, painted(title, Ink::strong, m_isColoured), displayWidth(title));
        }
        endLine();
        m_text += painted(repeated("─", totalWidth()), Ink::muted, m_isColoured) + '\n';
    }

    static std::string repeated(std::string_view character, std::size_t times)
    {
        std::string text;
        for (std::size_t count = 0; count < times; ++count)
            text += character;
        return text;
    }

    void addBar(std::size_t lane)
    {
        const std::string_view bar = m_isOpen[lane] ? "│" : " ";
        addCell(lane, painted(bar, Ink::waiting, m_isColoured), 1);
    }

    void writeBars()
    {
        startLine("");
        for (std::size_t lane = 0; lane < m_widths.size(); ++lane)
            addBar(lane);
        endLine();
    }

    void writeRule(const Line& line)
    {
        startLine(line.time);
        const std::string head = "  ╳╌╌ " + line.rule + ' ';
        const std::size_t used = m_timeWidth + displayWidth(head);
        m_pending += painted(head + repeated("╌", totalWidth() - std::min(totalWidth(), used)), Ink::cut, m_isColoured);
        endLine();
    }

    void writeLine(const Line& line)
    {
        std::vector<std::vector<std::string>> texts(m_widths.size());
        std::size_t height = 1;
        for (std::size_t lane = 0; lane < m_widths.size(); ++lane) {
            const Cell& cell = line.cells[lane];
            if (!cell.isUsed)
                continue;
            const std::size_t room = m_widths[lane] - markWidth;
            const std::size_t badge = cell.entry.badge.empty() ? 0 : displayWidth(cell.entry.badge) + 1;
            texts[lane] = wrapped(cell.entry.text, room - std::min(room, badge), room);
            height = std::max(height, texts[lane].size());
        }
        for (std::size_t row = 0; row < height; ++row) {
            startLine(row == 0 ? std::string_view{line.time} : std::string_view{});
            for (std::size_t lane = 0; lane < m_widths.size(); ++lane)
                writeCell(lane, line.cells[lane], texts[lane], row);
            endLine();
        }
    }

    void writeCell(std::size_t lane, const Cell& cell, const std::vector<std::string>& texts, std::size_t row)
    {
        if (row >= texts.size()) {
            addBar(lane);
            return;
        }
        const Entry& entry = cell.entry;
        std::string content;
        std::size_t width = markWidth + displayWidth(texts[row]);
        if (row == 0) {
            // With the first row: below it what goes on runs beside the rest of the text.
            m_isOpen[lane] = entry.isOpenAfter;
            content = painted(entry.mark.empty() ? " " : entry.mark, entry.ink == Ink::plain ? Ink::waiting : entry.ink,
                              m_isColoured)
                      + ' ';
            if (!entry.badge.empty()) {
                content += painted(entry.badge, Ink::badge, m_isColoured) + ' ';
                width += displayWidth(entry.badge) + 1;
            }
        } else {
            content = painted(m_isOpen[lane] ? "│" : " ", Ink::waiting, m_isColoured) + ' ';
        }
        addCell(lane, content + painted(texts[row], entry.ink, m_isColoured), width);
    }

    const LaneGrid& m_grid;
    std::size_t m_timeWidth;
    std::vector<std::size_t> m_widths;
    bool m_isColoured;
    std::vector<bool> m_isOpen;
    std::string m_pending;
    std::string m_text;
};

LaneGrid::LaneGrid(std::vector<std::string> lanes) : m_lanes{std::move(lanes)} {}

void LaneGrid::startMoment(std::string time)
{
    m_time = std::move(time);
    m_needsLine = true;
}

LaneGrid::Line& LaneGrid::addLine()
{
    Line& line = m_lines.emplace_back();
    line.time = std::move(m_time);
    line.cells.resize(m_lanes.size());
    m_time.clear();
    m_needsLine = false;
    return line;
}

void LaneGrid::add(Entry entry)
{
    // What happens in one instant in different lanes shares a line, until a lane has two: then what is below was later.
    Line& line = m_needsLine || m_lines.back().cells[entry.lane].isUsed ? addLine() : m_lines.back();
    Cell& cell = line.cells[entry.lane];
    cell.isUsed = true;
    cell.entry = std::move(entry);
}

void LaneGrid::addRule(std::string text)
{
    addLine().rule = std::move(text);
    // Nothing may stand beside a rule.
    m_needsLine = true;
}

std::vector<std::size_t> LaneGrid::widthsWithin(std::size_t width) const
{
    std::vector<std::size_t> widths;
    for (const std::string& lane : m_lanes)
        widths.push_back(std::max(leastWidth, displayWidth(lane)));
    std::vector<std::size_t> whole = widths; // wide enough for every word
    for (const Line& line : m_lines) {
        for (std::size_t lane = 0; lane < widths.size(); ++lane) {
            if (!line.cells[lane].isUsed)
                continue;
            widths[lane] = std::max(widths[lane], widthOf(line.cells[lane].entry));
            whole[lane] = std::max(whole[lane], widthOfWords(line.cells[lane].entry));
        }
    }
    // First as far as every word stays whole, and only then through the words.
    narrow(widths, whole, width);
    narrow(widths, std::vector<std::size_t>(widths.size(), leastWidth), width);
    return widths;
}

std::string LaneGrid::toText(std::size_t width, bool isColoured) const
{
    std::size_t timeWidth = displayWidth("time");
    for (const Line& line : m_lines)
        timeWidth = std::max(timeWidth, displayWidth(line.time));
    const std::size_t fixed = timeWidth + gap * m_lanes.size();
    return Writer{*this, timeWidth, widthsWithin(width - std::min(width, fixed)), isColoured}.write();
}

} // namespace awaitscope
