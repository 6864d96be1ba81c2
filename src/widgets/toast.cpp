// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/toast.hpp"

#include "present/look/theme.hpp"

#include <QEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace awaitscope {

namespace {

constexpr std::chrono::seconds stay{4};

}

Toast::Toast(QWidget* parent) : QLabel(parent), m_timer(new QTimer(this)), m_room([parent] { return parent->rect(); })
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignCenter);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_timer->setSingleShot(true);
    m_timer->setInterval(stay);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    parent->installEventFilter(this);
    hide();
}

void Toast::setTheme(const Theme& theme)
{
    setFont(theme.uiFont(14, QFont::Medium));
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, theme.badgeText);
    setPalette(palette);
    m_ground = theme.badge;
    m_padding = static_cast<int>(theme.px(14));
    place();
}

void Toast::say(const QString& text)
{
    m_text = text;
    place();
    show();
    raise();
    m_timer->start();
}

void Toast::setRoom(std::function<QRect()> room)
{
    m_room = std::move(room);
    place();
}

void Toast::place()
{
    const QRect place = m_room();
    const int room = std::max(40, place.width());
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideMiddle, room - 2 * m_padding);
    setText(shown);
    resize(std::min(room, fontMetrics().horizontalAdvance(shown) + 2 * m_padding + 2),
           fontMetrics().height() + m_padding);
    const int middle = place.center().y() - height() / 2;
    move(place.left(), std::clamp(middle, 2, std::max(2, parentWidget()->height() - height() - 2)));
}

void Toast::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_ground);
    painter.drawRoundedRect(rect(), 6, 6);
    painter.end();
    QLabel::paintEvent(event);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget() && isVisible())
        place();
    return QLabel::eventFilter(watched, event);
}

} // namespace awaitscope
