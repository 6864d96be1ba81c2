// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/alt_tap.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace awaitscope {

AltTap::AltTap(QWidget& window) : QObject(&window), m_window(window) { qApp->installEventFilter(this); }

bool AltTap::eventFilter(QObject* watched, QEvent* event)
{
    const auto isAlt = [event] { return static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt; };
    switch (event->type()) {
    case QEvent::ShortcutOverride: // comes before a shortcut takes the key
    case QEvent::KeyPress:
        m_isDown = isAlt() && m_window.isActiveWindow() && !QApplication::activePopupWidget();
        break;
    case QEvent::KeyRelease:
        if (std::exchange(m_isDown, false) && isAlt())
            Q_EMIT tapped();
        break;
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::WindowDeactivate:
        m_isDown = false;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace awaitscope
