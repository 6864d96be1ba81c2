// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/flag.hpp"

#include "widgets/actions/action_table.hpp"
#include "widgets/in_every_language.hpp"

#include <QAccessible>
#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace awaitscope {

namespace {

constexpr double besideWords = 2; ///< pixels

} // namespace

FlagPill::FlagPill(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setCursor(Qt::SizeHorCursor);
    inEveryLanguage(*this, [this] {
        setToolTip(tr("The timeout, one for all. Drag it, or double-click to type it (%1).").arg(keyOf(Act::typeTimeout)));
    });
    setTheme(theme);
}

void FlagPill::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFont(theme.uiFont(13, QFont::DemiBold));
    setText(m_text, m_hollow);
}

void FlagPill::setText(const QString& text, bool hollow)
{
    m_text = text;
    m_hollow = hollow;
    setAccessibleName(text);
    const double width = QFontMetricsF(font()).horizontalAdvance(text) + m_theme.px(28);
    resize(static_cast<int>(std::ceil(width)), static_cast<int>(m_theme.px(24)));
    update();
}

void FlagPill::setValue(double now, double most)
{
    m_most = most;
    if (std::exchange(m_value, now) == now)
        return;
    QAccessibleValueChangeEvent event(this, now);
    QAccessible::updateAccessibility(&event);
}

void FlagPill::moveTo(double x, int top)
{
    m_flagX = x;
    const int left = static_cast<int>(std::lround(x - width() / 2.0));
    move(std::clamp(left, 0, std::max(0, parentWidget()->width() - width())), top);
}

void FlagPill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF outline = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    if (m_hollow) {
        QPen dashed(m_theme.badge, 1.5);
        dashed.setDashPattern({3, 2});
        painter.setPen(dashed);
        painter.setBrush(m_theme.panel);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.badge);
    }
    painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);
    painter.setPen(m_hollow ? m_theme.text : m_theme.badgeText);
    painter.setFont(font());
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

void FlagPill::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_grip = mapToParent(event->position()).x() - m_flagX;
}

void FlagPill::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton))
        m_grip.reset(); // a menu that came up meanwhile has had the release
    if (m_grip)
        Q_EMIT dragged(mapToParent(event->position()).x() - *m_grip);
}

void FlagPill::mouseReleaseEvent(QMouseEvent*) { m_grip.reset(); }

void FlagPill::mouseDoubleClickEvent(QMouseEvent*)
{
    m_grip.reset();
    Q_EMIT typingWanted();
}

FlagLines::FlagLines(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
}

void FlagLines::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void FlagLines::setStretches(std::vector<QRect> stretches, int playheadTop)
{
    if (stretches == m_stretches && playheadTop == m_playheadTop)
        return;
    m_stretches = std::move(stretches);
    m_playheadTop = playheadTop;
    update();
}

void FlagLines::setLines(std::optional<double> flagX, std::optional<double> playheadX)
{
    // This lies over everything: what it repaints, all below it repaints too.
    const auto replace = [this](std::optional<double>& before, std::optional<double> now) {
        if (before == now)
            return;
        updateAround(before);
        before = now;
        updateAround(now);
    };
    replace(m_flagX, flagX);
    replace(m_playheadX, playheadX);
}

void FlagLines::updateAround(std::optional<double> x)
{
    const int reach = static_cast<int>(std::ceil(m_theme.px(1.6))) + 1;
    if (!x)
        return;
    const int left = static_cast<int>(std::floor(*x)) - reach;
    for (const QRect& stretch : m_stretches) // and not the headers between them; smooth ends reach a little farther
        update(left, stretch.top() - 1, 2 * reach + 1, stretch.height() + 3);
}

void FlagLines::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<QRectF> words = m_words();
    std::ranges::sort(words, {}, [](const QRectF& word) { return word.top(); });
    const auto draw = [&](double x, int from, const QPen& pen) {
        painter.setPen(pen);
        for (const QRect& stretch : m_stretches) {
            double y = std::max(from, stretch.top());
            const double end = stretch.bottom() + 1;
            for (const QRectF& word : words) {
                if (x < word.left() - besideWords || x > word.right() + besideWords || word.bottom() <= y || word.top() >= end)
                    continue;
                if (word.top() > y)
                    painter.drawLine(QPointF(x, y), QPointF(x, word.top()));
                y = word.bottom();
            }
            if (y < end)
                painter.drawLine(QPointF(x, y), QPointF(x, end));
        }
    };
    if (m_playheadX)
        draw(std::round(*m_playheadX) + 0.5, m_playheadTop, QPen(m_theme.text, 1));
    if (m_flagX) {
        QPen dashed(m_theme.cut.line, m_theme.px(1.6), Qt::SolidLine, Qt::FlatCap);
        dashed.setDashPattern({3.5, 2.5});
        draw(*m_flagX, 0, dashed);
    }
}

} // namespace awaitscope
