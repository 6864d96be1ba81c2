// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transport/transport_icon.hpp"

#include <QTransform>

namespace awaitscope {

namespace {

QPainterPath triangle(double left, double right)
{
    QPainterPath path;
    path.moveTo(left, 0.06);
    path.lineTo(right, 0.5);
    path.lineTo(left, 0.94);
    path.closeSubpath();
    return path;
}

QPainterPath bar(double left, double right)
{
    QPainterPath path;
    path.addRect(left, 0.06, right - left, 0.88);
    return path;
}

QPainterPath mirrored(const QPainterPath& path) { return QTransform(-1, 0, 0, 1, 1, 0).map(path); }

} // namespace

QPainterPath pathOf(TransportIcon icon)
{
    switch (icon) {
    case TransportIcon::start:
        return mirrored(pathOf(TransportIcon::end));
    case TransportIcon::previous:
        return mirrored(pathOf(TransportIcon::next));
    case TransportIcon::play:
        return triangle(0.12, 0.95);
    case TransportIcon::pause:
        return bar(0.12, 0.4) + bar(0.6, 0.88);
    case TransportIcon::next:
        return triangle(0.18, 0.88);
    case TransportIcon::end:
        return triangle(0.02, 0.74) + bar(0.8, 0.97);
    }
    return {};
}

} // namespace awaitscope
