// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/presenting/overlays.hpp"

#include "widgets/in_every_language.hpp"

#include <QCursor>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>

#include <cmath>

namespace awaitscope {

BlankScreen::BlankScreen(QWidget* parent) : QWidget(parent)
{
    inEveryLanguage(*this, [this] { setAccessibleName(tr("The screen is blank. B brings it back.")); });
    setCursor(Qt::BlankCursor);
    parent->installEventFilter(this);
    hide();
}

void BlankScreen::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), Qt::black); }

void BlankScreen::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    Q_EMIT clicked();
}

bool BlankScreen::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

Laser::Laser(QWidget* parent) : QWidget(parent), m_timer(new QTimer(this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    // Not by the widgets' own mouse events: few of them ask for any while no button is down.
    m_timer->setInterval(16);
    connect(m_timer, &QTimer::timeout, this, &Laser::follow);
    hide();
}

void Laser::setTheme(const Theme& theme)
{
    m_colour = theme.violated.line;
    m_radius = theme.px(13);
}

void Laser::setShining(bool shines)
{
    if (shines == isVisible())
        return;
    if (shines) {
        setGeometry(parentWidget()->rect());
        raise();
        follow();
        m_timer->start();
    } else {
        m_timer->stop();
    }
    setVisible(shines);
}

QRect Laser::around(QPoint spot) const
{
    const int reach = static_cast<int>(std::ceil(m_radius * 1.6));
    return {spot - QPoint(reach, reach), QSize(2 * reach, 2 * reach)};
}

void Laser::follow()
{
    const QPoint spot = mapFromGlobal(QCursor::pos());
    if (spot == m_spot)
        return;
    update(around(m_spot));
    m_spot = spot;
    update(around(m_spot));
}

void Laser::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor halo = m_colour;
    halo.setAlphaF(0.25F);
    painter.setPen(QPen(m_colour, m_radius / 5));
    painter.setBrush(halo);
    painter.drawEllipse(QPointF(m_spot), m_radius, m_radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colour);
    painter.drawEllipse(QPointF(m_spot), m_radius / 3, m_radius / 3);
}

} // namespace awaitscope
