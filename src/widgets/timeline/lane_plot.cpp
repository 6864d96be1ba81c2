// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/lane_plot.hpp"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <cmath>
#include <utility>

namespace awaitscope {

/// All of a scope as one plottable: thousands of items would be slow, and one drawing keeps its order.
class LanePlottable : public QCPAbstractPlottable
{
public:
    explicit LanePlottable(LanePlot& plot) : QCPAbstractPlottable(plot.xAxis, plot.yAxis), m_plot(plot) {}

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override
    {
        found = true;
        return {static_cast<double>(toMicroseconds(m_plot.m_axis.from)),
                static_cast<double>(toMicroseconds(m_plot.m_axis.end()))};
    }
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override
    {
        found = false;
        return {};
    }

protected:
    // The names stand left of the axis, and notes may stand right of it.
    QRect clipRect() const override { return m_plot.viewport(); }
    void draw(QCPPainter* painter) override { m_plot.m_painter.paint(*painter, m_plot.m_model, m_plot.m_layout, m_plot.m_flagX); }
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    LanePlot& m_plot;
};

namespace {

constexpr double lineReach = 4; // pixels to either side of the line

} // namespace

LanePlot::LanePlot(const Theme& theme, QWidget* parent) : DrawnPlot(parent), m_theme(theme), m_painter(theme)
{
    new LanePlottable(*this); // the plot owns it
    // Queued like any widget's painting, so that all that changes together is painted in one go.
    setPlottingHint(QCP::phImmediateRefresh, false);
    xAxis->setVisible(false);
    yAxis->setVisible(false);
    xAxis->grid()->setVisible(false);
    yAxis->grid()->setVisible(false);
    axisRect()->setAutoMargins(QCP::msNone);
    axisRect()->setMargins({});
    plotLayout()->setRowSpacing(0);
    setMouseTracking(true);
    setAttribute(Qt::WA_NoMousePropagation, false); // the column wants the wheel
    setFocusPolicy(Qt::NoFocus);
    setTheme(theme);
}

void LanePlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_painter = ScopePainter{theme};
    setBackground(QBrush(theme.panel));
    arrange();
}

void LanePlot::setModel(ScopeModel model)
{
    m_model = std::move(model);
    arrange();
}

void LanePlot::setAxis(const TimeAxis& axis)
{
    if (axis == m_axis)
        return;
    m_axis = axis;
    arrange();
}

void LanePlot::arrange()
{
    const QRectF area{0, 0, static_cast<double>(width()), static_cast<double>(height())};
    m_layout = layOut(m_model, m_axis, area, m_theme.scale, m_painter.measures());
    // The plot's own axis says the same as ours.
    axisRect()->setMargins({static_cast<int>(m_axis.left), 0, width() - static_cast<int>(m_axis.right), 0});
    xAxis->setRange(static_cast<double>(toMicroseconds(m_axis.from)),
                    static_cast<double>(toMicroseconds(m_axis.end())));
    replot(rpQueuedReplot);
}

LanePlot::Line LanePlot::lineAt(QPointF point) const
{
    const auto isNear = [&](std::optional<double> x) { return x && std::abs(point.x() - *x) <= lineReach; };
    // Where both are the timeout has the finer hand: the playhead can be taken by its handle as well.
    return isNear(m_flagX) ? Line::flag : isNear(m_playheadX) ? Line::playhead : Line::none;
}

std::vector<QRectF> LanePlot::words() const
{
    std::vector<QRectF> words = m_layout.words();
    if (const std::optional<QRectF> plate = m_painter.differencePlate(m_model, m_layout))
        words.push_back(*plate);
    return words;
}

void LanePlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::MiddleButton) {
        m_grip = event->position().x();
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    m_dragged = lineAt(event->position());
    m_pressed = m_layout.hit(m_model, event->position());
    // The cut lies under the timeout's line: a drag moves the timeout, a click there is meant for the cut.
    if (m_dragged != Line::none && !m_pressed.moment)
        m_pressed = {};
    if (m_dragged == Line::none && !m_pressed.isClickable())
        m_grip = event->position().x();
}

void LanePlot::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF point = event->position();
    // A menu or a sheet that came up meanwhile may have had the release.
    if (!(event->buttons() & Qt::LeftButton)) {
        m_dragged = Line::none;
        m_pressed = {};
    }
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton)))
        m_grip.reset();
    if (m_dragged != Line::none) {
        m_pressed = {};
        if (m_dragged == Line::flag)
            Q_EMIT flagDragged(point.x());
        else
            Q_EMIT playheadDragged(point.x());
    } else if (m_grip) {
        const double moved = point.x() - *m_grip;
        m_grip = point.x();
        Q_EMIT panned(moved);
    }
    refreshCursor(point);
}

void LanePlot::refreshCursor(QPointF point)
{
    setCursor(m_dragged != Line::none || lineAt(point) != Line::none ? Qt::SplitHCursor
              : m_grip                                     ? Qt::ClosedHandCursor
              : m_layout.hit(m_model, point).isClickable() ? Qt::PointingHandCursor
                                                           : Qt::ArrowCursor);
}

void LanePlot::mouseReleaseEvent(QMouseEvent* event)
{
    m_grip.reset();
    if (event->button() != Qt::LeftButton)
        return;
    m_dragged = Line::none;
    const ScopeHit pressed = std::exchange(m_pressed, {});
    if (pressed.isClickable() && m_layout.hit(m_model, event->position()) == pressed)
        act(pressed);
    refreshCursor(event->position());
}

void LanePlot::act(const ScopeHit& hit)
{
    if (hit.await > 0)
        Q_EMIT awaitClicked(hit.await);
    if (hit.moment)
        Q_EMIT momentClicked(*hit.moment);
    if (hit.line > 0)
        Q_EMIT lineClicked(hit.line);
}

void LanePlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPointF point = event->position();
    if (event->button() == Qt::LeftButton && lineAt(point) == Line::none && !m_layout.hit(m_model, point).isClickable())
        Q_EMIT fitWanted();
    else
        mousePressEvent(event); // two quick clicks are two clicks
}

// The column zooms: it knows the axis that all plots share.
void LanePlot::wheelEvent(QWheelEvent* event) { event->ignore(); }

void LanePlot::contextMenuEvent(QContextMenuEvent* event) { Q_EMIT menuWanted(event->globalPos()); }

void LanePlot::resizeEvent(QResizeEvent*)
{
    // Not the base's: it paints at once, once for every step of a layout.
    setViewport(rect());
    arrange();
}

bool LanePlot::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        QString tip = m_layout.hit(m_model, help->pos()).tip;
        if (tip.isEmpty() && lineAt(help->pos()) == Line::flag)
            tip = tr("The timeout. Drag it.");
        else if (tip.isEmpty() && lineAt(help->pos()) == Line::playhead)
            tip = tr("The playhead. Drag it.");
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, this);
        return true;
    }
    return DrawnPlot::event(event);
}

} // namespace awaitscope
