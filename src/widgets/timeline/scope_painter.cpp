// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/scope_painter.hpp"

#include "present/questions/scope_cover.hpp"

#include "widgets/badge.hpp"
#include "widgets/icons.hpp"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr double nameLeft = 14;

QString differenceWords() { return QCoreApplication::translate("awaitscope::ScopePainter", "≠ first difference"); }

/// Lines from lower left to upper right, anchored to the pixel grid so that neighbours' lines meet.
void paintHatch(QPainter& painter, QRectF rect, const QColor& colour, double step)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    const double height = rect.height();
    for (double x = std::floor((rect.left() - height) / step) * step; x < rect.right(); x += step)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + height, rect.top()));
    painter.restore();
}

} // namespace

ScopePainter::ScopePainter(const Theme& theme)
    : m_theme(theme),
      m_name(theme.codeFont(13)),
      m_code(theme.codeFont(12.5, QFont::Medium)),
      m_codeBold(theme.codeFont(12, QFont::Bold)),
      m_words(theme.uiFont(11.5)),
      m_wordsBold(theme.uiFont(11.5, QFont::DemiBold))
{}

ScopeMeasures ScopePainter::measures() const
{
    const auto measure = [](const QFont& font) {
        return [metrics = QFontMetricsF(font)](const QString& text) { return metrics.horizontalAdvance(text); };
    };
    // Notes may be bold: measured so, they fit either way.
    return {measure(m_code), measure(m_codeBold), measure(m_wordsBold), QFontMetricsF(m_wordsBold).height()};
}

double ScopePainter::nameWidth(const std::vector<ScopeLane>& lanes) const
{
    const QFontMetricsF metrics{m_theme.codeFont(13, QFont::Medium)};
    double widest = 0;
    for (const ScopeLane& lane : lanes)
        widest = std::max(widest, metrics.horizontalAdvance(lane.name));
    return m_theme.px(nameLeft) + widest + m_theme.px(14);
}

QColor ScopePainter::inkColour(ScopeInk ink) const
{
    switch (ink) {
    case ScopeInk::plain:
        return m_theme.text;
    case ScopeInk::secondary:
        return m_theme.secondaryText;
    case ScopeInk::ghost:
        return m_theme.secondaryText;
    case ScopeInk::cut:
        return m_theme.cut.text;
    case ScopeInk::violated:
        return m_theme.violated.text;
    case ScopeInk::holds:
        return m_theme.holds.text;
    case ScopeInk::fault:
        return m_theme.fault.text;
    }
    return m_theme.text;
}

QColor ScopePainter::lineColour(ScopeInk ink) const
{
    switch (ink) {
    case ScopeInk::plain:
        return m_theme.cut.line;
    case ScopeInk::secondary:
        return m_theme.secondaryText;
    case ScopeInk::ghost:
        return m_theme.notApplicable.line;
    case ScopeInk::cut:
        return m_theme.cut.line;
    case ScopeInk::violated:
        return m_theme.violated.line;
    case ScopeInk::holds:
        return m_theme.holds.line;
    case ScopeInk::fault:
        return m_theme.fault.line;
    }
    return m_theme.text;
}

void ScopePainter::paintText(QPainter& painter, const QFont& font, const QColor& colour, double left, double middle,
                             const QString& text) const
{
    const QFontMetricsF metrics{font};
    painter.setFont(font);
    painter.setPen(colour);
    // By the height of capitals: that is where the eye sees the middle.
    painter.drawText(QPointF(left, std::round(middle + metrics.capHeight() / 2)), text);
}

