// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/story/path_sheet.hpp"

#include "present/session/session.hpp"
#include "widgets/actions/action_table.hpp"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>

namespace awaitscope {

namespace {

// Pixels at scale 1.
constexpr double wantedWidth = 760;
constexpr double barHeight = 4; // of a card's progress

QLabel* makeLabel(const QString& text, const QFont& font, const QColor& colour, QWidget* parent)
{
    auto* const label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(font);
    QPalette palette;
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
    label->setAttribute(Qt::WA_TransparentForMouseEvents); // the card is what is clicked
    return label;
}

} // namespace

PathCard::PathCard(int number, const PathStop& stop, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_stop(stop), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(QStringLiteral("%1. %2. %3 %4").arg(number).arg(stop.title, stop.law, stop.progress));
    auto* const grid = new QGridLayout(this);
    const auto px = [&theme](double pixels) { return static_cast<int>(theme.px(pixels)); };
    grid->setContentsMargins(px(14), px(10), px(14), px(12 + barHeight));
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(3));
    grid->setColumnStretch(1, 1);
    auto* const count = makeLabel(QString::number(number), theme.uiFont(20, QFont::Bold), theme.clickable.line, this);
    count->setWordWrap(false);
    grid->addWidget(count, 0, 0, Qt::AlignTop);
    grid->addWidget(makeLabel(stop.title, theme.uiFont(16, QFont::DemiBold), theme.text, this), 0, 1);
    auto* const time = makeLabel(stop.time, theme.uiFont(13), theme.secondaryText, this);
    time->setWordWrap(false);
    grid->addWidget(time, 0, 2, Qt::AlignRight);
    grid->addWidget(makeLabel(stop.law, theme.uiFont(14), theme.text, this), 1, 1);
    auto* const begin = makeLabel(stop.begin, theme.uiFont(13, QFont::DemiBold), theme.clickable.line, this);
    begin->setWordWrap(false);
    grid->addWidget(begin, 1, 2, Qt::AlignRight | Qt::AlignTop);
    if (!stop.progress.isEmpty())
        grid->addWidget(makeLabel(stop.progress, theme.uiFont(12.5), theme.secondaryText, this), 2, 1, 1, 2);
}

void PathCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    const bool isLit = hasFocus() || m_isUnderMouse;
    painter.setPen(QPen(isLit ? m_theme.clickable.line : m_theme.panelBorder, hasFocus() ? 2 : 1));
    painter.setBrush(m_stop.isShown ? m_theme.window : m_theme.panel);
    painter.drawRoundedRect(frame, m_theme.px(6), m_theme.px(6));
    if (m_stop.progress.isEmpty())
        return;
    const double height = m_theme.px(barHeight);
    const QRectF whole(frame.left() + m_theme.px(14), frame.bottom() - height - m_theme.px(6), frame.width() - m_theme.px(28), height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.notApplicable.fill);
    painter.drawRoundedRect(whole, height / 2, height / 2);
    if (m_stop.share > 0) {
        painter.setBrush(m_theme.holds.line);
        painter.drawRoundedRect(QRectF(whole.topLeft(), QSizeF(std::max(height, whole.width() * m_stop.share), height)), height / 2, height / 2);
    }
}

void PathCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT chosen();
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        Q_EMIT left(event->key() == Qt::Key_Down ? 1 : -1); // else the scroll area above takes them
    else
        QWidget::keyPressEvent(event);
}

void PathCard::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT chosen();
}

void PathCard::enterEvent(QEnterEvent*)
{
    m_isUnderMouse = true;
    update();
}

void PathCard::leaveEvent(QEvent*)
{
    m_isUnderMouse = false;
    update();
}

PathSheet::PathSheet(Session& session, QAction* sandbox, const Theme& theme, QWidget* window) : QDialog(window)
{
    setWindowTitle(tr("The path"));
    setAttribute(Qt::WA_DeleteOnClose);
    setPalette(theme.palette());
    const auto px = [&theme](double pixels) { return static_cast<int>(theme.px(pixels)); };
    auto* const ground = new QWidget;
    auto* const column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, px(6), 0);
    column->setSpacing(px(8));
    const std::vector<PathStop> path = lessonPathOf(session);
    const auto add = [&](const PathStop& stop) -> PathCard& {
        auto* const card = new PathCard(static_cast<int>(m_cards.size()) + 1, stop, theme, ground);
        column->addWidget(card);
        m_cards.push_back(card);
        connect(card, &PathCard::chosen, this, &QDialog::accept);
        connect(card, &PathCard::left, this, &PathSheet::move);
        return *card;
    };
    for (const PathStop& stop : path)
        connect(&add(stop), &PathCard::chosen, &session, [&session, stop] { session.setLesson(stop.slug, stop.scene); }, Qt::QueuedConnection); // when the sheet is closed
    if (sandbox && sandbox->isEnabled())
        connect(&add(sandboxStop()), &PathCard::chosen, sandbox, &QAction::trigger, Qt::QueuedConnection);
    column->addStretch(1);
    auto* const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(ground);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // the cards have it
    for (QWidget* const each : {ground, scroll->viewport()})
        each->setAutoFillBackground(false);
    auto* const head = makeLabel(tr("Each lesson is a bug that shipped, and the law behind it."), theme.uiFont(15), theme.secondaryText, this);
    auto* const close = new QPushButton(tr("Close"), this);
    close->setFont(theme.uiFont(14, QFont::Medium));
    close->setAutoDefault(false); // Enter is for the lessons
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    for (const QKeySequence& key : rowOf(Act::path).keys)
        connect(new QShortcut(key, this), &QShortcut::activated, this, &QDialog::reject);

    const int margin = px(24);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, px(16));
    layout->setSpacing(px(12));
    layout->addWidget(head);
    layout->addWidget(scroll, 1);
    layout->addWidget(close, 0, Qt::AlignRight);

    const int width = std::min(px(wantedWidth), window->width() - 16);
    const int inner = width - 2 * margin - scroll->verticalScrollBar()->sizeHint().width();
    const int content = column->hasHeightForWidth() ? column->heightForWidth(inner) : ground->sizeHint().height();
    const int rest = layout->contentsMargins().top() + layout->contentsMargins().bottom() + 2 * layout->spacing()
                     + head->heightForWidth(width - 2 * margin) + close->sizeHint().height() + 4;
    setMinimumSize(QSize(320, 240));
    resize(QSize(width, std::min(content + rest, window->height() - 16)));
    QDialog::move(window->mapToGlobal(window->rect().center()) - QPoint(this->width() / 2, height() / 2));
    if (!m_cards.empty())
        m_cards[static_cast<std::size_t>(nextStopOf(path))]->setFocus();
}

void PathSheet::move(int by)
{
    const auto current = std::ranges::find(m_cards, focusWidget());
    const auto last = static_cast<std::ptrdiff_t>(m_cards.size()) - 1;
    const std::ptrdiff_t at = current == m_cards.end() ? 0 : std::clamp<std::ptrdiff_t>(current - m_cards.begin() + by, 0, last);
    m_cards[static_cast<std::size_t>(at)]->setFocus();
    // What has the keyboard is seen.
    for (QWidget* above = m_cards[static_cast<std::size_t>(at)]->parentWidget(); above; above = above->parentWidget()) {
        if (auto* const scroll = qobject_cast<QScrollArea*>(above))
            scroll->ensureWidgetVisible(m_cards[static_cast<std::size_t>(at)]);
    }
}

} // namespace awaitscope
