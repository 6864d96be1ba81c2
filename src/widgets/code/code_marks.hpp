// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/code/code_layout.hpp"

class QPainter;

namespace awaitscope {

/// The number of a line and the badges of its awaits. `what` is null where the line has nothing to show.
void paintGutter(QPainter& painter, const CodeLayout& layout, int line, const QRect& row, const CodeLine* what);

/// The frame around a line that is marked, and the words beside it.
/// A comment that names a line for the story is no part of what Alan wrote: it is in the file, and not shown.
void coverAuthorsComment(QPainter& painter, const CodeLayout& layout, int line, const QRect& row, const CodeLine* what);
void paintMark(QPainter& painter, const CodeLayout& layout, int line, const QRect& row, const CodeLine& what);

} // namespace awaitscope
