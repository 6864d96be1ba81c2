// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outcome/outcome_map.hpp"

#include "present/outcome/spoken.hpp"
#include "present/questions/scope_cover.hpp"

#include "widgets/icons.hpp"
#include "widgets/in_every_language.hpp"
#include "widgets/outcome/parameter_bar.hpp"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr double stripLineSpacing = 1.15; ///< of two lines of words in a strip
// Pixels at scale 1.
constexpr double markSize = 9;
constexpr double markGap = 5; ///< to the words behind it

} // namespace

OutcomeMap::OutcomeMap(Session& session, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_theme(theme),
      m_parameters(new ParameterBar(session, theme, this))
{
    setProperty("panel", true);
    setMouseTracking(true);
    inEveryLanguage(*this, [this] { setAccessibleName(tr("Every timeout at once")); });
    connect(&session, &Session::runChanged, this, &OutcomeMap::refresh);
    connect(&session, &Session::sweepChanged, this, &OutcomeMap::refresh);
    connect(&session, &Session::coverChanged, this, &OutcomeMap::refresh);
    connect(&session, &Session::outdatedChanged, this, &OutcomeMap::refresh);
    refresh();
}

void OutcomeMap::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_parameters->setTheme(theme);
    arrange();
    update();
}

void OutcomeMap::arrange()
{
    const int right = width() - static_cast<int>(m_theme.px(8));
    const double title = m_theme.px(14)
                         + QFontMetricsF(m_theme.titleFont()).horizontalAdvance(accessibleName())
                         + m_theme.px(16);
    const int wide = m_parameters->widthFor(std::max(0, right - static_cast<int>(title)));
    m_parameters->setGeometry(right - wide, static_cast<int>(m_theme.px(2)), wide,
                              static_cast<int>(headHeight() - m_theme.px(3)));
}

void OutcomeMap::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void OutcomeMap::setAxis(const TimeAxis& axis)
{
    m_axis = axis;
    update();
}

void OutcomeMap::refresh()
{
    m_progress = m_session.sweepProgress();
    std::vector<OutcomeStrip> strips = outcomeMapOf(m_session);
    // The map before stays for the few milliseconds in which the next one is made, so that it does not blink.
    const bool isBeingMade = m_session.isSweeping() && !m_progress && &m_session.lesson() == m_lesson;
    m_lesson = &m_session.lesson();
    const auto variantOf = [](const OutcomeStrip& strip) { return strip.variant; };
    const bool wasCovered = std::exchange(m_wasCovered, m_session.cover().map);
    if (!isBeingMade || m_wasCovered || wasCovered || !std::ranges::equal(strips, m_strips, {}, variantOf, variantOf))
        m_strips = std::move(strips);
    setAccessibleDescription(spokenMap(m_strips));
    arrange(); // values of parameters, and with them their buttons, can be wider now
    update();
}

double OutcomeMap::headHeight() const
{
    const auto strips = static_cast<double>(std::max<std::size_t>(1, m_strips.size()));
    return height() >= m_theme.px(34 + 31 * strips) ? m_theme.px(33) : m_theme.px(25);
}

double OutcomeMap::stripHeight() const
{
    const auto strips = static_cast<double>(std::max<std::size_t>(1, m_strips.size()));
    return (height() - headHeight() - m_theme.px(4)) / strips;
}

QRectF OutcomeMap::stripRect(std::size_t strip) const
{
    const double top = headHeight() + static_cast<double>(strip) * stripHeight();
    const double inset = std::min(m_theme.px(6), stripHeight() * 0.12);
    return QRectF(m_axis.left, std::round(top + inset / 2), m_axis.right - m_axis.left,
                  std::round(stripHeight() - inset));
}

QRectF OutcomeMap::segmentRect(const OutcomeStrip& strip, std::size_t index, std::size_t segment) const
{
    QRectF rect = stripRect(index);
    const OutcomeSegment& what = strip.segments[segment];
    if (what.to < m_axis.from || what.from > m_axis.end())
        return {};
    rect.setLeft(std::max(m_axis.toX(what.from), m_axis.left));
    rect.setRight(std::min(m_axis.toX(what.to), m_axis.right));
    return rect;
}

