// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/console_pane.hpp"

#include "widgets/in_every_language.hpp"

#include <QBoxLayout>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace awaitscope {

ConsoleView::ConsoleView(const Theme& theme, QWidget* parent) : QAbstractScrollArea(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::TabFocus);
    viewport()->setAutoFillBackground(false);
    setTheme(theme);
}

void ConsoleView::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateScrollBar(true);
    updateGeometry();
    viewport()->update();
}

void ConsoleView::setColumns(std::vector<ConsoleColumn> columns)
{
    m_columns = std::move(columns);
    QStringList spoken;
    for (const ConsoleColumn& column : m_columns) {
        spoken += column.title;
        for (const ConsoleLine& line : column.lines)
            spoken += line.time + ' ' + line.text;
    }
    setAccessibleDescription(spoken.join('\n'));
    updateScrollBar(true);
    viewport()->update();
}

int ConsoleView::rowHeight(const Theme& theme) { return static_cast<int>(std::lround(theme.px(16))); }

int ConsoleView::rows() const
{
    std::size_t most = 0;
    for (const ConsoleColumn& column : m_columns)
        most = std::max(most, column.lines.size());
    return static_cast<int>(most);
}

double ConsoleView::columnWidth() const
{
    const auto count = static_cast<double>(std::max<std::size_t>(1, m_columns.size()));
    return (viewport()->width() - 2 * m_theme.px(14)) / count;
}

double ConsoleView::columnLeft(std::size_t column) const
{
    return m_theme.px(14) + static_cast<double>(column) * columnWidth();
}

double ConsoleView::timeWidth() const
{
    qsizetype digits = 3;
    for (const ConsoleColumn& column : m_columns) {
        for (const ConsoleLine& line : column.lines)
            digits = std::max(digits, line.time.size());
    }
    return QFontMetricsF(m_theme.codeFont(12)).horizontalAdvance('0') * static_cast<double>(digits);
}

void ConsoleView::updateScrollBar(bool toEnd)
{
    const int room = viewport()->height();
    // In whole rows, so that none is cut.
    const int hidden = std::max(0, rows() - room / rowHeight()) * rowHeight();
    verticalScrollBar()->setRange(0, hidden);
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setSingleStep(rowHeight());
    if (toEnd)
        verticalScrollBar()->setValue(hidden);
}

void ConsoleView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar(true);
}

void ConsoleView::paintEvent(QPaintEvent*)
{
    if (m_columns.empty())
        return;
    QPainter painter(viewport());
    const QFont font = m_theme.codeFont(12);
    const double gap = m_theme.px(12);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const double left = columnLeft(i);
        painter.save();
        painter.setClipRect(QRectF(left, 0, columnWidth() - gap, viewport()->height()));
        painter.setFont(font);
        const double textLeft = left + timeWidth() + gap;
        const double textWidth = columnWidth() - timeWidth() - 2 * gap;
        double y = -verticalScrollBar()->value();
        for (const ConsoleLine& line : m_columns[i].lines) {
            painter.setPen(m_theme.secondaryText);
            painter.drawText(QRectF(left, y, timeWidth(), rowHeight()), Qt::AlignRight | Qt::AlignVCenter, line.time);
            painter.setPen(m_theme.text);
            painter.drawText(QRectF(textLeft, y, textWidth, rowHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetricsF(font).elidedText(line.text, Qt::ElideRight, textWidth));
            y += rowHeight();
        }
        painter.restore();
    }
}

bool ConsoleView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || m_columns.empty())
        return QAbstractScrollArea::viewportEvent(event);
    // Lines that had to be shortened can be read in full.
    const auto* const help = static_cast<QHelpEvent*>(event);
    const double across = std::max(0.0, (help->pos().x() - columnLeft(0)) / columnWidth());
    const auto column = std::min(m_columns.size() - 1, static_cast<std::size_t>(across));
    const int row = (help->pos().y() + verticalScrollBar()->value()) / rowHeight();
    const auto& lines = m_columns[column].lines;
    const bool hit = row >= 0 && row < static_cast<int>(lines.size());
    QToolTip::showText(help->globalPos(), hit ? lines[static_cast<std::size_t>(row)].text : QString(), viewport());
    return true;
}

QSize ConsoleView::sizeHint() const { return {static_cast<int>(m_theme.px(380)), rowHeight() * 4}; }

QSize ConsoleView::minimumSizeHint() const { return {static_cast<int>(m_theme.px(160)), rowHeight() * 2}; }

