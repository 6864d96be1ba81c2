// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/outcome/spoken.hpp"

#include "present/questions/scope_cover.hpp"
#include "present/time/times.hpp"
#include "present/text/tr.hpp"

#include <QStringList>

namespace awaitscope {

namespace {

QString endWords(ScopeSpan::End how)
{
    switch (how) {
    case ScopeSpan::End::done:
        return SpokenTr::tr("done");
    case ScopeSpan::End::cancelled:
        return SpokenTr::tr("cancelled");
    case ScopeSpan::End::dropped:
        return SpokenTr::tr("dropped");
    case ScopeSpan::End::refused:
        return SpokenTr::tr("threw before it started");
    case ScopeSpan::End::threw:
        return SpokenTr::tr("threw");
    case ScopeSpan::End::crashed:
        return SpokenTr::tr("ended by the fault");
    case ScopeSpan::End::open:
        break;
    }
    return SpokenTr::tr("still going on");
}

QStringList spansOf(const ScopeLane& lane)
{
    QStringList words;
    for (const ScopeSpan& span : lane.spans) {
        if (!span.begun)
            continue;
        const QString name = span.number > 0 ? SpokenTr::tr("await %1, %2").arg(span.number).arg(span.text) : span.text;
        const VirtualTime seen = span.how == ScopeSpan::End::open ? span.filledTo : span.end;
        words += SpokenTr::tr("%1, %2 to %3, %4").arg(name, readableTime(span.begin), readableTime(seen), endWords(span.how));
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
            words += effect.lost ? SpokenTr::tr("%1 never ran").arg(effect.name)
                                 : SpokenTr::tr("%1 at %2").arg(effect.name, readableTime(effect.at));
        if (!lane.values.empty())
            words += SpokenTr::tr("holds %1").arg(lane.values.back().text);
        for (const ScopeNote& note : lane.notes)
            words += note.text;
        if (!words.isEmpty())
            lanes += lane.name + QStringLiteral(": ") + words.join(QStringLiteral("; ")) + '.';
    }
    if (model.coveredFrom)
        lanes += SpokenTr::tr("From %1 on: %2").arg(readableTime(*model.coveredFrom), coverTip());
    return lanes.join(' ');
}

QString spokenMap(const std::vector<OutcomeStrip>& strips)
{
    QStringList words;
    for (const OutcomeStrip& strip : strips) {
        QStringList segments;
        for (const OutcomeSegment& segment : strip.segments)
            segments += SpokenTr::tr("from %1 %2").arg(readableTime(segment.from), segment.words);
        if (strip.isCovered)
            segments += coverTip();
        if (!segments.isEmpty())
            words += strip.title + QStringLiteral(": ") + segments.join(QStringLiteral(", ")) + '.';
    }
    return words.join(' ');
}

} // namespace awaitscope
