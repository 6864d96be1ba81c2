// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outcome/await_table_view.hpp"

#include "widgets/badge.hpp"
#include "widgets/icons.hpp"
#include "widgets/in_every_language.hpp"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

// Pixels at scale 1.
constexpr double rowLeft = 14;
constexpr double badgeSize = 18;

void drawAt(QPainter& painter, const QFont& font, const QColor& colour, double left, double middle, const QString& text)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(QPointF(left, std::round(middle + QFontMetricsF(font).capHeight() / 2)), text);
}

/// The longest that fits, else the shortest.
QString wordsFor(const TriedAwait& cell, const QFontMetricsF& metrics, double room)
{
    QString words = cell.words;
    for (const QString& shorter : cell.shorter) {
        if (metrics.horizontalAdvance(words) > room && !shorter.isEmpty())
            words = shorter;
    }
    return words;
}

} // namespace

AwaitRows::AwaitRows(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    inEveryLanguage(*this, [this] { setAccessibleName(tr("Every await, tried")); });
}

void AwaitRows::setTheme(const Theme& theme)
{
    m_theme = theme;
    setTable(std::move(m_table));
}

void AwaitRows::setTable(AwaitTable table)
{
    m_table = std::move(table);
    measure();
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_table.rows.size()) - 1));
    update();
}

void AwaitRows::fitInto(double room)
{
    const double least = m_theme.px(22);
    const auto count = static_cast<double>(m_table.rows.size());
    const double seen = std::max(1.0, std::min(count, std::floor(room / least)));
    m_rowHeight = std::clamp(std::floor(room / seen), least, m_theme.px(27));
    setMinimumHeight(static_cast<int>(m_rowHeight * count));
    update();
}

bool AwaitRows::setFired(std::optional<std::size_t> row)
{
    if (std::exchange(m_fired, row) == row)
        return false;
    update();
    return true;
}

void AwaitRows::measure()
{
    // As wide as the widest verdict that is not grey; grey ones may span the row, if it has more columns than one.
    m_widest = 0;
    m_names = 0;
    const QFontMetricsF metrics{m_theme.uiFont(13, QFont::Bold)};
    const QFontMetricsF code{m_theme.codeFont(13)};
    for (const QString& title : m_table.titles)
        m_widest = std::max(m_widest, metrics.horizontalAdvance(title));
    for (const AwaitRow& row : m_table.rows) {
        m_names = std::max(m_names, nameLeft(row) + code.horizontalAdvance(row.what));
        for (const std::optional<TriedAwait>& cell : row.cells) {
            if (cell && (cell->isFault || cell->verdict != Verdict::notApplicable || row.cells.size() == 1))
                m_widest = std::max(m_widest, m_theme.px(16) + metrics.horizontalAdvance(cell->words));
        }
    }
}

double AwaitRows::columnLeft(std::size_t column) const
{
    const auto count = static_cast<double>(std::max<std::size_t>(1, m_table.titles.size()));
    // What the names leave, and more than half in any case.
    const double most = std::max(width() * 0.6, width() - m_names - m_theme.px(10));
    const double each = std::min(std::max(m_widest + m_theme.px(18), m_theme.px(80)), most / count);
    return width() - each * (count - static_cast<double>(column));
}

double AwaitRows::nameLeft(const AwaitRow& row) const
{
    const QFontMetricsF mark{m_theme.uiFont(13, QFont::Bold)};
    const double before = row.isStart ? mark.horizontalAdvance(tr("start %1").arg(row.number)) : m_theme.px(badgeSize);
    return m_theme.px(rowLeft) + before + m_theme.px(row.window == AwaitWindow::completed ? 14 : 9);
}

QRectF AwaitRows::cellRect(std::size_t row, std::size_t column) const
{
    const double left = columnLeft(column);
    return {left, static_cast<double>(row) * rowHeight(), columnLeft(column + 1) - left, rowHeight()};
}

void AwaitRows::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_table.rows.size(); ++i)
        paintRow(painter, i);
}

