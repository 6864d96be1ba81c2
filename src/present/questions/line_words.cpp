// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/questions/line_words.hpp"

#include "present/text/tr.hpp"

#include <algorithm>

namespace awaitscope {

QString spokenLine(const LineLayout& layout, int line, const QString& text)
{
    const std::vector<int>& laid = layout.laid();
    const auto place = std::ranges::find(laid, line);
    const QString words = text.simplified();
    return place == laid.end() ? LinesTr::tr("Left over: %1").arg(words)
                               : LinesTr::tr("Line %1 of %2: %3").arg(place - laid.begin() + 1).arg(laid.size()).arg(words);
}

QString wordsBetween(const LineLayout& layout)
{
    if (layout.laid().empty())
        return LinesTr::tr("No line lies yet. Drag them up, or press Enter:");
    return layout.leftOver().empty() ? LinesTr::tr("None is left over.") : LinesTr::tr("Left over:");
}

} // namespace awaitscope
