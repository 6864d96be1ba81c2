// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QPointer>
#include <QWidget>

namespace awaitscope {

/// Shows where the keyboard is among the parts that scroll, which do not say so themselves, once Tab has led there. It lies
/// over the window and lets every click through.
class FocusRing : public QWidget
{
    Q_OBJECT

public:
    FocusRing(const Theme& theme, QWidget& window);

    void setTheme(const Theme& theme);

    /// Tab is about to lead somewhere, or has.
    void setTabbing(bool tabbing) { m_isTabbing = tabbing; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow(QWidget* focus);
    void watch(bool watched);
    void place();

    Theme m_theme;
    bool m_isTabbing = false;
    QPointer<QWidget> m_target;
};

} // namespace awaitscope
