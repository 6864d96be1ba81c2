// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/scope_layout.hpp"

#include "present/scope/lane_bands.hpp"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr double ghostInset = 4; // beside the cut mark
constexpr double crossWidth = 9; // half of it, and a little
constexpr double bleedWidth = 6; // what reaches beyond the axis is cut off here, and ends this far again beyond

Interval bleedOf(const TimeAxis& axis, double scale)
{
    return {axis.left - bleedWidth * scale, axis.right + bleedWidth * scale};
}

class LaneArranger
{
public:
    LaneArranger(const ScopeLane& lane, const TimeAxis& axis, QRectF band, double scale, const ScopeMeasures& measures,
                 std::optional<VirtualTime> timeout)
        : m_lane(lane),
          m_axis(axis),
          m_scale(scale),
          m_measures(measures),
          m_bounds{axis.left, std::max(axis.right, band.right() - 2 * scale)}
    {
        m_out.band = band;
        if (timeout && axis.contains(*timeout))
            m_line.push_back({axis.toX(*timeout) - 2 * scale, axis.toX(*timeout) + 2 * scale});
        if (lane.crash && axis.contains(*lane.crash)) {
            m_diamonds.push_back({axis.toX(*lane.crash) - crossWidth * scale, axis.toX(*lane.crash) + crossWidth * scale});
            m_taken.push_back(m_diamonds.back());
        }
    }

    LaneLayout arrange()
    {
        const double height = m_out.band.height();
        m_out.noteY = m_out.band.center().y();
        m_out.valueY = m_out.band.top() + height * 0.3;
        m_out.lateY = m_out.band.top() + height * 0.86;
        m_out.diamond = std::min(10 * m_scale, height * 0.2);
        m_out.bar = {m_axis.left, std::round(m_out.noteY - barHeight() / 2), m_axis.right - m_axis.left, barHeight()};
        arrangeDiamonds();
        arrangeGhostBars();
        arrangeSpans();
        arrangeGhosts();
        arrangeValues();
        arrangeEffectNotes();
        arrangeNotes();
        return std::move(m_out);
    }

private:
    double x(VirtualTime time) const { return m_axis.toX(time); }
    double clipped(VirtualTime time) const { return std::clamp(x(time), m_axis.left, m_axis.right); }

    bool isSeen(VirtualTime begin, VirtualTime end) const { return begin <= m_axis.end() && end >= m_axis.from; }
    bool isSeen(VirtualTime time) const { return m_axis.contains(time); }

    double barHeight() const { return std::round(m_out.band.height() * (m_lane.tall ? 0.74 : 0.66)); }

    /// Null beyond the axis. What has no end of its own ends with the axis.
    QRectF bar(VirtualTime begin, VirtualTime end) const
    {
        if (!isSeen(begin, end))
            return {};
        const double beyond = 2 * bleedWidth * m_scale;
        const double left = std::max(x(begin), m_axis.left - beyond);
        const double right = std::min(x(end), m_axis.right + beyond);
        return {left, m_out.bar.top(), std::max(0.0, right - left), m_out.bar.height()};
    }

    /// The part of a bar that labels may stand in.
    Interval within(const QRectF& bar) const
    {
        const double left = std::clamp(bar.left(), m_axis.left, m_axis.right);
        return {left, std::clamp(bar.right(), left, m_axis.right)};
    }

    LabelMetrics metrics(double barHeight) const
    {
        return {.badge = std::min(18 * m_scale, barHeight), .gap = 5 * m_scale, .padding = 5 * m_scale};
    }