void AwaitRows::paintRow(QPainter& painter, std::size_t index) const
{
    const AwaitRow& row = m_table.rows[index];
    const QRectF whole{0, static_cast<double>(index) * rowHeight(), static_cast<double>(width()), rowHeight()};
    const double middle = whole.center().y();
    const bool isCurrent = hasFocus() && m_current == static_cast<int>(index);
    if (m_hovered == static_cast<int>(index) || isCurrent) {
        painter.setPen(isCurrent ? QPen(m_theme.clickable.line, 1) : QPen(Qt::NoPen));
        painter.setBrush(m_theme.window);
        painter.drawRoundedRect(whole.adjusted(m_theme.px(6), 1, -m_theme.px(4), -1), 4, 4);
    }
    if (m_fired == index) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.cut.line);
        painter.drawRoundedRect(QRectF(m_theme.px(4), whole.top() + m_theme.px(4), m_theme.px(3.5),
                                       whole.height() - m_theme.px(8)),
                                1.5, 1.5);
    }
    const double badge = m_theme.px(badgeSize);
    const double left = m_theme.px(rowLeft);
    const QFont mark = m_theme.uiFont(13, QFont::Bold);
    const QString start = tr("start %1").arg(row.number);
    if (row.isStart) // no badge: those are the awaits'
        drawAt(painter, mark, m_theme.badge, left, middle, start);
    else
        paintBadge(painter, {left + badge / 2, middle}, badge, row.number, BadgeLook::filled, m_theme);
    // "2+ channel.send": the window after its completion.
    const bool isCompleted = row.window == AwaitWindow::completed;
    if (isCompleted)
        drawAt(painter, mark, m_theme.badge, left + badge + m_theme.px(1), middle, QStringLiteral("+"));
    const QFont code = m_theme.codeFont(13);
    const double nameX = nameLeft(row);
    const QFontMetricsF metrics{code};
    QString name = row.what;
    const double room = columnLeft(0) - nameX - m_theme.px(6);
    if (metrics.horizontalAdvance(name) > room)
        name = metrics.elidedText(name.mid(name.lastIndexOf('.') + 1), Qt::ElideRight, room);
    drawAt(painter, code, m_theme.text, nameX, middle, name);

    const QFont words = m_theme.uiFont(13, QFont::DemiBold);
    const QFont plain = m_theme.uiFont(13);
    const bool allGrey = std::all_of(row.cells.begin(), row.cells.end(), [&row](const std::optional<TriedAwait>& cell) {
        return cell && !cell->isFault && cell->verdict == Verdict::notApplicable && row.cells.front() && cell->words == row.cells.front()->words;
    });
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::optional<TriedAwait>& cell = row.cells[i];
        const double x = columnLeft(i);
        if (!cell) {
            drawAt(painter, plain, m_theme.secondaryText, x, middle, QStringLiteral("–"));
            continue;
        }
        const Verdict verdict = cell->isFault ? Verdict::violated : cell->verdict; // its cross, in another colour
        const Theme::Tone& tone = cell->isFault ? m_theme.fault : m_theme.toneOf(verdict);
        if (verdict == Verdict::notApplicable) {
            if (allGrey && i > 0)
                continue; // said once for all
            const double cellRoom = (allGrey ? width() : columnLeft(i + 1)) - x - m_theme.px(4);
            drawAt(painter, plain, tone.text, x, middle, greyWords(*cell, cellRoom));
            continue;
        }
        const double sign = m_theme.px(9);
        paintVerdictMark(painter, {x + sign / 2, middle}, sign, verdict, tone.text);
        // Where there are many columns the mark alone says it: half a word beside the next mark says nothing.
        const double wordsLeft = x + sign + m_theme.px(6);
        const double wordsRoom = columnLeft(i + 1) - wordsLeft - m_theme.px(6);
        const QFontMetricsF wordsMetrics{words};
        const QString said = wordsFor(*cell, wordsMetrics, wordsRoom);
        if (row.cells.size() < 3 || wordsMetrics.horizontalAdvance(said) <= wordsRoom)
            drawAt(painter, words, tone.text, wordsLeft, middle, wordsMetrics.elidedText(said, Qt::ElideRight, wordsRoom));
    }
}

QString AwaitRows::greyWords(const TriedAwait& cell, double room) const
{
    const QFontMetricsF metrics{m_theme.uiFont(13)};
    return metrics.elidedText(wordsFor(cell, metrics, room), Qt::ElideRight, room);
}

AwaitRows::Cell AwaitRows::cellAt(QPointF point) const
{
    const int row = static_cast<int>(point.y() / rowHeight());
    if (point.y() < 0 || row >= static_cast<int>(m_table.rows.size()))
        return {};
    int column = -1;
    for (std::size_t i = 0; i < m_table.titles.size(); ++i) {
        if (point.x() >= columnLeft(i) - m_theme.px(4))
            column = static_cast<int>(i);
    }
    return {row, column};
}

const TriedAwait* AwaitRows::triedAt(Cell cell) const
{
    if (cell.row < 0)
        return nullptr;
    const auto& cells = m_table.rows[static_cast<std::size_t>(cell.row)].cells;
    if (cell.column >= 0 && cells[static_cast<std::size_t>(cell.column)])
        return &*cells[static_cast<std::size_t>(cell.column)];
    for (const std::optional<TriedAwait>& each : cells) {
        if (each)
            return &*each;
    }
    return nullptr;
}

void AwaitRows::choose(Cell cell)
{
    if (const TriedAwait* const tried = triedAt(cell)) {
        const AwaitRow& row = m_table.rows[static_cast<std::size_t>(cell.row)];
        if (row.isStart)
            Q_EMIT startChosen(tried->variant, row.number);
        else
            Q_EMIT chosen(tried->variant, row.number, row.window);
    }
}

