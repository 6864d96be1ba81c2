// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"

#include <QColor>
#include <QPainter>

namespace awaitscope {

/// ✓ or ✗ as a drawing, because the fonts lack them: centred at `centre`, `size` high. Nothing where a verdict does not apply.
void paintVerdictMark(QPainter& painter, QPointF centre, double size, Verdict verdict, const QColor& colour);

/// A diamond that stands on its tip, `radius` from centre to tip.
void paintDiamond(QPainter& painter, QPointF centre, double radius);

} // namespace awaitscope
