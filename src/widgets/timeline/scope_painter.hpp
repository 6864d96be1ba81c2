// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/scope/scope_layout.hpp"

#include <QPainter>

namespace awaitscope {

/// Paints a scope where its layout says: names, rules, spans, ticks, cuts, ghosts, diamonds, contents.
class ScopePainter
{
public:
    explicit ScopePainter(const Theme& theme);

    /// The widths that the layout needs, in the fonts that are painted with.
    ScopeMeasures measures() const;
    /// The room that the names of `lanes` want.
    double nameWidth(const std::vector<ScopeLane>& lanes) const;

    /// `flagX`: where the timeout's line will cross it.
    void paint(QPainter& painter, const ScopeModel& model, const ScopeLayout& layout,
               std::optional<double> flagX = std::nullopt) const;

    /// Where the words of the first difference stand; empty: it is not shown.
    std::optional<QRectF> differencePlate(const ScopeModel& model, const ScopeLayout& layout) const;

private:
    void paintName(QPainter& painter, const ScopeLane& lane, const LaneLayout& place, double right) const;
    void paintSpan(QPainter& painter, const ScopeSpan& span, QRectF rect, const TimeAxis& axis) const;
    void paintSpanLabel(QPainter& painter, const ScopeLane& lane, const ScopeSpan& span, const PlacedLabel& label,
                        double y) const;
    void paintGhost(QPainter& painter, const ScopeGhost& ghost, QRectF rect, const PlacedLabel& label) const;
    void paintEarlier(QPainter& painter, const ScopeLane& lane, const LaneLayout& place, const TimeAxis& axis) const;
    void paintDifference(QPainter& painter, const ScopeModel& model, const ScopeLayout& layout) const;
    void paintCover(QPainter& painter, const ScopeModel& model, const ScopeLayout& layout,
                    std::optional<double> flagX) const;
    void paintTick(QPainter& painter, double x, QRectF band) const;
    void paintCut(QPainter& painter, QRectF span, QRectF band) const;
    void paintCrashes(QPainter& painter, const ScopeLane& lane, const LaneLayout& place, const TimeAxis& axis) const;
    void paintContent(QPainter& painter, const ScopeLane& lane, const LaneLayout& place) const;
    void paintValueNotes(QPainter& painter, const ScopeLane& lane, const LaneLayout& place) const;
    void paintEffects(QPainter& painter, const ScopeLane& lane, const LaneLayout& place) const;
    void paintText(QPainter& painter, const QFont& font, const QColor& colour, double left, double middle,
                   const QString& text) const;
    QColor inkColour(ScopeInk ink) const;  ///< of text
    QColor lineColour(ScopeInk ink) const; ///< of lines and diamonds

    Theme m_theme;
    QFont m_name;
    QFont m_code;
    QFont m_codeBold;
    QFont m_words;
    QFont m_wordsBold;
};

} // namespace awaitscope
