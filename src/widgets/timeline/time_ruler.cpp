// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/time_ruler.hpp"

#include "present/time/times.hpp"
#include "widgets/in_every_language.hpp"

#include <QFontMetricsF>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace awaitscope {

namespace {

/// Ticks at round virtual times; the plot's coordinates are microseconds.
class VirtualTimeTicker : public QCPAxisTicker
{
public:
    void setAxis(const TimeAxis& axis, double spacing) { m_ticks = axis.ticks(spacing); }

    void generate(const QCPRange&, const QLocale&, QChar, int, QVector<double>& ticks, QVector<double>* subTicks,
                  QVector<QString>* tickLabels) override
    {
        ticks.clear();
        if (subTicks)
            subTicks->clear();
        if (tickLabels)
            tickLabels->clear();
        for (const VirtualTime tick : m_ticks) {
            ticks.push_back(static_cast<double>(toMicroseconds(tick)));
            if (tickLabels)
                tickLabels->push_back(labelOf(tick));
        }
    }

private:
    // The unit stands at both ends; between them the number is enough.
    QString labelOf(VirtualTime tick) const
    {
        QString label = readableTime(tick);
        if (tick > m_ticks.front() && tick < m_ticks.back())
            label.remove(QStringLiteral(" ms"));
        return label;
    }

    std::vector<VirtualTime> m_ticks;
};

} // namespace

TimeRuler::TimeRuler(const Theme& theme, QWidget* parent) : DrawnPlot(parent), m_theme(theme)
{
    setPlottingHint(QCP::phImmediateRefresh, false); // painted in one go with the plots above
    yAxis->setVisible(false);
    xAxis->grid()->setVisible(false);
    xAxis->setTicker(QSharedPointer<VirtualTimeTicker>::create());
    xAxis->setBasePen(Qt::NoPen);
    xAxis->setPadding(0);
    axisRect()->setAutoMargins(QCP::msNone);
    setAttribute(Qt::WA_NoMousePropagation, false); // the column wants the wheel
    setCursor(Qt::SizeHorCursor);
    inEveryLanguage(
        *this, [this] { setToolTip(tr("Time. Press or drag: the playhead goes there. The wheel zooms.")); });
    setTheme(theme);
}

void TimeRuler::setTheme(const Theme& theme)
{
    m_theme = theme;
    setBackground(QBrush(theme.window));
    xAxis->setTickPen(QPen(theme.secondaryText, 1));
    xAxis->setTickLabelFont(theme.uiFont(11.5));
    xAxis->setTickLabelColor(theme.secondaryText);
    xAxis->setTickLengthOut(static_cast<int>(theme.px(4)));
    xAxis->setTickLengthIn(0);
    xAxis->setTickLabelPadding(static_cast<int>(theme.px(2)));
    arrange();
}

void TimeRuler::setAxis(const TimeAxis& axis)
{
    if (axis == m_axis)
        return;
    m_axis = axis;
    arrange();
}

void TimeRuler::arrange()
{
    // Labels get longer where one has zoomed in: "250.125" needs more room than "250".
    const QString longest = readableTime(m_axis.end());
    const int decimals = m_axis.length < std::chrono::milliseconds{1}    ? 4
                         : m_axis.length < std::chrono::milliseconds{10} ? 3
                                                                         : 0;
    const double spacing =
        QFontMetricsF(xAxis->tickLabelFont())
            .horizontalAdvance(longest.section(QLocale().decimalPoint(), 0, 0) + QString(decimals, '0') + QStringLiteral("0 ms"));
    static_cast<VirtualTimeTicker&>(*xAxis->ticker()).setAxis(m_axis, spacing);
    axisRect()->setMargins(
        {static_cast<int>(m_axis.left), 0, width() - static_cast<int>(m_axis.right), std::max(0, height() - 1)});
    xAxis->setRange(static_cast<double>(toMicroseconds(m_axis.from)),
                    static_cast<double>(toMicroseconds(m_axis.end())));
    replot(rpQueuedReplot);
}

void TimeRuler::setPlayhead(std::optional<double> x)
{
    if (x == m_playhead)
        return;
    m_playhead = x;
    update();
}

QRectF TimeRuler::handle() const
{
    if (!m_playhead)
        return {};
    const double half = m_theme.px(6);
    return {*m_playhead - half, 0, 2 * half, m_theme.px(8)};
}

void TimeRuler::paintEvent(QPaintEvent* event)
{
    DrawnPlot::paintEvent(event);
    const QRectF shape = handle();
    if (shape.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.window, 1));
    painter.setBrush(m_theme.text);
    painter.drawPolygon(QPolygonF{{shape.center().x(), shape.top()}, shape.bottomRight(), shape.bottomLeft()});
}

void TimeRuler::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT scrubbed(m_axis.toScrubbed(event->position().x()));
}

void TimeRuler::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        Q_EMIT scrubbed(m_axis.toScrubbed(event->position().x()));
}

void TimeRuler::mouseReleaseEvent(QMouseEvent*) {}

void TimeRuler::wheelEvent(QWheelEvent* event) { event->ignore(); } // the column zooms

void TimeRuler::resizeEvent(QResizeEvent*)
{
    // Not the base's: it paints at once, once for every step of a layout.
    setViewport(rect());
    arrange();
}

} // namespace awaitscope
