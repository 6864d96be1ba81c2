// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/traffic/traffic_plot.hpp"

#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace awaitscope {

namespace {

using Kind = TrafficLine::Kind;

/// `before`: of the same kind, in the same figure.
QPen penOf(Kind kind, int before, const Theme& theme)
{
    static constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DashDotDotLine};
    if (before > 0) {
        QPen pen = penOf(kind, 0, theme);
        const auto own = std::ranges::find(styles, pen.style());
        const auto first = own == styles.end() ? 0 : own - styles.begin();
        pen.setStyle(styles[static_cast<std::size_t>(first + before) % styles.size()]);
        return pen;
    }
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
    const int rows = arrangeLegend();
    const double head = m_legendRow * rows + (m_figure.marks.empty() ? 0 : m_legendRow) + m_theme.px(8);
    const double whole = std::max(height() - m_theme.px(50), 2 * head); // without the axis
    most = (most == 0 ? 1 : most) * whole / (whole - head);
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
    std::map<Kind, int> drawn;
    for (const TrafficLine& line : m_figure.lines)
        addLine(line, drawn[line.kind]++);
    legend->setFillOrder(QCPLegend::foColumnsFirst, true);
    for (const TrafficMark& mark : m_figure.marks)
        addMark(mark, most, rows);
    legend->setVisible(!m_figure.lines.empty());
    legend->setTextColor(m_theme.text);
    QColor ground = m_theme.panel;
    ground.setAlpha(220);
    legend->setBrush(ground);
    legend->setBorderPen(Qt::NoPen);
    axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignRight);
    replot(QCustomPlot::rpQueuedReplot);
}

/// As many columns as there is room for; returns how many rows that makes. Before the lines are added.
int TrafficPlot::arrangeLegend()
{
    const QFont font = m_theme.uiFont(11);
    const QFontMetricsF metrics(font);
    legend->setFont(font);
    legend->setRowSpacing(-4);
    legend->setColumnSpacing(static_cast<int>(m_theme.px(10)));
    legend->setMargins(QMargins(4, 2, 4, 2));
    axisRect()->insetLayout()->setMargins(QMargins(4, 2, 4, 2)); // what marks say stands right below it
    double widest = 0;
    for (const TrafficLine& line : m_figure.lines)
        widest = std::max(widest, metrics.horizontalAdvance(line.name));
    const double column = widest + legend->iconSize().width() + legend->iconTextPadding() + m_theme.px(22);
    const auto count = std::max<int>(1, static_cast<int>(m_figure.lines.size()));
    const int columns = std::clamp(static_cast<int>((width() - m_theme.px(70)) / column), 1, count);
    legend->setWrap(columns);
    m_legendRow = std::max(metrics.height(), static_cast<double>(legend->iconSize().height()));
    return (count + columns - 1) / columns;
}

void TrafficPlot::addLine(const TrafficLine& line, int before)
{
    QCPGraph* const graph = addGraph();
    graph->setName(line.name);
    graph->setPen(penOf(line.kind, before, m_theme));
    graph->setAntialiased(true);
    if (line.kind == Kind::lost) {
        QColor fill = m_theme.violated.line;
        fill.setAlpha(70);
        graph->setBrush(fill);
    }
    graph->setData(QVector<double>(m_figure.places.begin(), m_figure.places.end()), QVector<double>(line.values.begin(), line.values.end()),
                   true);
}

void TrafficPlot::addMark(const TrafficMark& mark, double most, int rows)
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
    words->setPadding(QMargins(4, static_cast<int>(m_legendRow * rows + m_theme.px(4)), 4, 0)); // below the legend
}

void TrafficPlot::resizeEvent(QResizeEvent* event)
{
    DrawnPlot::resizeEvent(event);
    arrange();
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
