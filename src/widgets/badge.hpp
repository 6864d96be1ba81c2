// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QImage>
#include <QPainter>

namespace awaitscope {

enum class BadgeLook {
    filled,
    hollow, ///< of an await that was not reached
};

/// The number of an await in a circle: the same on the timeline, beside code, in the story and in tables.
/// Number 0 is drawn as "−". `diameter` is in logical pixels; it fits up to two digits.
void paintBadge(QPainter& painter, QPointF centre, double diameter, int number, BadgeLook look, const Theme& theme);

/// A badge alone on a transparent ground, for text documents; `ratio` is the device's pixel ratio.
QImage badgeImage(double diameter, int number, BadgeLook look, const Theme& theme, double ratio);

} // namespace awaitscope
