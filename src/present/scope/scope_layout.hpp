// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/scope/label_placement.hpp"
#include "present/scope/scope_model.hpp"
#include "present/time/time_axis.hpp"

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
    /// Where one has zoomed in, those that reach beyond the axis end a little outside of it, to be cut there when painted;
    /// those that lie beyond are null.
    std::vector<QRectF> spans;
    std::vector<PlacedLabel> spanLabels;
    std::vector<QRectF> ghosts;
    std::vector<PlacedLabel> ghostLabels;
    std::vector<std::optional<QPointF>> effects; ///< centres of the diamonds; empty beyond the axis
    std::vector<std::optional<PlacedNote>> effectNotes;
    std::vector<bool> isInMiddle; ///< the effect's note: of what never ran, and of what a coroutine did in its own lane
    std::vector<QRectF> values; ///< the line of a content
    std::vector<std::optional<PlacedNote>> valueNotes;
    std::vector<std::optional<PlacedNote>> notes;
    QRectF bar;         ///< how high spans are, over the whole axis
    double noteY = 0;   ///< the middle of notes and of the spans
    double valueY = 0;  ///< the middle of the texts over the line
    double lateY = 0;   ///< the middle of the texts under it
    double diamond = 0; ///< radius
};

struct ScopeHit
{
    int await = 0;                     ///< number of a target under the point: a click aims the timeout at it
    std::optional<VirtualTime> moment; ///< of an effect or a cut under the point: a click takes the playhead there
    int line = 0;                      ///< of the variant's source, which a click draws the eye to; 0: none
    QString tip;                       ///< what it is, and what a click does

    bool isClickable() const { return await > 0 || moment || line > 0; }
    friend bool operator==(const ScopeHit&, const ScopeHit&) = default;
};

/// All of a scope in pixels. Pure: the same on every platform whose fonts have the same widths.
struct ScopeLayout
{
    TimeAxis axis;
    QRectF area;
    Interval bleed; ///< spans and ghosts are cut off here, a little outside of the axis
    double lineHeight = 0;
    std::vector<LaneLayout> lanes;

    /// What lies at `point`.
    ScopeHit hit(const ScopeModel& model, QPointF point) const;

    /// Where words and numbers stand right of the names: no line goes through them.
    std::vector<QRectF> words() const;
};

/// `area` is the whole scope, names included; the axis lies inside it. `scale` is that of the type.
ScopeLayout layOut(const ScopeModel& model, const TimeAxis& axis, QRectF area, double scale,
                   const ScopeMeasures& measures);

} // namespace awaitscope
