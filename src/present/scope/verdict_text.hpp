// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"

#include <QString>

#include <optional>

namespace awaitscope {

/// The verdict as a scope's header says it.
struct VerdictText
{
    std::optional<Verdict> verdict;     ///< empty: the playhead has not seen the end
    QString main = QStringLiteral("…"); ///< "cache.set never ran"; of a page "violated: no money is lost", if it expects that
    QString shortMain;                  ///< "lost": the same where there is less room, never half of a sentence; empty: there is nothing shorter
    QString client;                     ///< "the client gets v1, three weeks old"; of a page that expects something what it did
    /// Whether the verdict speaks of what the client got, too: not where what holds came about only after the race.
    bool coloursClient = true;
    bool isFault = false; ///< the code ended the run, and nobody asked the checks
    QString why; ///< every check with its reason, a line each

    friend bool operator==(const VerdictText&, const VerdictText&) = default;
};

/// See VerdictText::coloursClient.
bool verdictColoursClient(const Trace& trace);

/// The same of a page that has not run.
VerdictText blankVerdictText();

/// Of what was done, effects and what is missing of them: whether something happens at all is another matter. Of a page's effects nobody
/// has said which an expectation is about.
Verdict effectVerdictOf(const Trace& trace);

/// "before: cache.set never ran": what was found of a version that somebody has changed since.
QString ofTheVersionBefore(const QString& words);

/// Nothing of it is a verdict on the code as it is now.
void outdate(VerdictText& text);

/// What the header of a scope says; `seen` is whether the playhead has passed the end of the run.
VerdictText verdictTextOf(const Trace& trace, bool seen);

} // namespace awaitscope
