// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace awaitscope {

/// The text in rows of at most `room`, by `widthOf`: each of its lines is broken at blanks, and inside of a word only where that is too
/// long by itself, if possible behind a sign. What goes on stands as far in as its line began, and `furtherIn` blanks more.
QStringList brokenRows(const QString& text, const std::function<int(const QString&)>& widthOf, int room, int furtherIn = 0);

} // namespace awaitscope
