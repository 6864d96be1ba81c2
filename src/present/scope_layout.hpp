// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/label_placement.hpp"
#include "present/scope_model.hpp"
#include "present/time_axis.hpp"

#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

namespace awaitscope {

/// The widths of texts in the fonts a scope is drawn in.
struct ScopeMeasures
{
    MeasureText code;     ///< names of awaits, contents
    MeasureText codeBold; ///< names of lost effects
    MeasureText words;    ///< notes and what is written small
    double lineHeight = 16;
};

/// Where everything of a lane lies. The vectors are parallel to those of its ScopeLane.
struct LaneLayout
{
    QRectF band; ///< the lane from one end of the scope to the other
    std::vector<QRectF> spans;
    std::vector<PlacedLabel> spanLabels;
    std::vector<QRectF> ghosts;
    std::vector<PlacedLabel> ghostLabels;
    std::vector<QPointF> effects; ///< centres of the diamonds
    std::vector<std::optional<PlacedNote>> effectNotes;
    std::vector<QRectF> values; ///< the line of a content
    std::vector<std::optional<PlacedNote>> valueNotes;
    std::vector<std::optional<PlacedNote>> notes;
    double noteY = 0;   ///< the middle of notes and of the spans
    double valueY = 0;  ///< the middle of the texts over the line
    double lateY = 0;   ///< the middle of the texts under it
    double diamond = 0; ///< radius
};

struct ScopeHit
{
    int await = 0; ///< number of a target under the point; 0 if there is none
    QString tip;
};

/// All of a scope in pixels. Pure: the same on every platform whose fonts have the same widths.
struct ScopeLayout
{
    TimeAxis axis;
    QRectF area;
    std::vector<LaneLayout> lanes;

    /// What lies at `point`.
    ScopeHit hit(const ScopeModel& model, QPointF point) const;
};

/// `area` is the whole scope, names included; the axis lies inside it. `scale` is that of the type.
ScopeLayout layOut(const ScopeModel& model, const TimeAxis& axis, QRectF area, double scale,
                   const ScopeMeasures& measures);

} // namespace awaitscope