void ScopePainter::paint(QPainter& painter, const ScopeModel& model, const ScopeLayout& layout,
                         std::optional<double> flagX) const
{
    if (layout.area.height() < m_theme.px(20))
        return; // not laid out yet
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const TimeAxis& axis = layout.axis;
    for (std::size_t i = 0; i < layout.lanes.size(); ++i) {
        const LaneLayout& place = layout.lanes[i];
        const ScopeLane& lane = model.lanes[i];
        painter.setPen(QPen(m_theme.rule, 1));
        const double ruleY = std::round(place.band.top()) + 0.5;
        painter.drawLine(QPointF(layout.area.left(), ruleY), QPointF(layout.area.right(), ruleY));
        paintName(painter, lane, place, axis.left);
        painter.save();
        painter.setClipRect(QRectF(layout.bleed.left, layout.area.top(), layout.bleed.width(), layout.area.height()),
                            Qt::IntersectClip);
        for (std::size_t j = 0; j < lane.ghosts.size(); ++j)
            paintGhost(painter, lane.ghosts[j], place.ghosts[j], place.ghostLabels[j]);
        for (std::size_t j = 0; j < lane.spans.size(); ++j)
            paintSpan(painter, lane.spans[j], place.spans[j], axis);
        for (const VirtualTime tick : lane.ticks) {
            if (axis.contains(tick))
                paintTick(painter, axis.toX(tick), place.bar);
        }
        for (std::size_t j = 0; j < lane.spans.size(); ++j) {
            if (lane.spans[j].isCut() && axis.contains(lane.spans[j].end))
                paintCut(painter, place.spans[j], place.band);
        }
        paintCrashes(painter, lane, place, axis);
        painter.restore();
        for (std::size_t j = 0; j < lane.spans.size(); ++j)
            paintSpanLabel(painter, lane, lane.spans[j], place.spanLabels[j], place.noteY);
        paintContent(painter, lane, place);
        paintEffects(painter, lane, place);
        for (std::size_t j = 0; j < lane.notes.size(); ++j) {
            if (place.notes[j]) {
                const double when = axis.toX(lane.notes[j].at);
                if (place.notes[j]->extent.left > when + m_theme.px(16)) {
                    // The words stand elsewhere: a dot shows the moment they speak of.
                    painter.setPen(Qt::NoPen);
                    painter.setBrush(inkColour(lane.notes[j].ink));
                    painter.drawEllipse(QPointF(when, place.noteY), m_theme.px(3), m_theme.px(3));
                }
                const bool bold = lane.notes[j].ink != ScopeInk::secondary;
                paintText(painter, bold ? m_wordsBold : m_words, inkColour(lane.notes[j].ink),
                          place.notes[j]->extent.left, place.noteY, place.notes[j]->text);
            }
        }
    }
    for (std::size_t i = 0; i < layout.lanes.size(); ++i) {
        if (!model.lanes[i].earlier.words.isEmpty())
            paintEarlier(painter, model.lanes[i], layout.lanes[i], axis);
    }
    paintDifference(painter, model, layout);
    paintCover(painter, model, layout, flagX);
    painter.restore();
}

