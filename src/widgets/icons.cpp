// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/icons.hpp"

#include <QPolygonF>

#include <algorithm>

namespace awaitscope {

void paintVerdictMark(QPainter& painter, QPointF centre, double size, Verdict verdict, const QColor& colour)
{
    if (verdict == Verdict::notApplicable)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, std::max(1.5, size / 5), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    const double half = size / 2;
    if (verdict == Verdict::holds) {
        painter.drawPolyline(QPolygonF{centre + QPointF(-half, half * 0.05), centre + QPointF(-half * 0.3, half * 0.7),
                                       centre + QPointF(half, -half * 0.75)});
    } else {
        const double arm = half * 0.75;
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm));
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm));
    }
    painter.restore();
}

void paintDiamond(QPainter& painter, QPointF centre, double radius)
{
    painter.drawPolygon(QPolygonF{centre + QPointF(0, -radius), centre + QPointF(radius, 0),
                                  centre + QPointF(0, radius), centre + QPointF(-radius, 0)});
}

} // namespace awaitscope
