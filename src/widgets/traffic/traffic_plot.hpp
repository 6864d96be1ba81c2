// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/traffic/traffic_figures.hpp"
#include "widgets/timeline/drawn_plot.hpp"

namespace awaitscope {

/// Draws a TrafficFigure. A hover tells its values, a click opens a request from there.
class TrafficPlot : public DrawnPlot
{
    Q_OBJECT

public:
    TrafficPlot(const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    void setFigure(TrafficFigure figure);
    const TrafficFigure& figure() const { return m_figure; }

Q_SIGNALS:
    void requestWanted(const QString& scenario);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void arrange();
    int arrangeLegend();
    void addLine(const TrafficLine& line, int before);
    void addMark(const TrafficMark& mark, double most, int rows);
    bool isInside(const QPoint& at) const;

    Theme m_theme;
    TrafficFigure m_figure;
    double m_legendRow = 0; ///< its height
};

} // namespace awaitscope
