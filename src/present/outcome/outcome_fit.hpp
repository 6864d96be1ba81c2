// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>
#include <QString>
#include <QStringList>

#include <functional>

namespace awaitscope {

/// How words are drawn in a small area.
struct FittedWords
{
    QStringList lines; ///< one or two; empty: there is no room for any
    double size = 0;   ///< of the type, in pixels at scale 1

    friend bool operator==(const FittedWords&, const FittedWords&) = default;
};

/// How much room a line takes in a type of `size`.
using MeasureLine = std::function<QSizeF(const QString& line, double size)>;

/// The first of `choices` (the longest first) that fits into `area` whole, in the largest type and in as few lines as it does. Where
/// none fits, as much of the last one as there is room for, if that says anything. Empty texts are no choice.
FittedWords fitWords(const QStringList& choices, QSizeF area, const MeasureLine& measure);

} // namespace awaitscope
