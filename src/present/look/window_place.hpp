// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>
#include <QRect>

namespace awaitscope {

/// Where a window lies, in logical pixels and without its frame.
struct WindowPlace
{
    QRect inner;
    bool isCut = false; ///< the screen has no room for the size that was wanted: it is better shown maximised

    friend bool operator==(const WindowPlace&, const WindowPlace&) = default;
};

/// `wanted` (without its frame) in a screen's `available` area, frame and all: as it is if it fits, else moved, else smaller too.
WindowPlace placeOn(const QRect& available, const QRect& wanted, const QMargins& frame);

} // namespace awaitscope
