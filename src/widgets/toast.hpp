// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QTimer;

namespace awaitscope {

struct Theme;

/// A short note over the lower edge of its parent that goes away by itself. Nothing is lost by missing it.
class Toast : public QLabel
{
    Q_OBJECT

public:
    explicit Toast(QWidget* parent); ///< hidden

    void setTheme(const Theme& theme);

    /// Plain text in one line; its middle is left out where the parent is too narrow.
    void say(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QTimer* m_timer;
    QString m_text;
    QColor m_ground;
    int m_padding = 14;
};

} // namespace awaitscope