void ScopePainter::paintEarlier(QPainter& painter, const ScopeLane& lane, const LaneLayout& place,
                                const TimeAxis& axis) const
{
    // Thin and grey, in the free room below the lane's own: what was, beside what is.
    const double below = std::max((place.bar.bottom() + place.band.bottom()) / 2, place.band.bottom() - m_theme.px(12));
    const double middle = std::round(std::min(below, place.band.bottom() - m_theme.px(6)));
    const QColor colour = m_theme.notApplicable.line;
    if (lane.kind == ScopeLane::Kind::coroutine) {
        const double left = place.band.left() + m_theme.px(nameLeft);
        const QFont font = m_theme.uiFont(11);
        paintText(painter, font, m_theme.secondaryText, left, middle,
                  QFontMetricsF(font).elidedText(lane.earlier.words, Qt::ElideRight, axis.left - left - m_theme.px(4)));
    }
    const auto xOf = [&axis](VirtualTime at) { return std::clamp(axis.toX(at), axis.left, axis.right); };
    for (const ScopeSpan& span : lane.earlier.spans) {
        const double from = xOf(span.begin) + m_theme.px(1);
        const double to = xOf(span.end) - m_theme.px(1);
        if (to <= from)
            continue;
        painter.setPen(QPen(colour, m_theme.px(3), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(from, middle), QPointF(to, middle));
        painter.setPen(QPen(colour, m_theme.px(2), Qt::SolidLine, Qt::FlatCap));
        const double half = m_theme.px(span.isCut() ? 6 : 3);
        if (axis.contains(span.end))
            painter.drawLine(QPointF(to, middle - half), QPointF(to, middle + half));
    }
    painter.setPen(QPen(m_theme.secondaryText, m_theme.px(1.2)));
    painter.setBrush(m_theme.panel);
    for (const VirtualTime at : lane.earlier.effects) {
        if (axis.contains(at))
            paintDiamond(painter, {axis.toX(at), middle}, m_theme.px(5));
    }
}

std::optional<QRectF> ScopePainter::differencePlate(const ScopeModel& model, const ScopeLayout& layout) const
{
    if (!model.difference || !layout.axis.contains(*model.difference))
        return std::nullopt;
    const double x = layout.axis.toX(*model.difference);
    const double width = QFontMetricsF(m_wordsBold).horizontalAdvance(differenceWords()) + m_theme.px(10);
    const bool fits = x + width + m_theme.px(6) <= layout.area.right();
    return QRectF(fits ? x + m_theme.px(4) : x - width - m_theme.px(4), layout.area.top() + m_theme.px(2), width, m_theme.px(18));
}

void ScopePainter::paintDifference(QPainter& painter, const ScopeModel& model, const ScopeLayout& layout) const
{
    const std::optional<QRectF> plate = differencePlate(model, layout);
    if (!plate)
        return;
    const double x = layout.axis.toX(*model.difference);
    painter.setPen(QPen(m_theme.clickable.line, m_theme.px(2), Qt::DotLine));
    painter.drawLine(QPointF(x, layout.area.top()), QPointF(x, layout.area.bottom()));
    painter.setPen(QPen(m_theme.clickable.line, 1));
    painter.setBrush(m_theme.panel);
    painter.drawRoundedRect(*plate, m_theme.px(4), m_theme.px(4));
    paintText(painter, m_wordsBold, m_theme.clickable.line, plate->left() + m_theme.px(5), plate->center().y(), differenceWords());
}

void ScopePainter::paintCover(QPainter& painter, const ScopeModel& model, const ScopeLayout& layout,
                              std::optional<double> flagX) const
{
    if (!model.coveredFrom || *model.coveredFrom >= layout.axis.end())
        return;
    // From behind the tick of what has just happened on.
    const double left = std::max(layout.axis.toX(*model.coveredFrom) + m_theme.px(4), layout.axis.left);
    const QRectF curtain(left, layout.area.top() + 1, layout.area.right() - left, layout.area.height() - 1);
    painter.fillRect(curtain, m_theme.window);
    paintHatch(painter, curtain, m_theme.panelBorder, m_theme.px(16));
    // What a lane held before is no secret (coverScope() has taken out all that is), and may be longer than there is room.
    painter.save();
    painter.setClipRect(curtain, Qt::IntersectClip); // beside it they stand already, and would come out bolder
    for (std::size_t i = 0; i < layout.lanes.size(); ++i)
        paintValueNotes(painter, model.lanes[i], layout.lanes[i]);
    painter.restore();
    const QFontMetricsF metrics{m_wordsBold};
    const QString words = QStringLiteral("?  ") + coverWords();
    const double margin = m_theme.px(8);
    const double width = metrics.horizontalAdvance(words) + 2 * margin;
    const std::optional<double> place = placeBeside(flagX, {curtain.left(), curtain.right()}, width);
    if (!place)
        return;
    const QRectF plate(*place, curtain.center().y() - m_theme.px(12), width, m_theme.px(24));
    painter.setPen(QPen(m_theme.panelBorder, 1));
    painter.setBrush(m_theme.panel);
    painter.drawRoundedRect(plate, m_theme.px(4), m_theme.px(4));
    paintText(painter, m_wordsBold, m_theme.clickable.line, *place + margin, curtain.center().y(), words);
}

void ScopePainter::paintName(QPainter& painter, const ScopeLane& lane, const LaneLayout& place, double right) const
{
    const bool main = lane.tall;
    const QFont font = main ? m_theme.codeFont(13, QFont::Medium) : m_name;
    const double left = place.band.left() + m_theme.px(nameLeft);
    const QString name = QFontMetricsF(font).elidedText(lane.name, Qt::ElideRight, right - left - m_theme.px(4));
    paintText(painter, font, main ? m_theme.text : m_theme.secondaryText, left, place.noteY, name);
}

void ScopePainter::paintSpan(QPainter& painter, const ScopeSpan& span, QRectF rect, const TimeAxis& axis) const
{
    const Theme::Tone& tone = span.waiting ? m_theme.waiting : m_theme.notApplicable;
    if (rect.isNull())
        return;
    const double radius = m_theme.px(3);
    QRectF passed = rect;
    passed.setRight(std::clamp(axis.toX(span.filledTo), rect.left(), rect.right()));
    if (span.begun && passed.width() > 0) {
        painter.save();
        painter.setClipRect(passed, Qt::IntersectClip);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tone.fill);
        painter.drawRoundedRect(rect, radius, radius);
        if (span.waiting)
            paintHatch(painter, passed, m_theme.hatch, m_theme.px(10));
        painter.restore();
    }
    // What the playhead has not passed is an outline, and nothing more.
    painter.setBrush(Qt::NoBrush);
    const QRectF outline = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    if (passed.width() < rect.width()) {
        painter.setPen(QPen(m_theme.notApplicable.line, 1));
        painter.drawRoundedRect(outline, radius, radius);
    }
    if (span.begun && passed.width() > 0) {
        painter.save();
        painter.setClipRect(passed.adjusted(-1, -1, 0, 1), Qt::IntersectClip);
        painter.setPen(QPen(span.waiting ? tone.line : m_theme.panelBorder, 1));
        painter.drawRoundedRect(outline, radius, radius);
        painter.restore();
    }
}

