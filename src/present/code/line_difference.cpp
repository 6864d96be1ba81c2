// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/code/line_difference.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

constexpr qsizetype mostCells = 4'000'000; ///< of the table below

} // namespace

std::vector<Hunk> hunksOf(const QString& original, const QString& changed)
{
    const QStringList before = original.split('\n');
    const QStringList after = changed.split('\n');
    qsizetype head = 0;
    while (head < before.size() && head < after.size() && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < before.size() - head && tail < after.size() - head
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const qsizetype rows = before.size() - head - tail;
    const qsizetype columns = after.size() - head - tail;
    std::vector<Hunk> hunks;
    const auto add = [&](qsizetype originalFrom, qsizetype originalCount, qsizetype from, qsizetype count) {
        hunks.push_back({static_cast<int>(from) + 1, static_cast<int>(count), before.mid(originalFrom, originalCount),
                         static_cast<int>(originalFrom) + 1});
    };
    if (rows == 0 && columns == 0)
        return hunks;
    if ((rows + 1) * (columns + 1) > mostCells) {
        add(head, rows, head, columns);
        return hunks;
    }
    // The longest common subsequence of what is between head and tail, from its end.
    std::vector<int> length(static_cast<std::size_t>((rows + 1) * (columns + 1)), 0);
    const auto at = [&](qsizetype row, qsizetype column) -> int& {
        return length[static_cast<std::size_t>(row * (columns + 1) + column)];
    };
    for (qsizetype row = rows - 1; row >= 0; --row) {
        for (qsizetype column = columns - 1; column >= 0; --column)
            at(row, column) = before[head + row] == after[head + column] ? at(row + 1, column + 1) + 1
                                                                         : std::max(at(row + 1, column), at(row, column + 1));
    }
    qsizetype row = 0;
    qsizetype column = 0;
    while (row < rows || column < columns) {
        const qsizetype fromRow = row;
        const qsizetype fromColumn = column;
        while (row < rows || column < columns) {
            if (row < rows && column < columns && before[head + row] == after[head + column])
                break;
            if (column == columns || (row < rows && at(row + 1, column) >= at(row, column + 1)))
                ++row;
            else
                ++column;
        }
        if (row > fromRow || column > fromColumn)
            add(head + fromRow, row - fromRow, head + fromColumn, column - fromColumn);
        while (row < rows && column < columns && before[head + row] == after[head + column]) {
            ++row;
            ++column;
        }
    }
    return hunks;
}

const Hunk* hunkAt(const std::vector<Hunk>& hunks, int line)
{
    const auto found = std::ranges::find_if(hunks, [line](const Hunk& hunk) {
        return line >= hunk.line && line < hunk.line + std::max(1, hunk.count);
    });
    return found == hunks.end() ? nullptr : &*found;
}

const Hunk* hunkNear(const std::vector<Hunk>& hunks, int line)
{
    const Hunk* const own = hunkAt(hunks, line);
    return own ? own : hunkAt(hunks, line + 1);
}

} // namespace awaitscope