void OutcomeMap::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double left = m_theme.px(14);
    const QFont title = m_theme.titleFont();
    const double baseline = std::round(headHeight() / 2 + QFontMetricsF(title).capHeight() / 2 + m_theme.px(1));
    painter.setFont(title);
    painter.setPen(m_theme.text);
    painter.drawText(QPointF(left, baseline), accessibleName());
    painter.setFont(m_theme.uiFont(12.5));
    painter.setPen(m_theme.secondaryText);
    const QString hint = tr("drag the flag, or click in the map");
    const double hintLeft = left + QFontMetricsF(title).horizontalAdvance(accessibleName()) + m_theme.px(10);
    if (hintLeft + QFontMetricsF(painter.font()).horizontalAdvance(hint) + m_theme.px(8) <= m_parameters->x())
        painter.drawText(QPointF(hintLeft, baseline), hint);
    for (std::size_t i = 0; i < m_strips.size(); ++i) {
        paintStrip(painter, i);
        paintMarker(painter, i);
    }
}

QString OutcomeMap::nameOf(std::size_t strip) const
{
    const QFontMetricsF metrics{m_theme.uiFont(13)};
    const QString& title = m_strips[strip].title;
    const double room = stripRect(strip).left() - m_theme.px(20);
    // A name tells strips apart: half of it beside the only one says nothing.
    if (m_strips.size() == 1 && metrics.horizontalAdvance(title) > room)
        return {};
    return metrics.elidedText(title, Qt::ElideMiddle, room);
}

