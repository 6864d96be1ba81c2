// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/verdict_text.hpp"

#include "present/scope_words.hpp"
#include "present/sentences.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

QString qt(const std::string& text) { return QString::fromStdString(text); }

QString mainWordsOf(const Trace& trace, Verdict verdict)
{
    QStringList names;
    if (verdict == Verdict::violated) {
        for (const LostEffect& lost : trace.lost)
            names += qt(lost.what);
        if (!names.isEmpty())
            return QStringLiteral("%1 never ran").arg(listedShortly(names));
    } else if (verdict == Verdict::holds && !trace.effects.empty()) {
        const TraceEffect& last = trace.effects.back();
        return QStringLiteral("%1 ran at %2%3")
            .arg(qt(last.what), qt(toReadableText(last.at)), latenessOf(trace, last.at));
    }
    for (const TraceCheck& check : trace.checks) {
        if (check.verdict == verdict && !check.why.empty())
            return qt(check.why);
    }
    return verdict == Verdict::violated ? QStringLiteral("violated")
           : verdict == Verdict::holds  ? QStringLiteral("holds")
                                        : QStringLiteral("not applicable");
}

} // namespace

bool verdictColoursClient(const Trace& trace)
{
    return verdictOf(trace) != Verdict::holds
           || std::none_of(trace.effects.begin(), trace.effects.end(), [&](const TraceEffect& effect) {
                  return trace.raceOverAt && effect.at > *trace.raceOverAt;
              });
}

VerdictText verdictTextOf(const Trace& trace, bool seen)
{
    VerdictText text;
    if (!seen)
        return text;
    text.verdict = verdictOf(trace);
    text.coloursClient = verdictColoursClient(trace);
    text.main = mainWordsOf(trace, *text.verdict);
    if (!trace.clientOutcome.empty())
        text.client = QStringLiteral("the client ") + qt(trace.clientOutcome);
    QStringList reasons;
    for (const TraceCheck& check : trace.checks)
        reasons += qt(check.text) + ' ' + qt(std::string{toText(check.verdict)}) + QStringLiteral(": ") + qt(check.why);
    text.why = reasons.join('\n');
    return text;
}

} // namespace awaitscope