    void arrangeSpans()
    {
        std::vector<LabelRequest> requests;
        for (const ScopeSpan& span : m_lane.spans) {
            const QRectF rect = bar(span.begin, span.end);
            m_out.spans.push_back(rect);
            LabelRequest request;
            request.span = within(rect);
            const bool seen = !rect.isNull();
            request.badge = seen && span.number > 0;
            request.mayLeaveSpan = seen && span.begun && span.number > 0;
            request.besideFrom = besideOf(rect.right());
            // The name of what has not begun is not told yet.
            if (seen && span.begun && !m_lane.low)
                request.texts = {span.text, span.shortText};
            request.texts.removeAll(QString());
            request.texts.removeDuplicates();
            // What was done at that moment is more than the name of an await that took no time.
            if (span.begin == span.end && std::ranges::find(m_lane.effects, span.end, &ScopeEffect::at) != m_lane.effects.end())
                request.texts.clear();
            requests.push_back(std::move(request));
        }
        const MeasureText& measure = m_lane.kind == ScopeLane::Kind::world ? m_measures.words : m_measures.code;
        std::vector<Interval> taken = m_diamonds;
        const std::vector<Interval> besides = outlinesOfGhosts();
        // Where neither side of the timeout's line has room for words they stand across it: it leaves them out (ScopeLayout::words()).
        const std::vector<PlacedLabel> across = placeLabels(requests, m_bounds, taken, metrics(barHeight()), measure, besides);
        taken.insert(taken.end(), m_line.begin(), m_line.end());
        m_out.spanLabels = placeLabels(requests, m_bounds, taken, metrics(barHeight()), measure, besides);
        for (std::size_t i = 0; i < requests.size(); ++i) {
            if (m_out.spanLabels[i].text.isEmpty() && !across[i].text.isEmpty() && !across[i].outside)
                m_out.spanLabels[i] = across[i];
        }
        for (std::size_t i = 0; i < requests.size(); ++i) {
            m_taken.push_back(requests[i].span);
            if (m_out.spanLabels[i].outside) {
                m_taken.push_back(m_out.spanLabels[i].extent);
                m_beside.push_back(m_out.spanLabels[i].extent);
            }
        }
    }

    void arrangeGhostBars()
    {
        for (const ScopeGhost& ghost : m_lane.ghosts) {
            QRectF rect = bar(ghost.begin, ghost.end);
            if (rect.width() > 3 * ghostInset * m_scale)
                rect.setLeft(rect.left() + ghostInset * m_scale);
            m_out.ghosts.push_back(rect);
        }
    }

    std::vector<Interval> outlinesOfGhosts() const
    {
        std::vector<Interval> outlines;
        for (const QRectF& ghost : m_out.ghosts) {
            for (const double edge : {ghost.left(), ghost.right()}) {
                if (!ghost.isNull())
                    outlines.push_back({edge - 1, edge + 1});
            }
        }
        return outlines;
    }

    /// Where a label begins that stands beside what ends at `end`: past the diamond there, and inside of a ghost that begins there.
    double besideOf(double end) const
    {
        double from = end;
        for (const Interval& diamond : m_diamonds) {
            if (diamond.left <= end && diamond.right > from)
                from = diamond.right;
        }
        for (const QRectF& ghost : m_out.ghosts) {
            const bool isThere = !ghost.isNull() && ghost.left() >= end - 1 && ghost.left() <= end + 2 * ghostInset * m_scale;
            if (isThere && ghost.left() + 1 > from)
                from = ghost.left() + 1;
        }
        return from;
    }

    /// Past the labels that stand beside what ended at `end`.
    double pastLabels(double end) const
    {
        double past = end;
        for (const Interval& label : m_beside) { // from left to right
            if (label.left <= past + 6 * m_scale && label.right > past)
                past = label.right;
        }
        return past;
    }

