// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace awaitscope {

/// A line of a difference as it is shown.
struct DifferenceLine
{
    enum class Kind { same, gone, added, left }; ///< left: lines that are the same are left out here
    Kind kind = Kind::same;
    QString text;

    friend bool operator==(const DifferenceLine&, const DifferenceLine&) = default;
};

/// What turns `before` into `after`, with so many of the lines around it that stay.
std::vector<DifferenceLine> shownDifference(const QString& before, const QString& after, int around = 3);

} // namespace awaitscope