void OutcomeMap::paintStrip(QPainter& painter, std::size_t index) const
{
    const OutcomeStrip& strip = m_strips[index];
    const QRectF whole = stripRect(index);
    const double middle = whole.center().y();
    const QFont nameFont = m_theme.uiFont(13);
    painter.setFont(nameFont);
    painter.setPen(m_theme.secondaryText);
    painter.drawText(QPointF(m_theme.px(14), std::round(middle + QFontMetricsF(nameFont).capHeight() / 2)), nameOf(index));
    if (strip.segments.empty()) {
        painter.setPen(QPen(m_theme.panelBorder, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(3), m_theme.px(3));
        painter.setPen(m_theme.secondaryText);
        painter.drawText(whole, Qt::AlignCenter,
                         strip.isCovered ? coverWords()
                         : m_progress    ? tr("running every timeout: %L1 runs so far").arg(*m_progress)
                                    : QStringLiteral("…"));
        return;
    }
    const QFont words = m_theme.uiFont(12.5, QFont::DemiBold);
    const QFontMetricsF metrics{words};
    // A single microsecond is a verdict too, and wide enough to be seen: over its neighbours, which begin where it does.
    const auto isNarrow = [&](const QRectF& rect) { return rect.width() < m_theme.px(4); };
    std::vector<std::size_t> order;
    for (const bool narrow : {false, true}) {
        for (std::size_t i = 0; i < strip.segments.size(); ++i) {
            const QRectF rect = segmentRect(strip, index, i);
            if (!rect.isNull() && isNarrow(rect) == narrow) // null: zoomed out of sight
                order.push_back(i);
        }
    }
    for (const std::size_t i : order) {
        const OutcomeSegment& segment = strip.segments[i];
        // What ended the runs has a cross too, in a colour of its own.
        const Verdict verdict = segment.isFault ? Verdict::violated : segment.verdict;
        const Theme::Tone& tone = segment.isFault ? m_theme.fault : m_theme.toneOf(verdict);
        QRectF rect = segmentRect(strip, index, i);
        if (isNarrow(rect)) {
            const double centre = rect.center().x();
            rect.setWidth(m_theme.px(4));
            rect.moveCenter({std::clamp(centre, whole.left() + m_theme.px(2), whole.right() - m_theme.px(2)), middle});
        }
        painter.setPen(QPen(verdict == Verdict::notApplicable ? m_theme.panelBorder : tone.line, 1));
        // Outcomes of which nobody has said what is right are told apart by their words, and by grounds that mean nothing.
        const bool isOther = !segment.isFault && segment.outcome.value_or(0) % 2 == 1;
        painter.setBrush(isOther ? m_theme.panel : tone.fill);
        painter.drawRoundedRect(rect.adjusted(1, 0.5, -0.5, -0.5), m_theme.px(3), m_theme.px(3));
        if (segment.outcome) { // nothing but its words, and of a fault its cross
            paintOutcome(painter, rect, segment, tone.text);
            continue;
        }
        const double mark = verdict == Verdict::notApplicable ? 0 : m_theme.px(markSize);
        const double gap = mark > 0 ? m_theme.px(markGap) : 0;
        double width = mark + gap + metrics.horizontalAdvance(segment.words);
        const bool withWords = width <= rect.width() - m_theme.px(8);
        if (!withWords)
            width = mark;
        if (width + m_theme.px(4) > rect.width())
            continue;
        double x = rect.center().x() - width / 2;
        paintVerdictMark(painter, {x + mark / 2, middle}, mark, verdict, tone.text);
        x += mark + gap;
        if (withWords) {
            painter.setFont(words);
            painter.setPen(tone.text);
            painter.drawText(QPointF(x, std::round(middle + metrics.capHeight() / 2)), segment.words);
        }
    }
}

FittedWords OutcomeMap::wordsOf(const OutcomeSegment& segment, const QRectF& rect) const
{
    const double mark = segment.isFault ? m_theme.px(markSize + markGap) : 0;
    const QSizeF room(rect.width() - m_theme.px(6) - mark, rect.height() - 1);
    return fitWords(QStringList{segment.words} + segment.shorter, room, [this](const QString& line, double size) {
        const double width = QFontMetricsF(m_theme.uiFont(size, QFont::DemiBold)).horizontalAdvance(line);
        return QSizeF(width, m_theme.px(size) * stripLineSpacing);
    });
}

void OutcomeMap::paintOutcome(QPainter& painter, QRectF rect, const OutcomeSegment& segment, const QColor& colour) const
{
    const FittedWords words = wordsOf(segment, rect);
    const QFont font = m_theme.uiFont(words.size, QFont::DemiBold);
    const QFontMetricsF metrics{font};
    if (segment.isFault) {
        double wide = 0;
        for (const QString& line : words.lines)
            wide = std::max(wide, metrics.horizontalAdvance(line));
        const double mark = m_theme.px(markSize);
        const double before = mark + (wide > 0 ? m_theme.px(markGap) : 0);
        if (before + wide + m_theme.px(4) <= rect.width())
            paintVerdictMark(painter, {rect.center().x() - (before + wide - mark) / 2, rect.center().y()}, mark, Verdict::violated, colour);
        rect.setLeft(rect.left() + before);
    }
    painter.setFont(font);
    painter.setPen(colour);
    const double step = m_theme.px(words.size) * stripLineSpacing;
    double middle = rect.center().y() - step * static_cast<double>(words.lines.size() - 1) / 2;
    for (const QString& line : words.lines) {
        const double left = rect.center().x() - metrics.horizontalAdvance(line) / 2;
        painter.drawText(QPointF(left, std::round(middle + metrics.capHeight() / 2)), line);
        middle += step;
    }
}

std::vector<FittedWords> OutcomeMap::shownWords(std::size_t strip) const
{
    std::vector<FittedWords> shown;
    for (std::size_t i = 0; i < m_strips[strip].segments.size(); ++i)
        shown.push_back(wordsOf(m_strips[strip].segments[i], segmentRect(m_strips[strip], strip, i)));
    return shown;
}

void OutcomeMap::paintMarker(QPainter& painter, std::size_t index) const
{
    const std::optional<VirtualDuration> timeout = m_session.run().timeout;
    if (!timeout || !m_axis.contains(VirtualTime{*timeout}))
        return;
    const double x = m_axis.toX(*timeout);
    const double top = stripRect(index).top();
    const double half = m_theme.px(6);
    painter.setPen(QPen(m_theme.panel, 1));
    painter.setBrush(m_theme.cut.line);
    painter.drawPolygon(
        QPolygonF{{x - half, top - m_theme.px(3)}, {x + half, top - m_theme.px(3)}, {x, top + m_theme.px(4)}});
}

bool OutcomeMap::isOnStrips(QPointF point) const
{
    return point.y() >= headHeight() && point.x() >= m_axis.left - 3 && point.x() <= m_axis.right + 3;
}

void OutcomeMap::moveFlag(double x)
{
    const VirtualDuration timeout = m_axis.toSnapped(x).time_since_epoch();
    if (m_session.scenario().timeout != Timeout{timeout})
        m_session.setTimeout(timeout);
}

void OutcomeMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !isOnStrips(event->position()))
        return;
    m_dragging = true;
    moveFlag(event->position().x());
}

void OutcomeMap::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton))
        m_dragging = false; // a menu that came up meanwhile has had the release
    if (m_dragging)
        moveFlag(event->position().x());
    else
        setCursor(isOnStrips(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void OutcomeMap::mouseReleaseEvent(QMouseEvent*) { m_dragging = false; }

bool OutcomeMap::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QFrame::event(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    for (std::size_t i = 0; i < m_strips.size(); ++i) {
        for (std::size_t j = 0; j < m_strips[i].segments.size(); ++j) {
            if (segmentRect(m_strips[i], i, j).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), m_strips[i].segments[j].tip, this);
                return true;
            }
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace awaitscope