    void arrangeGhosts()
    {
        std::vector<LabelRequest> requests;
        for (std::size_t i = 0; i < m_lane.ghosts.size(); ++i) {
            const ScopeGhost& ghost = m_lane.ghosts[i];
            const QRectF rect = m_out.ghosts[i];
            LabelRequest request;
            request.span = within(rect);
            request.badge = !rect.isNull() && ghost.number > 0;
            if (!rect.isNull() && !m_lane.low)
                request.texts = {ghost.text, ghost.shortText};
            request.texts.removeAll(QString());
            request.texts.removeDuplicates();
            requests.push_back(std::move(request));
        }
        // A ghost lies over spans if the run went another way: then it says nothing there.
        m_out.ghostLabels = placeLabels(requests, m_bounds, m_taken, metrics(barHeight()), m_measures.code);
        for (std::size_t i = 0; i < requests.size(); ++i) {
            if (!m_out.ghostLabels[i].isHidden())
                m_taken.push_back(m_out.ghostLabels[i].extent);
            // Words may stand inside a ghost that says nothing itself, but not across its outline.
            m_taken.push_back({requests[i].span.left - 1, requests[i].span.left + 1});
            m_taken.push_back({requests[i].span.right - 1, requests[i].span.right + 1});
        }
    }

    void arrangeValues()
    {
        const double lineY = m_out.band.top() + m_out.band.height() * 0.62;
        for (const ScopeValue& value : m_lane.values) {
            const double left = clipped(value.begin);
            const double thick = (value.ink == ScopeInk::ghost ? 4 : 6) * m_scale;
            m_out.values.emplace_back(left, lineY - thick / 2, std::max(0.0, clipped(value.end) - left), thick);
        }
        for (std::size_t i = 0; i < m_lane.values.size(); ++i) {
            const bool last = i + 1 == m_lane.values.size();
            const Interval room{m_axis.left, last ? m_bounds.right : m_out.values[i + 1].left()};
            if (m_lane.low || !isSeen(m_lane.values[i].begin, m_lane.values[i].end)) {
                m_out.valueNotes.emplace_back();
                continue;
            }
            // The key is known from the first content: a later one that does not fit says its value alone.
            const QString& text = m_lane.values[i].text;
            QStringList texts{text, text.section(QStringLiteral(" → "), 1)};
            texts.removeAll(QString());
            std::vector<Interval> before;
            if (i > 0)
                before.push_back({m_axis.left, m_out.values[i].left()});
            m_out.valueNotes.push_back(
                placeNote(m_out.values[i].left(), 4 * m_scale, room, before, texts, m_measures.code));
        }
    }

    void arrangeDiamonds()
    {
        const bool state = m_lane.kind == ScopeLane::Kind::state;
        const double y = state ? m_out.band.top() + m_out.band.height() * 0.62 : m_out.noteY;
        for (const ScopeEffect& effect : m_lane.effects) {
            // A lost effect stands just past the ghost it would have followed, unless another begins there.
            const bool between = std::any_of(m_lane.ghosts.begin(), m_lane.ghosts.end(),
                                             [&](const ScopeGhost& ghost) { return ghost.begin == effect.at; });
            const double shift = effect.lost && !between ? m_out.diamond + 3 * m_scale : 0;
            const double middle = x(effect.at) + shift;
            if (!isSeen(effect.at)) {
                m_out.effects.emplace_back();
                continue;
            }
            m_out.effects.emplace_back(QPointF{middle, y});
            if (!state) {
                m_diamonds.push_back({middle - m_out.diamond, middle + m_out.diamond});
                m_taken.push_back(m_diamonds.back());
            }
        }
    }

