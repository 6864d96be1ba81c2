// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/spoken.hpp"

#include "present/scope_cover.hpp"

#include <QCoreApplication>
#include <QStringList>

namespace awaitscope {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("awaitscope::Spoken", text); }

QString timeText(VirtualTime time) { return QString::fromStdString(toReadableText(time)); }

QString endWords(ScopeSpan::End how)
{
    switch (how) {
    case ScopeSpan::End::done:
        return tr("done");
    case ScopeSpan::End::cancelled:
        return tr("cancelled");
    case ScopeSpan::End::dropped:
        return tr("dropped");
    case ScopeSpan::End::refused:
        return tr("threw before it started");
    case ScopeSpan::End::threw:
        return tr("threw");
    case ScopeSpan::End::open:
        break;
    }
    return tr("still going on");
}

QStringList spansOf(const ScopeLane& lane)
{
    QStringList words;
    for (const ScopeSpan& span : lane.spans) {
        if (!span.begun)
            continue;
        const QString name = span.number > 0 ? tr("await %1, %2").arg(span.number).arg(span.text) : span.text;
        const VirtualTime seen = span.how == ScopeSpan::End::open ? span.filledTo : span.end;
        words += tr("%1, %2 to %3, %4").arg(name, timeText(span.begin), timeText(seen), endWords(span.how));
    }
    return words;
}

} // namespace

QString spokenScope(const ScopeModel& model)
{
    QStringList lanes;
    for (const ScopeLane& lane : model.lanes) {
        QStringList words = spansOf(lane);
        for (const ScopeEffect& effect : lane.effects)
            words += effect.lost ? tr("%1 never ran").arg(effect.name)
                                 : tr("%1 at %2").arg(effect.name, timeText(effect.at));
        if (!lane.values.empty())
            words += tr("holds %1").arg(lane.values.back().text);
        for (const ScopeNote& note : lane.notes)
            words += note.text;
        if (!words.isEmpty())
            lanes += lane.name + QStringLiteral(": ") + words.join(QStringLiteral("; ")) + '.';
    }
    if (model.coveredFrom)
        lanes += tr("From %1 on: %2").arg(timeText(*model.coveredFrom), coverTip());
    return lanes.join(' ');
}

QString spokenMap(const std::vector<OutcomeStrip>& strips)
{
    QStringList words;
    for (const OutcomeStrip& strip : strips) {
        QStringList segments;
        for (const OutcomeSegment& segment : strip.segments)
            segments += tr("from %1 %2").arg(timeText(segment.from), segment.words);
        if (strip.isCovered)
            segments += coverTip();
        if (!segments.isEmpty())
            words += strip.title + QStringLiteral(": ") + segments.join(QStringLiteral(", ")) + '.';
    }
    return words.join(' ');
}

} // namespace awaitscope
