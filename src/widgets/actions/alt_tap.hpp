// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace awaitscope {

/// Tells that Alt was pressed and let go in `window` with nothing else in between, as menu bars do: Alt+← is no tap.
class AltTap : public QObject
{
    Q_OBJECT

public:
    explicit AltTap(QWidget& window);

Q_SIGNALS:
    void tapped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_window;
    bool m_isDown = false;
};

} // namespace awaitscope