void ScopePainter::paintSpanLabel(QPainter& painter, const ScopeLane& lane, const ScopeSpan& span,
                                  const PlacedLabel& label, double y) const
{
    if (label.isHidden())
        return;
    const bool world = lane.kind == ScopeLane::Kind::world;
    const QFont& font = world ? m_words : m_code;
    const QColor colour = world ? m_theme.notApplicable.text : m_theme.waiting.text;
    if (label.badge) {
        const double diameter = std::min(m_theme.px(18), label.extent.width());
        paintBadge(painter, {label.badgeLeft + diameter / 2, y}, diameter, span.number,
                   span.begun ? BadgeLook::filled : BadgeLook::hollow, m_theme);
    }
    if (!label.text.isEmpty())
        paintText(painter, font, label.outside ? m_theme.text : colour, label.textLeft, y, label.text);
}

void ScopePainter::paintGhost(QPainter& painter, const ScopeGhost& ghost, QRectF rect, const PlacedLabel& label) const
{
    if (rect.isNull())
        return;
    QPen dashed(m_theme.notApplicable.line, 1);
    dashed.setDashPattern({4, 3});
    painter.setPen(dashed);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(3), m_theme.px(3));
    if (label.badge) {
        const double diameter = std::min(m_theme.px(18), label.extent.width());
        paintBadge(painter, {label.badgeLeft + diameter / 2, rect.center().y()}, diameter, ghost.number,
                   BadgeLook::hollow, m_theme);
    }
    if (!label.text.isEmpty())
        paintText(painter, m_code, m_theme.secondaryText, label.textLeft, rect.center().y(), label.text);
}

void ScopePainter::paintTick(QPainter& painter, double x, QRectF band) const
{
    const double width = m_theme.px(4);
    const double over = m_theme.px(2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.run);
    painter.drawRoundedRect(QRectF(x - width / 2, band.top() - over, width, band.height() + 2 * over), 1, 1);
}

