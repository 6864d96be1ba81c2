// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/time/time_axis.hpp"
#include "widgets/timeline/drawn_plot.hpp"

#include <optional>

namespace awaitscope {

/// The axis below the last scope, in milliseconds, with the handle of the playhead. A press or a drag on it moves that.
class TimeRuler : public DrawnPlot
{
    Q_OBJECT

public:
    TimeRuler(const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    /// In pixels of this widget.
    void setAxis(const TimeAxis& axis);
    void setPlayhead(std::optional<double> x); ///< likewise; empty: it is not on the axis
    QRectF handle() const;                     ///< of the playhead; empty: there is none

Q_SIGNALS:
    void scrubbed(awaitscope::VirtualTime position);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    Theme m_theme;
    TimeAxis m_axis;
    std::optional<double> m_playhead;
};

} // namespace awaitscope
