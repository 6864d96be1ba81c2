// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_connector.hpp"

#include "widgets/code/code_pane.hpp"
#include "widgets/code/code_view.hpp"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace awaitscope {

CodeConnector::CodeConnector(const Theme& theme, CodePane* upper, CodePane* lower, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_upper(upper),
      m_lower(lower)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    for (CodePane* pane : {upper, lower}) {
        connect(&pane->view(), &CodeView::layoutChanged, this, qOverload<>(&QWidget::update));
        pane->installEventFilter(this);
        connect(pane, &CodePane::sourceChanged, this, &CodeConnector::compare);
    }
    parent->installEventFilter(this);
    compare();
    follow();
}

void CodeConnector::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void CodeConnector::compare()
{
    m_difference = {};
    if (m_upper && m_lower) {
        const LessonFile* const upper = m_upper->shownFile();
        const LessonFile* const lower = m_lower->shownFile();
        if (upper && lower)
            m_difference = differenceOf(upper->text, lower->text);
        m_upper->setChangedLines(m_difference.onlyInFirst);
        m_lower->setChangedLines(m_difference.onlyInSecond);
    }
    update();
}

void CodeConnector::follow()
{
    setGeometry(parentWidget()->rect());
    raise();
    update();
}

bool CodeConnector::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::LayoutRequest:
        follow();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

QRect CodeConnector::rowOf(CodePane& pane, int line) const
{
    const QRect row = pane.view().lineRect(line);
    if (row.isEmpty() || !pane.isVisibleTo(parentWidget()))
        return {};
    return {pane.view().viewport()->mapTo(parentWidget(), row.topLeft()), row.size()};
}

void CodeConnector::paintEvent(QPaintEvent*)
{
    if (!m_upper || !m_lower || m_difference.toText().isEmpty())
        return;
    if (!m_upper->isVisibleTo(parentWidget()) || !m_lower->isVisibleTo(parentWidget()))
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_difference.moved.empty()) {
        const auto [upperLine, lowerLine] = m_difference.moved.front();
        const QRect from = rowOf(*m_upper, upperLine);
        const QRect to = rowOf(*m_lower, lowerLine);
        if (!from.isEmpty() && !to.isEmpty()) {
            const QPointF start(from.right() + 1, from.center().y() + 0.5);
            const QPointF end(to.right() + 1, to.center().y() + 0.5);
            // It bulges into what room there is between the panes and the column's edge.
            const double edge = width() - m_theme.px(1.5);
            const double bulge = std::max(start.x() + m_theme.px(4), edge);
            const double bend = std::min(m_theme.px(34), std::abs(end.y() - start.y()) / 2);
            QPainterPath path(start);
            path.cubicTo(QPointF(bulge, start.y()), QPointF(bulge, start.y()), QPointF(bulge, start.y() + bend));
            path.lineTo(bulge, end.y() - bend);
            path.cubicTo(QPointF(bulge, end.y()), QPointF(bulge, end.y()), end);
            painter.setPen(QPen(m_theme.clickable.line, m_theme.px(1.5)));
            painter.drawPath(path);
            const double size = m_theme.px(5);
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.clickable.line);
            painter.drawPolygon(
                QPolygonF{end - QPointF(1, 0), end + QPointF(size, -size * 0.8), end + QPointF(size, size * 0.8)});
        }
    }
    paintPill(painter);
}

void CodeConnector::paintPill(QPainter& painter) const
{
    const QRect upper(m_upper->mapTo(parentWidget(), QPoint()), m_upper->size());
    const QRect lower(m_lower->mapTo(parentWidget(), QPoint()), m_lower->size());
    const QFont font = m_theme.uiFont(11, QFont::DemiBold);
    const QSizeF size(QFontMetricsF(font).horizontalAdvance(words()) + m_theme.px(14), m_theme.px(20));
    const double middle = (upper.bottom() + lower.top()) / 2.0 + 0.5;
    const QRectF pill(QPointF(upper.right() - m_theme.px(8) - size.width(), middle - size.height() / 2), size);
    painter.setPen(QPen(m_theme.clickable.line, 1));
    painter.setBrush(m_theme.panel);
    painter.drawRoundedRect(pill, size.height() / 2, size.height() / 2);
    painter.setFont(font);
    painter.drawText(pill, Qt::AlignCenter, words());
}

} // namespace awaitscope
