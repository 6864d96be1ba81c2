// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/enter_presses.hpp"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>

namespace awaitscope {

EnterPresses::EnterPresses(QObject* parent) : QObject(parent) { qApp->installEventFilter(this); }

bool EnterPresses::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        auto* const button = qobject_cast<QAbstractButton*>(watched);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (button && isEnter && !key->isAutoRepeat() && !(key->modifiers() & ~Qt::KeypadModifier)) {
            button->click();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace awaitscope
