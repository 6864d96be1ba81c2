// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QString>

#include <functional>
#include <vector>

namespace awaitscope {

struct Theme;

/// One thing that keys do. The window's shortcuts and the sheet of all keys are made from the same list.
struct KeyAction
{
    QList<QKeySequence> keys; ///< the first is the one that is shown, unless `shown` says otherwise
    QString shown;            ///< for people: "← →"; empty: as the system writes the first key
    QString what;             ///< "previous, next event"; empty: told by the entry before it
    std::function<void()> act;
};

/// Makes a shortcut of each key, active while `window` is. Text fields keep letters, digits and arrows for themselves.
void installKeys(QWidget& window, const std::vector<KeyAction>& actions);

/// Every key and what it does.
class KeySheet : public QDialog
{
    Q_OBJECT

public:
    KeySheet(const std::vector<KeyAction>& actions, const Theme& theme, QWidget* parent);
};

} // namespace awaitscope
