// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/sweep.hpp"
#include "present/session/session.hpp"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace awaitscope {

/// "cached", "lost", "nothing fetched yet": how the lesson, or the run itself, calls a verdict where there is little room. `word` is
/// MapSegment::word; where there is none, general words.
QString shortWordsFor(const Lesson& lesson, Verdict verdict, const std::string& word);

/// What a run did where nothing is expected of it: "stored", "paid, not stored", "stuck", "cancelled in line 4".
QString outcomeWordsFor(const std::vector<OutcomePart>& parts);

/// The same of each of a variant's outcomes where there is little room: first what still tells it from the others ("paid", "threw"), then
/// the first thing of it alone, which others may have too.
std::vector<QStringList> shorterOutcomeWordsFor(const std::vector<std::vector<OutcomePart>>& outcomes);

/// From `from` up to but not including `to`, every timeout gives `verdict`.
struct OutcomeSegment
{
    VirtualTime from;
    VirtualTime to; ///< at most the end of the axis
    Verdict verdict = Verdict::notApplicable;
    std::optional<int> outcome = std::nullopt; ///< where nothing is expected: which of the outcomes it is, from 0
    bool isFault = false; ///< the runs crashed
    QString words;
    QStringList shorter = {}; ///< of an outcome where there is less room, the longest first
    QString tip;
};

struct OutcomeStrip
{
    QString variant; ///< its name in scenarios
    QString title;
    std::vector<OutcomeSegment> segments;
    bool isCovered = false; ///< by a question: there are no segments
};

/// A strip per variant: the verdict of every timeout.
std::vector<OutcomeStrip> outcomeMapOf(const Lesson& lesson, const Sweep& sweep, VirtualDuration axis);

/// The same of what a session shows: a strip for each of its variants, empty as long as its map is being made.
std::vector<OutcomeStrip> outcomeMapOf(const Session& session);

/// Of a variant, what a timeout at an await gives. Empty where the variant has no such await, or no such window of it.
struct TriedAwait
{
    QString variant;
    Verdict verdict = Verdict::notApplicable;
    bool isFault = false; ///< the run crashed, or one of them
    QString words;
    QStringList shorter = {}; ///< of an outcome where there is less room, the longest first
    QString tip;
};

struct AwaitRow
{
    int number = 0; ///< of the await; or of the start
    AwaitWindow window = AwaitWindow::pending;
    bool isStart = false; ///< the window before the first step of a coroutine that is spawned
    QString what;         ///< the await's name, or the coroutine's
    std::vector<std::optional<TriedAwait>> cells; ///< in the order of AwaitTable::titles
};

/// "Every await, tried": a row per await and window, and per start that has a window, a column per variant. Awaits of the same number and name share a row.
struct AwaitTable
{
    std::vector<QString> titles;
    std::vector<AwaitRow> rows;
};

AwaitTable awaitTableOf(const Lesson& lesson, const Sweep& sweep);

/// The same of a session; what a question keeps covered is "?" in each cell, which can still be aimed at.
AwaitTable awaitTableOf(const Session& session);

/// The row of the start, or of the await and window, in which the timeout fired, of the first variant that was at one then. Empty where
/// the timeout did not fire, or fired between awaits.
std::optional<std::size_t> firedRow(const AwaitTable& table, const ScenarioRun& run);

} // namespace awaitscope
