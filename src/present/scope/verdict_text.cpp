// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/verdict_text.hpp"

#include "lesson/run/sandbox.hpp"
#include "present/scope/scope_words.hpp"
#include "present/time/times.hpp"
#include "present/text/qt_text.hpp"
#include "present/words/run_end_words.hpp"
#include "present/words/sentences.hpp"
#include "present/text/tr.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

QString wordFor(Verdict verdict)
{
    return verdict == Verdict::violated ? VerdictTr::tr("violated")
           : verdict == Verdict::holds  ? VerdictTr::tr("holds")
                                        : VerdictTr::tr("not applicable");
}

struct MainWords
{
    QString whole;
    QString brief; ///< empty: there is nothing shorter
};

/// Whether a check is about this effect.
bool isAbout(const TraceCheck& check, const std::string& effect)
{
    return check.why.empty() || check.why.find(effect) != std::string::npos;
}

MainWords mainWordsOf(const Trace& trace, Verdict verdict)
{
    const auto worst = std::ranges::find(trace.checks, verdict, &TraceCheck::verdict);
    const bool isLiveness = worst != trace.checks.end() && worst->isLiveness;
    QStringList names;
    if (verdict == Verdict::violated && !isLiveness) {
        for (const LostEffect& lost : trace.lost) {
            if (isAbout(*worst, lost.what))
                names += qt(lost.what);
        }
        if (!names.isEmpty())
            return {VerdictTr::tr("%1 never ran").arg(listedShortly(names)), {}};
    } else if (verdict == Verdict::holds && !trace.effects.empty() && isAbout(*worst, trace.effects.back().what)) {
        const TraceEffect& last = trace.effects.back();
        const QString ran = VerdictTr::tr("%1 ran at %2").arg(qt(last.what), readableTime(last.at));
        return {ran + latenessOf(trace, last.at), ran};
    }
    for (const TraceCheck& check : trace.checks) {
        if (check.verdict == verdict && !check.why.empty())
            return {qt(check.why), check.word.empty() ? wordFor(verdict) : qt(check.word)};
    }
    return {wordFor(verdict), {}};
}

/// "stored"; "answered second" where others of that name stand beside it.
QString nameIn(const Trace& trace, const std::string& what, const std::string& detail)
{
    constexpr std::size_t longestDetail = 16;
    const auto isOther = [&](const auto& effect) { return effect.what == what && effect.detail != detail; };
    const bool isOneOfMany = std::ranges::any_of(trace.effects, isOther) || std::ranges::any_of(trace.lost, isOther);
    return isOneOfMany && !detail.empty() && detail.size() <= longestDetail ? qt(what + ' ' + detail) : qt(what);
}

/// What a run did.
QString deedsOf(const Trace& trace)
{
    QStringList names;
    for (const LostEffect& lost : trace.lost)
        names += nameIn(trace, lost.what, lost.detail);
    if (!names.isEmpty())
        return VerdictTr::tr("%1 never ran").arg(listedShortly(names));
    if (trace.coroutines.empty())
        return VerdictTr::tr("run() never began");
    if (!trace.effects.empty()) {
        const TraceEffect& last = trace.effects.back();
        return VerdictTr::tr("%1 ran at %2%3").arg(nameIn(trace, last.what, last.detail), readableTime(last.at), latenessOf(trace, last.at));
    }
    const CoroutineEnd how = trace.coroutines.front().how;
    return (how == CoroutineEnd::cancelled ? VerdictTr::tr("cancelled at %1")
            : how == CoroutineEnd::dropped ? VerdictTr::tr("dropped at %1")
                                           : VerdictTr::tr("finished at %1"))
        .arg(readableTime(trace.ended.at));
}

/// What a page expects, in its own words: its checks say only where they were asked.
MainWords expectationOf(const Trace& trace, Verdict verdict)
{
    QStringList texts;
    for (const TraceCheck& check : trace.checks) {
        if (check.verdict == verdict)
            texts += qt(check.text);
    }
    const QString listed = listedShortly(texts);
    return {(verdict == Verdict::violated ? VerdictTr::tr("violated: %1") : VerdictTr::tr("holds: %1")).arg(listed), listed};
}

} // namespace

VerdictText blankVerdictText()
{
    VerdictText text;
    text.main = VerdictTr::tr("Nothing of this page has run yet");
    return text;
}

Verdict effectVerdictOf(const Trace& trace)
{
    if (trace.lesson == sandboxSlug)
        return Verdict::notApplicable;
    Verdict worst = Verdict::notApplicable;
    for (const TraceCheck& check : trace.checks) {
        if (!check.isLiveness)
            worst = std::max(worst, check.verdict);
    }
    return worst;
}

bool verdictColoursClient(const Trace& trace)
{
    return verdictOf(trace) != Verdict::holds
           || std::none_of(trace.effects.begin(), trace.effects.end(), [&](const TraceEffect& effect) {
                  return trace.raceOverAt && effect.at > *trace.raceOverAt;
              });
}

QString ofTheVersionBefore(const QString& words) { return VerdictTr::tr("before: %1").arg(words); }

void outdate(VerdictText& text)
{
    if (text.verdict)
        text.verdict = Verdict::notApplicable;
    text.main = ofTheVersionBefore(text.main);
    text.coloursClient = false;
    text.isFault = false;
}

VerdictText verdictTextOf(const Trace& trace, bool seen)
{
    VerdictText text;
    if (!seen)
        return text;
    text.verdict = verdictOf(trace);
    text.coloursClient = verdictColoursClient(trace);
    text.isFault = trace.ended.how == RunEnd::crashed;
    // Of a run that spins, threw or crashed its end is what counts; one that is stuck may have lost what is graver.
    const QString end = endWordsOf(trace);
    const bool isExpectation = trace.lesson == sandboxSlug && !trace.checks.empty();
    const bool isEndGraver = !end.isEmpty() && (trace.ended.how != RunEnd::stuck || trace.lost.empty());
    const MainWords words = isEndGraver ? MainWords{end, briefEndWordsOf(trace)}
                            : trace.checks.empty() ? MainWords{deedsOf(trace), {}}
                            : isExpectation        ? expectationOf(trace, *text.verdict)
                                                   : mainWordsOf(trace, *text.verdict);
    text.main = words.whole;
    text.shortMain = words.brief;
    if (isExpectation && !isEndGraver && !(trace.lost.empty() && trace.effects.empty())) {
        text.client = deedsOf(trace);
        text.coloursClient = false; // of which nobody has said whether it is right
    }
    if (!trace.clientOutcome.empty())
        text.client = trace.recipient == theClient ? VerdictTr::tr("the client %1").arg(qt(trace.clientOutcome)) : qt(whoGetsWhat(trace));
    QStringList reasons;
    if (!end.isEmpty())
        reasons += text.isFault ? end + QStringLiteral(": ") + faultWordsOf(trace) : end;
    for (const TraceCheck& check : trace.checks)
        reasons += qt(check.text) + ' ' + wordFor(check.verdict) + QStringLiteral(": ") + qt(check.why);
    text.why = reasons.join('\n');
    return text;
}

} // namespace awaitscope
