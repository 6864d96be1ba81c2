// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/code/shown_difference.hpp"

#include "present/code/line_difference.hpp"

#include <QStringList>

#include <algorithm>

namespace awaitscope {

std::vector<DifferenceLine> shownDifference(const QString& before, const QString& after, int around)
{
    using enum DifferenceLine::Kind;
    QStringList lines = after.split('\n');
    if (!lines.isEmpty() && lines.back().isEmpty())
        lines.pop_back(); // the end of the last line
    const std::vector<Hunk> hunks = hunksOf(before, after);
    std::vector<DifferenceLine> all;
    const auto count = static_cast<int>(lines.size());
    for (int line = 1; line <= count + 1; ++line) {
        for (const Hunk& hunk : hunks) {
            if (hunk.line != line)
                continue;
            for (const QString& gone : hunk.original)
                all.push_back({DifferenceLine::Kind::gone, gone});
        }
        const bool isAdded = std::ranges::any_of(hunks, [line](const Hunk& hunk) { return line >= hunk.line && line < hunk.line + hunk.count; });
        if (line <= count)
            all.push_back({isAdded ? added : same, lines[line - 1]});
    }
    // Far from any change there is nothing to see.
    std::vector<DifferenceLine> shown;
    const auto total = static_cast<int>(all.size());
    for (int i = 0; i < total; ++i) {
        const int from = std::max(0, i - around);
        const int to = std::min(total, i + around + 1);
        const bool isNear = std::any_of(all.begin() + from, all.begin() + to, [](const DifferenceLine& each) { return each.kind != same; });
        if (isNear)
            shown.push_back(all[static_cast<std::size_t>(i)]);
        else if (shown.empty() || shown.back().kind != left)
            shown.push_back({left, {}});
    }
    return shown;
}

} // namespace awaitscope
