// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/time/time_axis.hpp"
#include "widgets/timeline/drawn_plot.hpp"

namespace awaitscope {

/// The axis below the last scope, in milliseconds. A press or a drag on it moves the playhead.
class TimeRuler : public DrawnPlot
{
    Q_OBJECT

public:
    TimeRuler(const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    /// In pixels of this widget.
    void setAxis(const TimeAxis& axis);

Q_SIGNALS:
    void scrubbed(awaitscope::VirtualTime position);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    Theme m_theme;
    TimeAxis m_axis;
};

} // namespace awaitscope
