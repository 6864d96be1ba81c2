// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/scope_words.hpp"

#include "present/time/times.hpp"
#include "present/text/qt_text.hpp"
#include "present/words/sentences.hpp"
#include "present/text/tr.hpp"


namespace awaitscope {

namespace {

QString aimHint(const ScopeSpan& span)
{
    if (!span.isTarget)
        return {};
    return ScopeWordsTr::tr("\nClick: the timeout fires in the middle of this await.");
}

QString momentHint() { return ScopeWordsTr::tr("\nClick: the playhead goes there, and its line lights up."); }

QString endWords(const ScopeSpan& span, const QString& coroutine)
{
    switch (span.how) {
    case ScopeSpan::End::open:
        return ScopeWordsTr::tr("and waits");
    case ScopeSpan::End::done:
        return ScopeWordsTr::tr("then %1 went on").arg(coroutine);
    case ScopeSpan::End::cancelled:
        return ScopeWordsTr::tr("then the cancel made it throw operation_aborted here");
    case ScopeSpan::End::dropped:
        return ScopeWordsTr::tr("then %1 was dropped here: nothing after it runs").arg(coroutine);
    case ScopeSpan::End::refused:
        break; // has no span to speak of
    case ScopeSpan::End::threw:
        return ScopeWordsTr::tr("then it threw");
    case ScopeSpan::End::crashed:
        return ScopeWordsTr::tr("where a fault ended the run while it waited");
    }
    return {};
}

} // namespace

QString shortNameOf(const QString& name)
{
    const bool isOfOperands = name.contains(QLatin1String(" && ")) || name.contains(QLatin1String(" || "));
    return isOfOperands ? withFewOperands(name) : name.mid(name.lastIndexOf('.') + 1);
}

QString listedShortly(const QStringList& names)
{
    QStringList distinct = names;
    distinct.removeDuplicates();
    if (distinct.size() <= 2)
        return distinct.join(ScopeWordsTr::tr(" and "));
    return ScopeWordsTr::tr("%1 and %2 more").arg(distinct.first()).arg(distinct.size() - 1);
}

QString tipOf(const TraceAwait& await, const ScopeSpan& span, const QString& coroutine, const Trace& trace)
{
    if (!span.begun)
        return await.number > 0 ? ScopeWordsTr::tr("Await %1").arg(await.number) + aimHint(span) : QString();
    if (span.how == ScopeSpan::End::refused) {
        return ScopeWordsTr::tr("%1 threw at %2, before it started: the cancel had come already.")
            .arg(nameOf(await), readableTime(await.begin));
    }
    QString tip = ScopeWordsTr::tr("%1: from %2 ").arg(nameOf(await), readableTime(await.begin));
    if (span.how != ScopeSpan::End::open)
        tip += ScopeWordsTr::tr("to %1, ").arg(readableTime(span.end));
    tip += endWords(span, coroutine) + '.';
    if (await.firedCompleted && span.how == ScopeSpan::End::done)
        tip += ScopeWordsTr::tr("\nThe timeout fired when it had completed and its result was on its way.");
    if (span.late && trace.raceOverAt) {
        tip += ScopeWordsTr::tr("\nThe race was over at %1; nobody stopped it.").arg(readableTime(*trace.raceOverAt));
    }
    return tip + aimHint(span);
}

QString cutTipOf(const TraceAwait& await, const ScopeSpan& span, const QString& coroutine)
{
    const QString at = readableTime(span.end);
    switch (span.how) {
    case ScopeSpan::End::cancelled:
        return ScopeWordsTr::tr("%1: the timeout cut %2. %3 throws operation_aborted here.")
                   .arg(at, nameOf(await), coroutine)
               + momentHint();
    case ScopeSpan::End::dropped:
        return (await.firedCompleted
                    ? ScopeWordsTr::tr("%1: %2 had completed, but %3 stops here for ever before it gets the result.")
                    : ScopeWordsTr::tr("%1: the timeout cut %2. %3 stops here for ever."))
                   .arg(at, nameOf(await), coroutine)
               + momentHint();
    case ScopeSpan::End::refused:
        return ScopeWordsTr::tr("%1: %2 throws before it starts: the cancel had come already.").arg(at, nameOf(await))
               + momentHint();
    case ScopeSpan::End::open:
    case ScopeSpan::End::done:
    case ScopeSpan::End::threw:
    case ScopeSpan::End::crashed:
        break;
    }
    return {};
}

QString tipOf(const TraceEffect& effect, const Trace& trace)
{
    const QString when = readableTime(effect.at) + latenessOf(trace, effect.at);
    return (effect.detail.empty() ? ScopeWordsTr::tr("%1, at %2.").arg(qt(effect.what), when)
                                  : ScopeWordsTr::tr("%1: %2, at %3.").arg(qt(effect.what), qt(effect.detail), when))
           + momentHint();
}

QString tipOf(const LostEffect& lost)
{
    const QString when = readableTime(lost.wouldBeAt);
    return lost.detail.empty() ? ScopeWordsTr::tr("%1 never ran. Without the timeout: at %2.\nClick: its line lights up.").arg(qt(lost.what), when)
                               : ScopeWordsTr::tr("%1 never ran. Without the timeout: %2, at %3.\nClick: its line lights up.")
                                     .arg(qt(lost.what), qt(lost.detail), when);
}

} // namespace awaitscope
