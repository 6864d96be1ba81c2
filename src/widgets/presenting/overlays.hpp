// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QWidget>

class QTimer;

namespace awaitscope {

/// Covers its parent wholly, and whatever is done with the mouse ends there.
class BlankScreen : public QWidget
{
    Q_OBJECT

public:
    explicit BlankScreen(QWidget* parent); ///< hidden

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

/// A spot of light at the pointer, over everything in its parent, while it is shown. Mouse events pass through.
class Laser : public QWidget
{
    Q_OBJECT

public:
    explicit Laser(QWidget* parent); ///< hidden

    void setTheme(const Theme& theme);
    void setShining(bool shines);
    QPoint spot() const { return m_spot; } ///< in its own coordinates

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    QRect around(QPoint spot) const;

    QTimer* m_timer;
    QColor m_colour;
    double m_radius = 14;
    QPoint m_spot;
};

} // namespace awaitscope
