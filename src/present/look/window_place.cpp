// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/look/window_place.hpp"

#include <algorithm>

namespace awaitscope {

WindowPlace placeOn(const QRect& available, const QRect& wanted, const QMargins& frame)
{
    const QRect room = available.marginsRemoved(frame);
    WindowPlace place{{QPoint(), wanted.size().boundedTo(room.size())}, false};
    place.isCut = place.inner.size() != wanted.size();
    // The upper left corner has the last word: it is where one takes hold of a window.
    place.inner.moveLeft(std::max(room.left(), std::min(wanted.left(), room.right() + 1 - place.inner.width())));
    place.inner.moveTop(std::max(room.top(), std::min(wanted.top(), room.bottom() + 1 - place.inner.height())));
    return place;
}

} // namespace awaitscope
