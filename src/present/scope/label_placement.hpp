// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace awaitscope {

/// A stretch of a lane in pixels.
struct Interval
{
    double left = 0;
    double right = 0;

    double width() const { return right - left; }
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// The width in pixels of a text in the font it will be drawn in.
using MeasureText = std::function<double(const QString&)>;

struct LabelMetrics
{
    double badge = 18;  ///< diameter of an await's number
    double gap = 5;     ///< between badge and text
    double padding = 5; ///< between a label and the ends of its span, or its neighbours
};

/// What a span would like to say.
struct LabelRequest
{
    Interval span;
    bool badge = false;
    QStringList texts;         ///< longest first
    bool mayLeaveSpan = false; ///< a badge that does not fit may stand beside its span
    std::optional<double> besideFrom = {}; ///< where it begins then, right of the span; empty: at its end
};

/// What of it is drawn, and where.
struct PlacedLabel
{
    bool badge = false;
    double badgeLeft = 0;
    QString text; ///< empty: none
    double textLeft = 0;
    bool outside = false;
    Interval extent; ///< all of it; of no width if nothing is drawn

    bool isHidden() const { return !badge && text.isEmpty(); }
};

/// One label per request, in their order. Inside its span a label is centred, or in the widest part of it that is not
/// taken; the longest text that fits is taken, else the badge alone. What fits nowhere is hidden. Labels never overlap each other, a span that is not theirs, or `taken`,
/// and never leave `lane`. Those beside their span keep clear of `besides` as well.
std::vector<PlacedLabel> placeLabels(const std::vector<LabelRequest>& requests, Interval lane,
                                     const std::vector<Interval>& taken, const LabelMetrics& metrics,
                                     const MeasureText& measure, const std::vector<Interval>& besides = {});

/// A text beside a point.
struct PlacedNote
{
    QString text;
    Interval extent;
};

/// The first of `texts` that fits right of `anchor` (else left of it) inside `lane` without touching `taken`; at `gap`
/// from the anchor. Empty if none fits. A text may have several lines.
std::optional<PlacedNote> placeNote(double anchor, double gap, Interval lane, const std::vector<Interval>& taken,
                                    const QStringList& texts, const MeasureText& measure);

/// The left end of a label of `width` in the middle of `room`; beside `line`, in the larger part, where that would cross it.
/// Empty: there is no room for it.
std::optional<double> placeBeside(std::optional<double> line, const Interval& room, double width);

} // namespace awaitscope