void ScopePainter::paintCut(QPainter& painter, QRectF span, QRectF band) const
{
    // Where lanes are low the blades of two neighbours must not meet, which would look like an effect.
    const double over = std::clamp((band.height() - span.height()) / 2 - m_theme.px(3.5), 0.0, m_theme.px(4));
    const double x = span.right();
    painter.setPen(QPen(m_theme.cut.line, m_theme.px(3), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(x, span.top() - over), QPointF(x, span.bottom() + over));
    // The ends of a pair of blades, so that a cut is not only a colour.
    painter.setPen(QPen(m_theme.cut.line, m_theme.px(2), Qt::SolidLine, Qt::FlatCap));
    for (const double y : {span.top() - over, span.bottom() + over}) {
        const double away = y < span.top() ? -1 : 1;
        painter.drawLine(QPointF(x, y - away * m_theme.px(4)), QPointF(x - m_theme.px(5), y + away * m_theme.px(1)));
        painter.drawLine(QPointF(x, y - away * m_theme.px(4)), QPointF(x + m_theme.px(5), y + away * m_theme.px(1)));
    }
}

/// A red end to whatever the crash ended, and a cross where it happened.
void ScopePainter::paintCrashes(QPainter& painter, const ScopeLane& lane, const LaneLayout& place, const TimeAxis& axis) const
{
    const auto line = [&](double x, double thickness) {
        const double over = m_theme.px(4);
        painter.setPen(QPen(m_theme.fault.line, m_theme.px(thickness), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(x, place.bar.top() - over), QPointF(x, place.bar.bottom() + over));
    };
    for (const ScopeSpan& span : lane.spans) {
        if (span.how == ScopeSpan::End::crashed && axis.contains(span.end))
            line(axis.toX(span.end), 2);
    }
    if (!lane.crash || !axis.contains(*lane.crash))
        return;
    const double x = axis.toX(*lane.crash);
    line(x, 3);
    const double size = m_theme.px(15);
    const QRectF plate(x - size / 2, place.noteY - size / 2, size, size);
    painter.setPen(QPen(m_theme.fault.line, m_theme.px(1.5)));
    painter.setBrush(m_theme.panel);
    painter.drawEllipse(plate);
    paintVerdictMark(painter, plate.center(), m_theme.px(9), Verdict::violated, m_theme.fault.text); // its cross, in another colour
}

void ScopePainter::paintContent(QPainter& painter, const ScopeLane& lane, const LaneLayout& place) const
{
    for (std::size_t i = 0; i < lane.values.size(); ++i) {
        const ScopeValue& value = lane.values[i];
        painter.setPen(Qt::NoPen);
        painter.setBrush(lineColour(value.ink));
        painter.drawRect(place.values[i]);
    }
    paintValueNotes(painter, lane, place);
}

void ScopePainter::paintValueNotes(QPainter& painter, const ScopeLane& lane, const LaneLayout& place) const
{
    for (std::size_t i = 0; i < lane.values.size(); ++i) {
        if (!place.valueNotes[i])
            continue;
        const ScopeInk ink = lane.values[i].ink;
        paintText(painter, ink != ScopeInk::ghost ? m_codeBold : m_code, inkColour(ink), place.valueNotes[i]->extent.left,
                  place.valueY, place.valueNotes[i]->text);
    }
}

void ScopePainter::paintEffects(QPainter& painter, const ScopeLane& lane, const LaneLayout& place) const
{
    for (std::size_t i = 0; i < lane.effects.size(); ++i) {
        const ScopeEffect& effect = lane.effects[i];
        if (!place.effects[i])
            continue;
        const QColor colour = effect.lost                     ? inkColour(effect.ink)
                              : effect.ink == ScopeInk::plain ? lineColour(effect.ink)
                                                              : inkColour(effect.ink);
        if (effect.lost) {
            QPen dotted(colour, m_theme.px(1.8), Qt::SolidLine, Qt::FlatCap);
            dotted.setDashPattern({2, 1.4});
            painter.setPen(dotted);
            painter.setBrush(Qt::NoBrush);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
        }
        paintDiamond(painter, *place.effects[i], place.diamond);
        if (!place.effectNotes[i])
            continue;
        const PlacedNote& note = *place.effectNotes[i];
        if (!effect.lost && lane.kind == ScopeLane::Kind::coroutine) {
            paintText(painter, m_codeBold, m_theme.text, note.extent.left, place.noteY, note.text);
            continue;
        }
        if (!effect.lost) {
            paintText(painter, m_words, m_theme.secondaryText, note.extent.left, place.lateY, note.text);
            continue;
        }
        const QStringList lines = note.text.split('\n');
        const double step = QFontMetricsF(m_wordsBold).height() * 1.05;
        double y = place.noteY - step * static_cast<double>(lines.size() - 1) / 2;
        for (const QString& line : lines) {
            paintText(painter, line == effect.name ? m_codeBold : m_wordsBold, colour, note.extent.left, y, line);
            y += step;
        }
    }
}

} // namespace awaitscope