void AwaitRows::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Cell cell = cellAt(event->position());
    if (cell.row >= 0)
        m_current = cell.row;
    choose(cell);
}

void AwaitRows::mouseMoveEvent(QMouseEvent* event)
{
    const int row = cellAt(event->position()).row;
    setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (std::exchange(m_hovered, row) != row)
        update();
}

void AwaitRows::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

void AwaitRows::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_table.rows.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        m_current = std::max(0, m_current - 1);
        break;
    case Qt::Key_Down:
        m_current = std::min(last, m_current + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose({m_current <= last ? m_current : -1, -1});
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_current >= 0)
        Q_EMIT currentChanged(static_cast<std::size_t>(m_current));
    update();
}

void AwaitRows::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void AwaitRows::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool AwaitRows::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    const TriedAwait* const tried = triedAt(cellAt(help->pos()));
    if (tried)
        QToolTip::showText(help->globalPos(), tried->tip, this);
    else
        QToolTip::hideText();
    return true;
}

AwaitTableView::AwaitTableView(Session& session, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_theme(theme),
      m_scroll(new QScrollArea(this)),
      m_rows(new AwaitRows(theme, this))
{
    setProperty("panel", true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_rows);
    m_rows->setAutoFillBackground(false);
    connect(m_rows, &AwaitRows::chosen, &session, &Session::aimAt);
    connect(m_rows, &AwaitRows::startChosen, &session, &Session::aimAtStart);
    connect(&session, &Session::sweepChanged, this, &AwaitTableView::refresh);
    connect(&session, &Session::lessonChanged, this, &AwaitTableView::refresh);
    connect(&session, &Session::coverChanged, this, &AwaitTableView::refresh);
    connect(&session, &Session::outdatedChanged, this, &AwaitTableView::refresh);
    connect(&session, &Session::runChanged, this, &AwaitTableView::showFired);
    connect(m_rows, &AwaitRows::currentChanged, this, &AwaitTableView::showRow);
    refresh();
}

void AwaitTableView::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_rows->setTheme(theme);
    fitRows();
    showFired();
    update();
}

void AwaitTableView::refresh()
{
    m_rows->setTable(awaitTableOf(m_session));
    fitRows();
    if (markFired()) // a map that is still being made comes in pieces: it moves nothing under the eye
        showFired();
    update();
}

bool AwaitTableView::markFired() { return m_rows->setFired(m_session.cover().run ? std::nullopt : firedRow(m_rows->table(), m_session.run())); }

void AwaitTableView::showFired()
{
    markFired();
    if (const std::optional<std::size_t> row = m_rows->fired())
        showRow(*row);
}

void AwaitTableView::showRow(std::size_t row)
{
    const int top = static_cast<int>(m_rows->cellRect(row, 0).top());
    QScrollBar* const bar = m_scroll->verticalScrollBar();
    const int bottom = top + static_cast<int>(std::ceil(m_rows->rowHeight())) - m_scroll->viewport()->height();
    if (top < bar->value())
        bar->setValue(top);
    else if (bottom > bar->value())
        bar->setValue(bottom);
}

void AwaitTableView::fitRows()
{
    // Where not all fit, whole rows: half a row reads as the end of the table.
    const int room = std::max(1, height() - headHeight() - 3);
    m_rows->fitInto(room);
    const auto whole = std::max(1, static_cast<int>(room / m_rows->rowHeight()));
    const bool fits = whole >= static_cast<int>(m_rows->table().rows.size());
    const int rows = fits ? room : std::min(room, static_cast<int>(whole * m_rows->rowHeight()));
    m_scroll->setGeometry(1, headHeight(), width() - 2, rows);
    m_scroll->verticalScrollBar()->setSingleStep(static_cast<int>(m_rows->rowHeight()));
}

void AwaitTableView::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const double middle = headHeight() / 2.0 + 1;
    const QString head = tr("Every await, tried");
    drawAt(painter, m_theme.titleFont(), m_theme.text, m_theme.px(14), middle, head);
    const double headEnd = m_theme.px(14) + QFontMetricsF(m_theme.titleFont()).horizontalAdvance(head) + m_theme.px(12);
    const QFont font = m_theme.uiFont(12.5, QFont::DemiBold);
    const std::vector<QString>& titles = m_rows->table().titles;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const double x = std::max(m_scroll->x() + m_rows->columnLeft(i), headEnd); // wide outcomes begin below the head
        const double room = m_scroll->x() + m_rows->columnLeft(i + 1) - x - m_theme.px(4);
        drawAt(painter, font, m_theme.secondaryText, x, middle,
               QFontMetricsF(font).elidedText(titles[i], Qt::ElideRight, room));
    }
}

void AwaitTableView::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitRows();
    showFired();
}

} // namespace awaitscope
