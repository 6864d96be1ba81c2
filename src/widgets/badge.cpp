// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/badge.hpp"

#include <QFontMetricsF>
#include <QPainterPath>

#include <cmath>

namespace awaitscope {

void paintBadge(QPainter& painter, QPointF centre, double diameter, int number, BadgeLook look, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool filled = look == BadgeLook::filled;
    const double radius = diameter / 2;
    if (filled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.badge);
        painter.drawEllipse(centre, radius, radius);
    } else {
        const double line = std::max(1.0, diameter / 15);
        painter.setPen(QPen(theme.badge, line));
        painter.setBrush(theme.panel);
        painter.drawEllipse(centre, radius - line / 2, radius - line / 2);
    }
    const QColor ink = filled ? theme.badgeText : theme.badge;
    if (number == 0) {
        painter.setPen(QPen(ink, std::max(1.0, diameter / 12)));
        painter.drawLine(centre - QPointF(diameter / 5, 0), centre + QPointF(diameter / 5, 0));
        painter.restore();
        return;
    }
    QFont font = theme.ui;
    font.setPixelSize(static_cast<int>(std::lround(diameter * (number > 9 ? 0.55 : 0.68))));
    font.setWeight(QFont::Bold);
    // Digits are centred by their outline, not by the font's line, so that they sit in the middle at every size.
    QPainterPath digits;
    digits.addText(0, 0, font, QString::number(number));
    digits.translate(centre - digits.boundingRect().center());
    painter.fillPath(digits, ink);
    painter.restore();
}

QImage badgeImage(double diameter, int number, BadgeLook look, const Theme& theme, double ratio)
{
    const int side = static_cast<int>(std::ceil(diameter * ratio));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintBadge(painter, QPointF(diameter / 2, diameter / 2), diameter, number, look, theme);
    return image;
}

} // namespace awaitscope
