// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace awaitscope {

/// Enter presses whatever button has the focus, as Space does: Qt lets it do so in dialogs alone. Of all windows, as long as it lives.
class EnterPresses : public QObject
{
    Q_OBJECT

public:
    explicit EnterPresses(QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace awaitscope
