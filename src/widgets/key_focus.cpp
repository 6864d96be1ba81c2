// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/key_focus.hpp"

#include <QApplication>
#include <QFocusEvent>
#include <QWidget>

namespace awaitscope {

KeyFocus::KeyFocus(QWidget& window) : QObject(&window), m_window(window) { qApp->installEventFilter(this); }

bool KeyFocus::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::FocusIn || !watched->isWidgetType()
        || static_cast<QWidget*>(watched)->window() != &m_window)
        return QObject::eventFilter(watched, event);
    switch (static_cast<QFocusEvent*>(event)->reason()) {
    case Qt::TabFocusReason:
    case Qt::BacktabFocusReason:
    case Qt::ShortcutFocusReason:
        m_isByKeys = !m_isHandingOn;
        break;
    case Qt::MouseFocusReason:
        m_isByKeys = false;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace awaitscope
