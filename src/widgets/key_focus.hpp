// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace awaitscope {

/// Whether the keyboard has led to where the focus is in a window: Tab, or a key that means to go there. A click has not, and
/// neither has Qt, which hands the focus on when what had it goes. What code hands on is reached as what had it before was.
class KeyFocus : public QObject
{
    Q_OBJECT

public:
    explicit KeyFocus(QWidget& window);

    bool isByKeys() const { return m_isByKeys; }

    /// Until it is told otherwise the focus goes on by itself, and nobody leads it.
    void setHandingOn(bool isHandingOn) { m_isHandingOn = isHandingOn; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_window;
    bool m_isByKeys = false;
    bool m_isHandingOn = false;
};

} // namespace awaitscope
