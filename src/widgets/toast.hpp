// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include <functional>

class QTimer;

namespace awaitscope {

struct Theme;

/// A short note over its parent that goes away by itself. Nothing is lost by missing it, and nothing of what it tells of is
/// under it: its owner says where there is room.
class Toast : public QLabel
{
    Q_OBJECT

public:
    explicit Toast(QWidget* parent); ///< hidden

    void setTheme(const Theme& theme);

    /// Plain text in one line; its middle is left out where the parent is too narrow.
    void say(const QString& text);

    /// Where in the parent it lies, asked whenever it is shown: at the left of that, and of its height or more.
    void setRoom(std::function<QRect()> room);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QTimer* m_timer;
    std::function<QRect()> m_room;
    QString m_text;
    QColor m_ground;
    int m_padding = 14;
};

} // namespace awaitscope
