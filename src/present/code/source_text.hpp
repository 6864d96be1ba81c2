// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace awaitscope {

/// Lines of a file, both included, counted from 1.
struct LineRange
{
    int first = 1;
    int last = 1;

    bool contains(int line) const { return line >= first && line <= last; }
    friend bool operator==(const LineRange&, const LineRange&) = default;
};

/// The lines of the definition of `function`, its return type's line included; empty if there is none.
std::optional<LineRange> findFunction(std::string_view source, std::string_view function);

/// The lines of the first statement of `function` that awaits: where a caller starts its race. Empty if there is none.
std::optional<LineRange> findFirstAwait(std::string_view source, std::string_view function);

/// The lines of `source` that end in the comment "// mark: name".
std::vector<int> findMark(std::string_view source, std::string_view name);

/// How two versions of a source differ. Comments, blank lines, space, and lines that only print do not count.
struct SourceDifference
{
    std::vector<int> onlyInFirst; ///< lines, moved ones included
    std::vector<int> onlyInSecond;
    std::vector<std::pair<int, int>> moved; ///< the line in the first, and where it stands in the second

    /// "one line moved", "two lines moved", "one line added", "three lines differ"; empty if nothing does.
    QString toText() const;
};

/// Where a line changed places with an await, it is the other lines that are said to have moved.
SourceDifference differenceOf(std::string_view first, std::string_view second);

} // namespace awaitscope
