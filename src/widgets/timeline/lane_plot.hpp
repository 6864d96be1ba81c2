// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/scope/scope_layout.hpp"
#include "widgets/timeline/drawn_plot.hpp"
#include "widgets/timeline/scope_painter.hpp"

#include <optional>

namespace awaitscope {

class LanePlottable;

/// The lanes of a scope or of the caller: a plot with one plottable that draws them all. A click on an await aims, one on
/// an effect or a cut goes to its moment, a drag of the timeout's line or the playhead's moves it, one of the ground pans.
class LanePlot : public DrawnPlot
{
    Q_OBJECT

public:
    LanePlot(const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    void setModel(ScopeModel model);
    /// In pixels of this widget.
    void setAxis(const TimeAxis& axis);
    /// Where the timeout's line is, to be dragged; empty: there is none.
    void setFlagX(std::optional<double> x) { m_flagX = x; }
    void setPlayheadX(std::optional<double> x) { m_playheadX = x; } ///< likewise

    const ScopeModel& model() const { return m_model; }
    const ScopeLayout& scopeLayout() const { return m_layout; }
    double nameWidth() const { return m_painter.nameWidth(m_model.lanes); }
    std::vector<QRectF> words() const; ///< where they stand: no line goes through them

Q_SIGNALS:
    void awaitClicked(int number);
    void momentClicked(awaitscope::VirtualTime at);
    void lineClicked(int line); ///< of the variant's source
    void flagDragged(double x);
    void playheadDragged(double x);
    void panned(double pixels); ///< to the right
    void fitWanted();           ///< a double click on the ground
    void menuWanted(const QPoint& globalPosition);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    friend class LanePlottable;

    void arrange();
    enum class Line { none, flag, playhead };

    Line lineAt(QPointF point) const; ///< that can be dragged
    void act(const ScopeHit& hit);
    void refreshCursor(QPointF point);

    Theme m_theme;
    ScopePainter m_painter;
    ScopeModel m_model;
    TimeAxis m_axis;
    ScopeLayout m_layout;
    std::optional<double> m_flagX;
    std::optional<double> m_playheadX;
    Line m_dragged = Line::none;
    ScopeHit m_pressed;           ///< what a click that ends there will do
    std::optional<double> m_grip; ///< of the ground: the x last panned to
};

} // namespace awaitscope
