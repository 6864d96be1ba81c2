// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/words/run_end_words.hpp"

#include "core/run/run_end.hpp"
#include "present/text/qt_text.hpp"
#include "present/text/tr.hpp"
#include "present/time/times.hpp"
#include "present/words/diagnostic_text.hpp"
#include "present/words/sentences.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

/// The await of the lesson at which the run ended, or waits; null: it is none of the lesson's.
const TraceAwait* awaitOfEnd(const Trace& trace)
{
    const auto isThere = [&](const TraceAwait& await) {
        const bool isWaiting = trace.ended.how != RunEnd::stuck || await.how == AwaitEnd::pending;
        return isWaiting && await.file == trace.ended.file && await.line == trace.ended.line;
    };
    const auto last = std::find_if(trace.awaits.rbegin(), trace.awaits.rend(), isThere);
    return last == trace.awaits.rend() ? nullptr : &*last;
}

QString coroutineOf(const Trace& trace, const TraceAwait& await)
{
    const auto found = std::ranges::find(trace.coroutines, await.coroutine, &TraceCoroutine::id);
    return found == trace.coroutines.end() ? QString() : qt(found->name);
}

/// An exception of a run that was cancelled is what a cancel is meant to do.
bool isFaulty(const Trace& trace) { return trace.ended.how != RunEnd::threw || faultOf(trace); }

} // namespace

QString errorWords(const TraceError& error)
{
    const QString type = qt(error.type);
    return error.what.empty() ? type : SentencesTr::tr("%1 “%2”", "an exception: its type and its words").arg(type, qt(error.what));
}

QString endWordsOf(const Trace& trace)
{
    const TraceAwait* const await = awaitOfEnd(trace);
    switch (trace.ended.how) {
    case RunEnd::stuck:
        return await ? VerdictTr::tr("stuck: %1 waits at %2").arg(coroutineOf(trace, *await), nameOf(*await))
                     : VerdictTr::tr("stuck: it waits for ever");
    case RunEnd::spins:
        return await ? VerdictTr::tr("spins at %1, and no time passes").arg(nameOf(*await))
                     : VerdictTr::tr("spins, and no time passes");
    case RunEnd::threw:
        if (isFaulty(trace) && trace.ended.error)
            return VerdictTr::tr("ended by %1").arg(errorWords(*trace.ended.error));
        break;
    case RunEnd::crashed:
        return trace.ended.line > 0 ? VerdictTr::tr("ended by a fault in line %1").arg(trace.ended.line) : VerdictTr::tr("ended by a fault");
    case RunEnd::finished:
        break;
    }
    return {};
}

QString briefEndWordsOf(const Trace& trace)
{
    const QString whole = endWordsOf(trace);
    if (trace.ended.how == RunEnd::crashed)
        return VerdictTr::tr("ended by a fault");
    if (trace.ended.how == RunEnd::threw && trace.ended.error && !whole.isEmpty())
        return VerdictTr::tr("ended by %1").arg(qt(trace.ended.error->type).section(QStringLiteral("::"), -1));
    return whole.section(QStringLiteral(", "), 0, 0);
}

QString faultWordsOf(const Trace& trace)
{
    if (trace.ended.how != RunEnd::crashed)
        return {};
    const QString words = diagnosticText({trace.ended.why, {}, 0});
    return words.endsWith('.') ? words : words + '.';
}

QString endSentenceOf(const Trace& trace)
{
    const TraceAwait* const await = awaitOfEnd(trace);
    if (trace.ended.how == RunEnd::spins) {
        return await ? SentencesTr::tr("From here on no time passes: %1 comes by %2 again and again. Shown is how it begins.")
                           .arg(coroutineOf(trace, *await), nameOf(*await))
                     : SentencesTr::tr("From here on no time passes: the run goes on in this instant for ever. Shown is how it begins.");
    }
    if (trace.ended.how == RunEnd::crashed) {
        return trace.ended.line > 0
                   ? SentencesTr::tr("In line %1 a fault ends the run: %2").arg(trace.ended.line).arg(faultWordsOf(trace))
                   : SentencesTr::tr("A fault ends the run: %1").arg(faultWordsOf(trace));
    }
    if (trace.ended.how == RunEnd::threw && isFaulty(trace) && trace.ended.error)
        return SentencesTr::tr("%1 leaves the caller, and with it the run ends.").arg(errorWords(*trace.ended.error));
    return {};
}

} // namespace awaitscope
