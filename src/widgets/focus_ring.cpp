// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/focus_ring.hpp"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace awaitscope {

FocusRing::FocusRing(const Theme& theme, QWidget& window) : QWidget(&window), m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    hide();
}

void FocusRing::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void FocusRing::follow(QWidget* focus)
{
    watch(false);
    const bool isMine = m_isTabbing && focus && focus->window() == window() && qobject_cast<QAbstractScrollArea*>(focus);
    m_target = isMine ? focus : nullptr;
    watch(true);
    place();
}

/// It moves with all that it is part of.
void FocusRing::watch(bool watched)
{
    for (QWidget* widget = m_target; widget && widget != window(); widget = widget->parentWidget()) {
        if (watched)
            widget->installEventFilter(this);
        else
            widget->removeEventFilter(this);
    }
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    const bool isMoved = event->type() == QEvent::Move || event->type() == QEvent::Resize
                         || event->type() == QEvent::Show || event->type() == QEvent::Hide;
    if (isMoved)
        QMetaObject::invokeMethod(this, &FocusRing::place, Qt::QueuedConnection); // once all have moved
    return QWidget::eventFilter(watched, event);
}

void FocusRing::place()
{
    // Not visibleRegion(), which lacks what opaque children cover.
    QRect seen = m_target && m_target->isVisible() ? m_target->rect() : QRect();
    for (QWidget* widget = m_target; widget && widget != window(); widget = widget->parentWidget())
        seen = widget->parentWidget()->rect() & seen.translated(widget->pos());
    setVisible(!seen.isEmpty());
    if (seen.isEmpty())
        return;
    setGeometry(seen.adjusted(-4, -3, 4, 3)); // not upon the text
    raise();
}

void FocusRing::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.clickable.line, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

} // namespace awaitscope
