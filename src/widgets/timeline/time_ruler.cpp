// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/time_ruler.hpp"

#include <QFontMetricsF>
#include <QMouseEvent>

namespace awaitscope {

namespace {

/// Ticks at round virtual times; the plot's coordinates are microseconds.
class VirtualTimeTicker : public QCPAxisTicker
{
public:
    void setAxis(const TimeAxis& axis, double spacing)
    {
        m_ticks = axis.ticks(spacing);
        m_last = m_ticks.empty() ? 0 : static_cast<double>(toMicroseconds(m_ticks.back()));
    }

    void generate(const QCPRange&, const QLocale&, QChar, int, QVector<double>& ticks, QVector<double>* subTicks,
                  QVector<QString>* tickLabels) override
    {
        ticks.clear();
        if (subTicks)
            subTicks->clear();
        if (tickLabels)
            tickLabels->clear();
        for (const VirtualTime tick : m_ticks) {
            const auto microseconds = static_cast<double>(toMicroseconds(tick));
            ticks.push_back(microseconds);
            if (tickLabels)
                tickLabels->push_back(labelOf(tick, microseconds));
        }
    }

private:
    // The unit stands at both ends; between them the number is enough.
    QString labelOf(VirtualTime tick, double microseconds) const
    {
        QString label = QString::fromStdString(toReadableText(tick));
        if (microseconds > 0 && microseconds < m_last)
            label.remove(QStringLiteral(" ms"));
        return label;
    }

    std::vector<VirtualTime> m_ticks;
    double m_last = 0;
};

} // namespace

TimeRuler::TimeRuler(const Theme& theme, QWidget* parent) : QCustomPlot(parent), m_theme(theme)
{
    yAxis->setVisible(false);
    xAxis->grid()->setVisible(false);
    xAxis->setTicker(QSharedPointer<VirtualTimeTicker>::create());
    xAxis->setBasePen(Qt::NoPen);
    xAxis->setPadding(0);
    axisRect()->setAutoMargins(QCP::msNone);
    setCursor(Qt::SizeHorCursor);
    setToolTip(tr("Time. Press or drag: the playhead goes there."));
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
    m_axis = axis;
    arrange();
}

void TimeRuler::arrange()
{
    const double spacing = QFontMetricsF(xAxis->tickLabelFont()).horizontalAdvance(QStringLiteral("0000 ms"));
    static_cast<VirtualTimeTicker&>(*xAxis->ticker()).setAxis(m_axis, spacing);
    axisRect()->setMargins(
        {static_cast<int>(m_axis.left), 0, width() - static_cast<int>(m_axis.right), std::max(0, height() - 1)});
    xAxis->setRange(0, static_cast<double>(m_axis.length.count()));
    replot(rpQueuedReplot);
}

void TimeRuler::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT scrubbed(m_axis.toTime(event->position().x()));
}

void TimeRuler::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        Q_EMIT scrubbed(m_axis.toTime(event->position().x()));
}

void TimeRuler::mouseReleaseEvent(QMouseEvent*) {}

void TimeRuler::resizeEvent(QResizeEvent* event)
{
    QCustomPlot::resizeEvent(event);
    arrange();
}

} // namespace awaitscope
