// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/tell/ink.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace awaitscope {

/// A timeline as text: a row per moment, a column per lane, and in each lane a bar while something goes on there.
/// Entries are added in the order in which they happened, and what stands further down never came before what stands
/// above it.
class LaneGrid
{
public:
    struct Entry
    {
        std::size_t lane = 0;
        std::string mark;  ///< one column wide, at the start of the cell
        std::string badge; ///< an await's number, empty for none
        std::string text;
        Ink ink = Ink::plain;
        bool isOpenAfter = false; ///< something goes on in the lane from here on
    };

    explicit LaneGrid(std::vector<std::string> lanes);

    /// From here on entries belong to this moment.
    void startMoment(std::string time);
    void add(Entry entry);
    /// A line across all lanes.
    void addRule(std::string text);

    /// At most `width` columns wide where that is possible; longer texts go on below. A line each, with its end.
    std::string toText(std::size_t width, bool isColoured) const;

private:
    struct Cell
    {
        bool isUsed = false;
        Entry entry;
    };
    struct Line
    {
        std::string time;
        std::string rule; ///< not empty: the line is one
        std::vector<Cell> cells;
    };

    class Writer;

    Line& addLine();
    std::vector<std::size_t> widthsWithin(std::size_t width) const;

    std::vector<std::string> m_lanes;
    std::vector<Line> m_lines;
    std::string m_time; ///< of the moment, until its first line has it
    bool m_needsLine = true;
};

} // namespace awaitscope
