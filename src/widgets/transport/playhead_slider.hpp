// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/time/playback.hpp"

#include <QAbstractSlider>

namespace awaitscope {

/// Where the playhead is on the axis; a press or a drag anywhere moves it there.
class PlayheadSlider : public QAbstractSlider
{
    Q_OBJECT

public:
    PlayheadSlider(Playback& playback, const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// The time under `x`, rounded to what a pixel is worth: whole milliseconds where a pixel is more than one.
    VirtualTime timeAt(double x) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void follow();
    double knobRadius() const { return m_theme.px(7.5); }
    double fraction() const;

    Playback& m_playback;
    Theme m_theme;
};

} // namespace awaitscope
