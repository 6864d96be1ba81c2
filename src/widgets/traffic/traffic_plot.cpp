// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/traffic/traffic_plot.hpp"

#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

using Kind = TrafficLine::Kind;

QPen penOf(Kind kind, const Theme& theme)
{
    const double width = theme.px(1.5);
    switch (kind) {
    case Kind::bad:
        return {theme.violated.line, width};
    case Kind::good:
        return {theme.holds.line, width};
    case Kind::first:
        return {theme.text, width};
    case Kind::second:
        return {theme.waiting.line, width, Qt::DashLine};
    case Kind::own:
        return {theme.clickable.line, width, Qt::DashDotLine};
    case Kind::expected:
        return {theme.text, width, Qt::DotLine};
    case Kind::lost:
        break;
    }
    return {theme.violated.line, theme.px(1)};
}

} // namespace

TrafficPlot::TrafficPlot(const Theme& theme, QWidget* parent) : DrawnPlot(parent), m_theme(theme)
{
    setPlottingHint(QCP::phImmediateRefresh, false);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    setMinimumSize(240, 130);
    arrange();
}

void TrafficPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    arrange();
}

void TrafficPlot::setFigure(TrafficFigure figure)
{
    m_figure = std::move(figure);
    setAccessibleName(m_figure.title);
    arrange();
}

void TrafficPlot::arrange()
{
    clearPlottables();
    clearItems();
    setBackground(QBrush(m_theme.panel));
    for (QCPAxis* const axis : {xAxis, yAxis, xAxis2, yAxis2}) {
        axis->setBasePen(QPen(m_theme.panelBorder));
        axis->setTickPen(QPen(m_theme.panelBorder));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(m_theme.secondaryText);
        axis->setLabelColor(m_theme.secondaryText);
        axis->setTickLabelFont(m_theme.uiFont(11));
        axis->setLabelFont(m_theme.uiFont(11.5));
        axis->grid()->setPen(QPen(m_theme.rule));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    xAxis->setLabel(m_figure.placeWords);
    yAxis->setLabel(m_figure.valueWords);
    double most = 0;
    for (const TrafficLine& line : m_figure.lines) {
        for (const double value : line.values)
            most = std::max(most, value);
    }
    most = most == 0 ? 1 : most * 1.3; // room for the legend
    yAxis->setRange(0, most);
    if (!m_figure.places.empty()) {
        const double half = m_figure.places.size() < 2 ? 1 : (m_figure.places[1] - m_figure.places[0]) / 2;
        xAxis->setRange(m_figure.places.front() - half, m_figure.places.back() + half);
    }
    for (const TrafficBand& band : m_figure.bands) {
        auto* const area = new QCPItemRect(this);
        area->topLeft->setCoords(band.from, most);
        area->bottomRight->setCoords(band.to, 0);
        area->setPen(Qt::NoPen);
        QColor ground = m_theme.violated.line;
        ground.setAlpha(60);
        area->setBrush(QBrush(ground, Qt::BDiagPattern));
    }
    for (const TrafficLine& line : m_figure.lines)
        addLine(line);
    for (const TrafficMark& mark : m_figure.marks)
        addMark(mark, most);
    legend->setVisible(!m_figure.lines.empty());
    legend->setFont(m_theme.uiFont(11));
    legend->setTextColor(m_theme.text);
    QColor ground = m_theme.panel;
    ground.setAlpha(220);
    legend->setBrush(ground);
    legend->setBorderPen(Qt::NoPen);
    legend->setFillOrder(QCPLegend::foColumnsFirst);
    legend->setRowSpacing(-4);
    legend->setColumnSpacing(static_cast<int>(m_theme.px(10)));
    legend->setMargins(QMargins(4, 2, 4, 2));
    axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignRight);
    replot(QCustomPlot::rpQueuedReplot);
}

void TrafficPlot::addLine(const TrafficLine& line)
{
    QCPGraph* const graph = addGraph();
    graph->setName(line.name);
    graph->setPen(penOf(line.kind, m_theme));
    graph->setAntialiased(true);
    if (line.kind == Kind::lost) {
        QColor fill = m_theme.violated.line;
        fill.setAlpha(70);
        graph->setBrush(fill);
    }
    graph->setData(QVector<double>(m_figure.places.begin(), m_figure.places.end()), QVector<double>(line.values.begin(), line.values.end()),
                   true);
}

void TrafficPlot::addMark(const TrafficMark& mark, double most)
{
    auto* const line = new QCPItemLine(this);
    line->start->setCoords(mark.at, 0);
    line->end->setCoords(mark.at, most);
    line->setPen(QPen(m_theme.cut.line, m_theme.px(1.5)));
    auto* const words = new QCPItemText(this);
    words->setText(mark.words);
    words->setFont(m_theme.uiFont(11, QFont::DemiBold));
    words->setColor(m_theme.text);
    const bool isLeft = mark.at > xAxis->range().center();
    words->setPositionAlignment((isLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
    words->position->setCoords(mark.at, most);
    words->setPadding(QMargins(4, static_cast<int>(m_theme.px(28)), 4, 0)); // below the legend
}

bool TrafficPlot::isInside(const QPoint& at) const { return axisRect()->rect().contains(at); }

void TrafficPlot::mouseMoveEvent(QMouseEvent* event)
{
    DrawnPlot::mouseMoveEvent(event);
    if (!isInside(event->pos())) {
        QToolTip::hideText();
        unsetCursor();
        return;
    }
    const double place = xAxis->pixelToCoord(event->pos().x());
    setCursor(m_figure.requests.empty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    QToolTip::showText(event->globalPosition().toPoint(), m_figure.wordsAt(place), this);
}

void TrafficPlot::mouseReleaseEvent(QMouseEvent* event)
{
    DrawnPlot::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || !isInside(event->pos()))
        return;
    const QString scenario = m_figure.requestAt(xAxis->pixelToCoord(event->pos().x()));
    if (!scenario.isEmpty())
        Q_EMIT requestWanted(scenario);
}

} // namespace awaitscope