    void arrangeEffectNotes()
    {
        const bool twoLines = m_out.band.height() >= 2 * m_measures.lineHeight;
        for (std::size_t i = 0; i < m_lane.effects.size(); ++i) {
            const ScopeEffect& effect = m_lane.effects[i];
            std::optional<PlacedNote> note;
            m_out.isInMiddle.push_back(effect.lost || m_lane.kind == ScopeLane::Kind::coroutine);
            const double middle = m_out.effects[i] ? m_out.effects[i]->x() : 0;
            if (!m_out.effects[i] || m_lane.low) {
                // Nothing is said of what is not seen, nor where there is no room for words.
            } else if (effect.lost) {
                QStringList texts;
                if (twoLines)
                    texts += effect.name + '\n' + effect.words;
                texts += {effect.words, effect.name};
                note = placeNote(middle, m_out.diamond + 5 * m_scale, m_bounds, m_taken, texts, m_measures.codeBold);
                if (note)
                    m_taken.push_back(note->extent);
            } else if (m_lane.kind == ScopeLane::Kind::coroutine) {
                // Beside what else is said there, where there is room; its tip tells it anyway.
                note = placeNote(middle, m_out.diamond + 5 * m_scale, m_bounds, m_taken, {effect.name}, m_measures.codeBold);
                if (!note)
                    note = placeNote(pastLabels(middle + m_out.diamond), 5 * m_scale, m_bounds, m_taken, {effect.name}, m_measures.codeBold);
                if (note)
                    m_taken.push_back(note->extent);
            } else if (!effect.words.isEmpty()) {
                note = placeNote(middle, 4 * m_scale, m_bounds, {}, {effect.words}, m_measures.words);
            }
            m_out.effectNotes.push_back(note);
        }
    }

    void arrangeNotes()
    {
        // Beside the timeout's line rather than under it, where there is room: a stroke through a word hurts reading.
        std::vector<Interval> withoutLine = m_taken;
        m_taken.insert(m_taken.end(), m_line.begin(), m_line.end());
        for (const ScopeNote& note : m_lane.notes) {
            if (m_lane.low) {
                m_out.notes.emplace_back();
                continue;
            }
            QStringList texts{note.text, note.shortText};
            texts.removeAll(QString());
            texts.removeDuplicates();
            double anchor = clipped(note.at);
            std::optional<PlacedNote> placed;
            if (isSeen(note.at))
                placed = placeNote(anchor, (note.at == m_lane.crash ? 12 : 7) * m_scale, m_bounds, m_taken, texts, m_measures.words); // beside the cross
            if (!placed && isSeen(note.at)) {
                // It happened while something else went on in its lane: beside that.
                for (const Interval& taken : m_taken) {
                    if (taken.left <= anchor + 7 * m_scale && taken.right > anchor)
                        anchor = taken.right;
                }
                placed = placeNote(anchor, 7 * m_scale, m_bounds, m_taken, texts, m_measures.words);
            }
            for (const Interval& line : m_line) {
                if (!placed && isSeen(note.at))
                    placed = placeNote(line.right, 7 * m_scale, m_bounds, m_taken, texts, m_measures.words);
            }
            if (!placed && isSeen(note.at))
                placed = placeNote(clipped(note.at), 7 * m_scale, m_bounds, withoutLine, texts, m_measures.words);
            if (placed) {
                m_taken.push_back(placed->extent);
                withoutLine.push_back(placed->extent);
            }
            m_out.notes.push_back(placed);
        }
    }

    const ScopeLane& m_lane;
    const TimeAxis& m_axis;
    double m_scale;
    const ScopeMeasures& m_measures;
    Interval m_bounds;
    std::vector<Interval> m_line; ///< the timeout's
    std::vector<Interval> m_diamonds; ///< in the middle of the lane; and the cross of a crash
    std::vector<Interval> m_beside;   ///< labels that stand beside their spans
    std::vector<Interval> m_taken;
    LaneLayout m_out;
};

bool isAround(QPointF point, QRectF rect) { return !rect.isNull() && rect.adjusted(-2, -2, 2, 2).contains(point); }

/// The blades of a cut mark stand out of their span.
bool isOnCut(QPointF point, QRectF span)
{
    return !span.isNull() && std::abs(point.x() - span.right()) <= 5 && point.y() >= span.top() - 6
           && point.y() <= span.bottom() + 6;
}

bool isIn(double x, const Interval& extent) { return x >= extent.left && x <= extent.right; }

} // namespace

