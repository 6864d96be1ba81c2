// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/label_placement.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

constexpr double tolerance = 1e-6; // of a pixel: sums of widths are not exact

bool overlaps(Interval a, Interval b) { return a.left < b.right - tolerance && b.left < a.right - tolerance; }

bool isFree(Interval place, Interval lane, const std::vector<Interval>& taken)
{
    if (place.left < lane.left - tolerance || place.right > lane.right + tolerance)
        return false;
    return std::none_of(taken.begin(), taken.end(), [&](Interval other) { return overlaps(place, other); });
}

double widthOf(bool badge, const QString& text, const LabelMetrics& metrics, const MeasureText& measure)
{
    const double textWidth = text.isEmpty() ? 0 : measure(text);
    const double badgeWidth = badge ? metrics.badge : 0;
    return badgeWidth + textWidth + (badge && !text.isEmpty() ? metrics.gap : 0);
}

PlacedLabel labelAt(double left, bool badge, const QString& text, const LabelMetrics& metrics,
                    const MeasureText& measure)
{
    PlacedLabel label;
    label.badge = badge;
    label.badgeLeft = left;
    label.text = text;
    label.textLeft = left + (badge ? metrics.badge + metrics.gap : 0);
    label.extent = {left, left + widthOf(badge, text, metrics, measure)};
    return label;
}

/// Every text with its badge, then the badge alone.
QStringList choicesOf(const LabelRequest& request)
{
    QStringList choices = request.texts;
    if (request.badge)
        choices.append(QString());
    return choices;
}

/// The stretches of `span` between what is taken in it, the widest first.
std::vector<Interval> freeParts(Interval span, std::vector<Interval> taken)
{
    std::sort(taken.begin(), taken.end(), [](Interval a, Interval b) { return a.left < b.left; });
    std::vector<Interval> parts;
    double left = span.left;
    for (const Interval other : taken) {
        if (!overlaps(other, span))
            continue;
        parts.push_back({left, other.left});
        left = std::max(left, other.right);
    }
    parts.push_back({left, span.right});
    std::stable_sort(parts.begin(), parts.end(), [](Interval a, Interval b) { return a.width() > b.width(); });
    return parts;
}

std::optional<PlacedLabel> placeInside(const LabelRequest& request, const std::vector<Interval>& taken,
                                       const LabelMetrics& metrics, const MeasureText& measure)
{
    const Interval part = freeParts(request.span, taken).front();
    for (const QString& text : choicesOf(request)) {
        const double width = widthOf(request.badge, text, metrics, measure);
        // A badge alone may fill its span; text keeps its distance from the ends.
        const double padding = text.isEmpty() ? 0 : metrics.padding;
        // In the middle of the span, unless something stands there: then in the middle of the widest part that is free.
        for (const Interval room : {request.span, part}) {
            const double left = room.left + (room.width() - width) / 2;
            const Interval extent{left, left + width};
            if (width + 2 * padding <= room.width() && isFree(extent, room, taken))
                return labelAt(left, request.badge, text, metrics, measure);
        }
    }
    return std::nullopt;
}

std::optional<PlacedLabel> placeBeside(const LabelRequest& request, Interval lane, const std::vector<Interval>& taken,
                                       const LabelMetrics& metrics, const MeasureText& measure)
{
    for (const QString& text : choicesOf(request)) {
        const double width = widthOf(request.badge, text, metrics, measure);
        for (const double left :
             {request.besideFrom.value_or(request.span.right) + metrics.padding / 2, request.span.left - metrics.padding / 2 - width}) {
            if (isFree({left, left + width}, lane, taken)) {
                PlacedLabel label = labelAt(left, request.badge, text, metrics, measure);
                label.outside = true;
                return label;
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<PlacedLabel> placeLabels(const std::vector<LabelRequest>& requests, Interval lane,
                                     const std::vector<Interval>& taken, const LabelMetrics& metrics,
                                     const MeasureText& measure, const std::vector<Interval>& besides)
{
    std::vector<PlacedLabel> labels(requests.size());
    std::vector<bool> placed(requests.size(), false);
    std::vector<Interval> occupied = taken;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (auto label = placeInside(requests[i], taken, metrics, measure)) {
            labels[i] = *label;
            placed[i] = true;
        }
        occupied.push_back(requests[i].span);
    }
    occupied.insert(occupied.end(), besides.begin(), besides.end());
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (placed[i] || !requests[i].mayLeaveSpan)
            continue;
        if (auto label = placeBeside(requests[i], lane, occupied, metrics, measure)) {
            labels[i] = *label;
            occupied.push_back(label->extent);
        }
    }
    return labels;
}

std::optional<PlacedNote> placeNote(double anchor, double gap, Interval lane, const std::vector<Interval>& taken,
                                    const QStringList& texts, const MeasureText& measure)
{
    for (const bool right : {true, false}) {
        for (const QString& text : texts) {
            double width = 0;
            for (const QString& line : text.split('\n'))
                width = std::max(width, measure(line));
            const double left = right ? anchor + gap : anchor - gap - width;
            if (isFree({left, left + width}, lane, taken))
                return PlacedNote{text, {left, left + width}};
        }
    }
    return std::nullopt;
}

std::optional<double> placeBeside(std::optional<double> line, const Interval& room, double width)
{
    const auto centred = [width](const Interval& part) { return (part.left + part.right - width) / 2; };
    const double middle = centred(room);
    if (width > room.width())
        return std::nullopt;
    if (!line || *line <= middle || *line >= middle + width)
        return middle;
    const Interval before{room.left, *line};
    const Interval after{*line, room.right};
    const Interval& larger = before.width() > after.width() ? before : after;
    return width <= larger.width() ? centred(larger) : middle;
}

} // namespace awaitscope
