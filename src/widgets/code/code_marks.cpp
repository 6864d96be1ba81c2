// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_marks.hpp"

#include "widgets/badge.hpp"

#include <QPainter>

#include <algorithm>

namespace awaitscope {

void paintGutter(QPainter& painter, const CodeLayout& layout, int line, const QRect& row, const CodeLine* what)
{
    if (what && what->mark != CodeMark::none)
        painter.fillRect(QRect(row.left(), row.top(), layout.gutterWidth(), row.height()), layout.toneOf(*what).fill);
    painter.setFont(layout.theme().codeFont(11));
    painter.setPen(layout.theme().secondaryText);
    painter.drawText(QRect(row.left(), row.top(), layout.numbersWidth(), row.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
    if (!what)
        return;
    for (const CodeBadge& badge : what->badges) {
        const QRect area = layout.badgeRect(line, badge.number);
        paintBadge(painter, QRectF(area).center(), layout.badgeDiameter(), badge.number,
                   badge.reached ? BadgeLook::filled : BadgeLook::hollow, layout.theme());
    }
}

void coverAuthorsComment(QPainter& painter, const CodeLayout& layout, int line, const QRect& row, const CodeLine* what)
{
    const int left = layout.codeRight(line) + 1;
    const int right = layout.textRight(line);
    if (right <= left)
        return;
    const bool isMarked = what && what->mark != CodeMark::none;
    painter.fillRect(QRect(left, row.top(), std::min(right, row.right()) - left + 2, row.height()),
                     isMarked ? layout.toneOf(*what).fill : layout.theme().panel);
}

void paintMark(QPainter& painter, const CodeLayout& layout, int line, const QRect& row, const CodeLine& what)
{
    const Theme::Tone& tone = layout.toneOf(what);
    const QRectF box = QRectF(row).adjusted(1.5, 0.5, -1.5, -0.5);
    QPen pen(tone.line, 1);
    if (what.mark == CodeMark::neverRan || (what.mark == CodeMark::asked && !what.isMarked))
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, 3, 3);
    if (what.mark == CodeMark::neverRan) {
        const int left = layout.codeLeft(line);
        painter.setPen(QPen(tone.text, std::max(1.0, layout.theme().px(1.2))));
        const double middle = row.top() + row.height() * 0.54;
        painter.drawLine(QPointF(std::max(left, layout.gutterWidth()), middle),
                         QPointF(layout.codeRight(line), middle));
    }
    const PlacedWords words = layout.placeWords(line, what);
    if (words.text.isEmpty())
        return;
    const bool onThisLine = words.area.top() < row.bottom() && words.area.bottom() > row.top();
    const QRectF ground = words.area.adjusted(-4, 2, 0, -2);
    painter.fillRect(ground, onThisLine ? tone.fill : layout.theme().panel);
    painter.setFont(layout.theme().uiFont(wordsFont, QFont::DemiBold));
    painter.setPen(tone.text);
    painter.drawText(words.area.adjusted(-2, 0, 2, 0), Qt::AlignRight | Qt::AlignVCenter, words.text);
}

} // namespace awaitscope