ScopeHit ScopeLayout::hit(const ScopeModel& model, QPointF point) const
{
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const LaneLayout& place = lanes[i];
        const ScopeLane& lane = model.lanes[i];
        if (point.y() < place.band.top() || point.y() >= place.band.bottom())
            continue;
        for (std::size_t j = 0; j < lane.effects.size(); ++j) {
            if (!place.effects[j])
                continue;
            const QPointF off = point - *place.effects[j];
            const bool onText = place.effectNotes[j] && isIn(point.x(), place.effectNotes[j]->extent);
            if (std::abs(off.x()) + std::abs(off.y()) <= place.diamond + 2 || (lane.effects[j].lost && onText)) {
                const ScopeEffect& effect = lane.effects[j];
                return {0, effect.lost ? std::nullopt : std::optional{effect.at}, effect.line, effect.tip};
            }
        }
        for (std::size_t j = 0; j < lane.spans.size(); ++j) {
            const ScopeSpan& span = lane.spans[j];
            if (span.isCut() && axis.contains(span.end) && isOnCut(point, place.spans[j]))
                return {0, span.end, span.line, span.cutTip};
        }
        for (std::size_t j = 0; j < lane.spans.size(); ++j) {
            const bool onLabel = place.spanLabels[j].outside && isIn(point.x(), place.spanLabels[j].extent);
            if (onLabel || isAround(point, place.spans[j]))
                return {lane.spans[j].isTarget ? lane.spans[j].number : 0, std::nullopt, 0, lane.spans[j].tip};
        }
        for (std::size_t j = 0; j < lane.ghosts.size(); ++j) {
            if (isAround(point, place.ghosts[j]))
                return {lane.ghosts[j].number, std::nullopt, 0, lane.ghosts[j].tip};
        }
        for (std::size_t j = 0; j < lane.values.size(); ++j) {
            if (place.values[j].width() > 0 && point.x() >= place.values[j].left()
                && point.x() <= place.values[j].right())
                return {0, std::nullopt, 0, lane.values[j].tip};
        }
    }
    return {};
}

std::vector<QRectF> ScopeLayout::words() const
{
    std::vector<QRectF> words;
    const auto add = [&](const Interval& extent, double middle, qsizetype lineCount = 1) {
        const double height = lineHeight * 1.05 * static_cast<double>(lineCount);
        words.emplace_back(extent.left, middle - height / 2, extent.width(), height);
    };
    for (const LaneLayout& lane : lanes) {
        for (const auto* const labels : {&lane.spanLabels, &lane.ghostLabels}) {
            for (const PlacedLabel& label : *labels) {
                if (!label.isHidden())
                    add(label.extent, lane.noteY);
            }
        }
        for (const std::optional<PlacedNote>& note : lane.notes) {
            if (note)
                add(note->extent, lane.noteY);
        }
        for (const std::optional<PlacedNote>& note : lane.valueNotes) {
            if (note)
                add(note->extent, lane.valueY);
        }
        for (std::size_t i = 0; i < lane.effectNotes.size(); ++i) {
            if (const std::optional<PlacedNote>& note = lane.effectNotes[i])
                add(note->extent, lane.isInMiddle[i] ? lane.noteY : lane.lateY, note->text.count('\n') + 1);
        }
    }
    return words;
}

ScopeLayout layOut(const ScopeModel& model, const TimeAxis& axis, QRectF area, double scale,
                   const ScopeMeasures& measures)
{
    ScopeLayout layout;
    layout.axis = axis;
    layout.area = area;
    layout.bleed = bleedOf(axis, scale);
    layout.lineHeight = measures.lineHeight;
    const std::vector<LaneBand> bands = layOutLanes(model.lanes, area.top(), area.height());
    for (std::size_t i = 0; i < model.lanes.size(); ++i) {
        const QRectF band{area.left(), bands[i].top, area.width(), bands[i].height};
        layout.lanes.push_back(LaneArranger{model.lanes[i], axis, band, scale, measures, model.timeout}.arrange());
    }
    return layout;
}

} // namespace awaitscope