ConsolePane::ConsolePane(Session& session, const Theme& theme, QWidget* parent) : QFrame(parent), m_session(session)
{
    setProperty("panel", true);
    setObjectName(QStringLiteral("console"));
    m_title = new QLabel(this);
    m_view = new ConsoleView(theme, this);
    inEveryLanguage(*this, [this] {
        fitTitle();
        m_title->setToolTip(tr("What println shows"));
        m_view->setAccessibleName(tr("Console"));
    });
    m_layout = new QBoxLayout(QBoxLayout::TopToBottom, this);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_title, 0, Qt::AlignTop);
    m_layout->addWidget(m_view, 1);
    connect(&session, &Session::lessonChanged, this, &ConsolePane::showMoment);
    connect(&session, &Session::runChanged, this, &ConsolePane::showMoment);
    connect(&session.playback(), &Playback::positionChanged, this, &ConsolePane::showMoment);
    setTheme(theme);
    showMoment();
}

void ConsolePane::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_title->setFont(theme.titleFont());
    QPalette palette = m_title->palette();
    palette.setColor(QPalette::WindowText, theme.text);
    m_title->setPalette(palette);
    m_view->setTheme(theme);
    arrange();
}

int ConsolePane::wholeHeight(double scale) const
{
    Theme theme = m_theme;
    theme.scale = scale;
    // Room for the lines of a usual run from the start, so that nothing moves when one comes.
    constexpr int usual = 5;
    const auto both = [](const QMargins& margins) { return margins.top() + margins.bottom(); };
    const int title = isTitleBeside() ? 0 : QFontMetrics(theme.titleFont()).height() + both(titleMarginsIn(theme));
    return both(marginsIn(theme)) + title + ConsoleView::rowHeight(theme) * std::max(usual, m_view->rows()) + 4;
}

bool ConsolePane::isTitleBeside() const
{
    // A single variant has a low row beside its map: the title makes room for the lines.
    return m_view->columns().size() < 2;
}

QMargins ConsolePane::marginsIn(const Theme& theme) const
{
    return {1, isTitleBeside() ? static_cast<int>(theme.px(7)) : 1, 1, static_cast<int>(theme.px(4))};
}

QMargins ConsolePane::titleMarginsIn(const Theme& theme) const
{
    const auto px = [&](double pixels) { return static_cast<int>(theme.px(pixels)); };
    return {px(14), isTitleBeside() ? 0 : px(7), isTitleBeside() ? 0 : px(14), 1};
}

void ConsolePane::arrange()
{
    m_layout->setDirection(isTitleBeside() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setContentsMargins(marginsIn(m_theme));
    m_title->setContentsMargins(titleMarginsIn(m_theme));
    fitTitle();
}

/// Many versions leave the pane's own title and that of the first no room beside each other: whose lines they are is told.
void ConsolePane::fitTitle()
{
    const std::vector<ConsoleColumn>& columns = m_view->columns();
    const QString own = tr("Console");
    const double both = QFontMetricsF(m_title->font()).horizontalAdvance(own) + m_theme.px(12)
                        + (columns.size() < 2 ? 0 : QFontMetricsF(m_theme.uiFont(12, QFont::DemiBold)).horizontalAdvance(columns.front().title));
    const bool fits = columns.size() < 3 || m_view->columnLeft(0) + both < m_view->columnLeft(1);
    m_title->setText(fits ? own : QStringLiteral(" ")); // its row stays
}

void ConsolePane::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitTitle();
}

void ConsolePane::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    const std::vector<ConsoleColumn>& columns = m_view->columns();
    if (columns.size() < 2)
        return;
    // The columns' titles stand beside the pane's, so that no line of the console has to give way.
    QPainter painter(this);
    painter.setFont(m_theme.uiFont(12, QFont::DemiBold));
    painter.setPen(m_theme.secondaryText);
    const QRect title = m_title->contentsRect().translated(m_title->pos());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        double left = m_view->x() + m_view->columnLeft(i);
        if (i == 0 && !m_title->text().trimmed().isEmpty())
            left += QFontMetricsF(m_title->font()).horizontalAdvance(m_title->text()) + m_theme.px(12);
        const double right = i + 1 < columns.size() ? m_view->x() + m_view->columnLeft(i + 1) - m_theme.px(6) : width();
        painter.drawText(QRectF(left, title.y(), std::max(0.0, right - left), title.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(columns[i].title, Qt::ElideRight, static_cast<int>(right - left)));
    }
}

void ConsolePane::showMoment()
{
    std::vector<ConsoleColumn> columns =
        consoleAt(m_session.lesson(), m_session.run(), m_session.playback().position());
    if (columns == m_view->columns())
        return;
    m_view->setColumns(std::move(columns));
    arrange();
    update();
}

} // namespace awaitscope
