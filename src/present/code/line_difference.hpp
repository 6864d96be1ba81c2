// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace awaitscope {

/// Lines of one text in place of lines of another: a hunk of their difference. Lines count from 1.
struct Hunk
{
    int line = 1;   ///< where `now` begins in the changed text; where it is empty, the line before which lines are missing
    int count = 0;  ///< of the changed text's lines
    QStringList original; ///< the lines that stood here
    int originalLine = 1; ///< the first of them

    friend bool operator==(const Hunk&, const Hunk&) = default;
};

/// What turns `original` into `changed`, every line counted as it is. Up to some hundred lines of difference it is the
/// shortest there is; beyond that, one hunk.
std::vector<Hunk> hunksOf(const QString& original, const QString& changed);

/// The hunk that a line belongs to; null if there is none.
const Hunk* hunkAt(const std::vector<Hunk>& hunks, int line);

/// The one that is meant at a line: its own, else the one just below, since lines that are missing lie between two.
const Hunk* hunkNear(const std::vector<Hunk>& hunks, int line);

} // namespace awaitscope
