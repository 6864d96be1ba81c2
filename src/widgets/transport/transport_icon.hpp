// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>

namespace awaitscope {

enum class TransportIcon { start, previous, play, pause, next, end };

/// The outline of an icon, to be filled, within a square of side 1. No font has them all.
QPainterPath pathOf(TransportIcon icon);

} // namespace awaitscope
