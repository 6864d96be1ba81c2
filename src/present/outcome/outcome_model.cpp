// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/outcome/outcome_model.hpp"

#include "present/questions/scope_cover.hpp"
#include "present/scope/verdict_text.hpp"
#include "present/time/times.hpp"
#include "present/words/sentences.hpp"
#include "present/text/qt_text.hpp"
#include "present/text/tr.hpp"


#include <algorithm>
#include <tuple>
#include <utility>

namespace awaitscope {

namespace {

QString titleOf(const Lesson& lesson, const std::string& variant)
{
    const VariantSpec* const spec = lesson.findVariant(variant);
    return qt(spec ? spec->title : variant);
}

/// A tip begins with the variant, which the scene may call in its own way.
QString calledAs(const QString& title, const QString& tip, const QString& before)
{
    return tip.startsWith(before) ? title + tip.mid(before.size()) : tip;
}

QString segmentTip(const QString& title, VirtualDuration from, const std::optional<VirtualDuration>& last, const QString& words)
{
    const QString range = !last           ? OutcomeMapTr::tr("a timeout of %1 or more").arg(readableTime(from))
                          : *last == from ? OutcomeMapTr::tr("a timeout of exactly %1").arg(readableTime(from))
                                          : OutcomeMapTr::tr("every timeout from %1 to %2").arg(readableTime(from), readableTime(*last));
    return QStringLiteral("%1, %2: %3").arg(title, range, words);
}

} // namespace

namespace {

/// What each of the await's timeouts gives, if not all give the same. `wordsOf` a segment of `segments`.
template <class Segments, class WordsOf>
QString timesTip(const Segments& segments, const WordsOf& wordsOf)
{
    QString lines;
    for (const auto& segment : segments) {
        const QString words = wordsOf(segment);
        lines += '\n'
                 + (segment.last ? OutcomeMapTr::tr("from %1 to %2: %3").arg(readableTime(segment.from), readableTime(*segment.last), words)
                                 : OutcomeMapTr::tr("from %1 on: %2").arg(readableTime(segment.from), words));
    }
    return segments.size() > 1 ? lines : QString();
}

} // namespace

QString shortWordsFor(const Lesson& lesson, Verdict verdict, const std::string& word)
{
    if (word == crashedWord)
        return OutcomeMapTr::tr("fault");
    if (!word.empty())
        return qt(lesson.words.say(word));
    switch (verdict) {
    case Verdict::violated:
        return OutcomeMapTr::tr("violated");
    case Verdict::holds:
        return OutcomeMapTr::tr("holds");
    case Verdict::notApplicable:
        break;
    }
    return OutcomeMapTr::tr("not applicable");
}

namespace {

QString wordsFor(const OutcomePart& part)
{
    const auto placed = [&part](const QString& words, const QString& wordsWithLine) {
        return part.line > 0 ? wordsWithLine.arg(part.line) : words;
    };
    const QString named = part.kind == OutcomePart::Kind::line ? OutcomeMapTr::tr("“%1”", "a line that was printed").arg(qt(part.text)) : qt(part.text);
    switch (part.kind) {
    case OutcomePart::Kind::stuck:
        return OutcomeMapTr::tr("stuck");
    case OutcomePart::Kind::spins:
        return OutcomeMapTr::tr("spins");
    case OutcomePart::Kind::threw:
        return part.text.empty() ? OutcomeMapTr::tr("threw an exception") : OutcomeMapTr::tr("threw %1").arg(named);
    case OutcomePart::Kind::crashed:
        return placed(OutcomeMapTr::tr("fault"), OutcomeMapTr::tr("fault in line %1"));
    case OutcomePart::Kind::effect:
        if (part.count > 0)
            return OutcomeMapTr::tr("%1 ×%2", "an effect that happened several times").arg(named, QString::number(part.count));
        [[fallthrough]];
    case OutcomePart::Kind::line:
        return part.isMissing ? OutcomeMapTr::tr("not %1", "an effect that did not happen, or a line that was not printed").arg(named) : named;
    case OutcomePart::Kind::finished:
        return OutcomeMapTr::tr("finished");
    case OutcomePart::Kind::cancelled:
        return placed(OutcomeMapTr::tr("cancelled"), OutcomeMapTr::tr("cancelled in line %1"));
    case OutcomePart::Kind::dropped:
        return placed(OutcomeMapTr::tr("dropped"), OutcomeMapTr::tr("dropped in line %1"));
    case OutcomePart::Kind::neverBegan:
        return OutcomeMapTr::tr("never began");
    }
    return {};
}

bool isFault(const VariantSweep& variant, int outcome)
{
    const std::vector<OutcomePart>& parts = variant.outcomeParts[static_cast<std::size_t>(outcome)];
    return std::ranges::find(parts, OutcomePart::Kind::crashed, &OutcomePart::kind) != parts.end();
}

QString wordsOfOutcome(const VariantSweep& variant, int outcome)
{
    return outcomeWordsFor(variant.outcomeParts[static_cast<std::size_t>(outcome)]);
}

/// Without what was thrown, or where the fault is.
QString nothingButHow(const OutcomePart& part)
{
    return part.kind == OutcomePart::Kind::threw     ? OutcomeMapTr::tr("threw")
           : part.kind == OutcomePart::Kind::crashed ? OutcomeMapTr::tr("fault")
                                                     : wordsFor(part);
}

/// The same of all of them, without what did not happen where something did.
QString inBrief(const std::vector<OutcomePart>& parts)
{
    QStringList words;
    for (const OutcomePart& part : parts) {
        if (!part.isMissing)
            words += nothingButHow(part);
    }
    return words.isEmpty() ? outcomeWordsFor(parts) : words.join(QStringLiteral(", "));
}

} // namespace

QString outcomeWordsFor(const std::vector<OutcomePart>& parts)
{
    QStringList words;
    for (const OutcomePart& part : parts)
        words += wordsFor(part);
    return words.join(QStringLiteral(", "));
}

std::vector<QStringList> shorterOutcomeWordsFor(const std::vector<std::vector<OutcomePart>>& outcomes)
{
    QStringList whole;
    QStringList brief;
    for (const std::vector<OutcomePart>& parts : outcomes) {
        whole += outcomeWordsFor(parts);
        brief += inBrief(parts);
    }
    std::vector<QStringList> words;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const auto own = static_cast<qsizetype>(i);
        bool isShared = false;
        for (qsizetype other = 0; other < brief.size(); ++other)
            isShared = isShared || (brief[other] == brief[own] && whole[other] != whole[own]);
        words.push_back({isShared ? whole[own] : brief[own], outcomes[i].empty() ? QString() : nothingButHow(outcomes[i].front())});
    }
    return words;
}

namespace {

std::vector<OutcomeSegment> outcomeSegmentsOf(const QString& title, const VariantSweep& variant, VirtualDuration axis)
{
    std::vector<OutcomeSegment> segments;
    const std::vector<QStringList> shorter = shorterOutcomeWordsFor(variant.outcomeParts);
    for (const SweptOutcome& source : variant.outcomes) {
        if (source.from > axis)
            break;
        OutcomeSegment segment;
        segment.from = VirtualTime{source.from};
        segment.to = VirtualTime{std::min(source.last ? *source.last + VirtualDuration{1} : axis, axis)};
        segment.outcome = source.outcome;
        segment.isFault = isFault(variant, source.outcome);
        segment.words = wordsOfOutcome(variant, source.outcome);
        segment.shorter = shorter[static_cast<std::size_t>(source.outcome)];
        segment.tip = segmentTip(title, source.from, source.last, segment.words);
        segments.push_back(std::move(segment));
    }
    return segments;
}

} // namespace

std::vector<OutcomeStrip> outcomeMapOf(const Lesson& lesson, const Sweep& sweep, VirtualDuration axis)
{
    std::vector<OutcomeStrip> strips;
    for (const VariantSweep& variant : sweep.variants) {
        OutcomeStrip strip;
        strip.variant = qt(variant.variant);
        strip.title = titleOf(lesson, variant.variant);
        for (const MapSegment& source : variant.map) {
            if (source.from > axis)
                break;
            OutcomeSegment segment;
            segment.from = VirtualTime{source.from};
            const VirtualDuration next = source.last ? *source.last + VirtualDuration{1} : axis;
            segment.to = VirtualTime{std::min(next, axis)};
            segment.verdict = source.verdict;
            segment.isFault = source.word == crashedWord;
            segment.words = shortWordsFor(lesson, source.verdict, source.word);
            segment.tip = segmentTip(strip.title, source.from, source.last, segment.words);
            strip.segments.push_back(std::move(segment));
        }
        if (!variant.outcomes.empty()) // nothing is expected: what the runs did tells them apart
            strip.segments = outcomeSegmentsOf(strip.title, variant, axis);
        strips.push_back(std::move(strip));
    }
    return strips;
}

std::vector<OutcomeStrip> outcomeMapOf(const Session& session)
{
    std::vector<OutcomeStrip> strips;
    if (!session.lesson().isBlank)
        strips = outcomeMapOf(session.lesson(), session.sweepSoFar(), session.run().axis);
    std::vector<OutcomeSegment> none;
    for (std::size_t i = strips.size(); i < session.run().variants.size(); ++i) {
        const std::string& variant = session.run().variants[i].variant;
        strips.push_back({qt(variant), titleOf(session.lesson(), variant), {}});
    }
    for (std::size_t i = 0; i < std::min(strips.size(), session.run().variants.size()); ++i) {
        const QString title = titleOf(session.lesson(), session.run().variants[i]);
        for (OutcomeSegment& segment : strips[i].segments)
            segment.tip = calledAs(title, segment.tip, strips[i].title);
        strips[i].title = title;
    }
    for (OutcomeStrip& strip : strips) {
        for (OutcomeSegment& segment : session.isOutdated(strip.variant.toStdString()) ? strip.segments : none) {
            segment.verdict = Verdict::notApplicable;
            segment.isFault = false;
            segment.words = ofTheVersionBefore(segment.words);
            segment.shorter.clear();
        }
    }
    if (session.cover().map) {
        for (OutcomeStrip& strip : strips) {
            strip.segments.clear();
            strip.isCovered = true;
        }
    }
    return strips;
}

AwaitTable awaitTableOf(const Lesson& lesson, const Sweep& sweep)
{
    AwaitTable table;
    for (std::size_t column = 0; column < sweep.variants.size(); ++column) {
        const VariantSweep& variant = sweep.variants[column];
        table.titles.push_back(titleOf(lesson, variant.variant));
        const std::vector<QStringList> shorter = shorterOutcomeWordsFor(variant.outcomeParts);
        const auto cellOf = [&](const AwaitRow& wanted) -> std::optional<TriedAwait>& {
            auto row = std::find_if(table.rows.begin(), table.rows.end(), [&](const AwaitRow& candidate) {
                return candidate.number == wanted.number && candidate.what == wanted.what && candidate.window == wanted.window
                       && candidate.isStart == wanted.isStart;
            });
            if (row == table.rows.end()) {
                table.rows.push_back(wanted);
                row = std::prev(table.rows.end());
                row->cells.resize(sweep.variants.size());
            }
            return row->cells[column];
        };
        const auto add = [&](const SweptAwait& await, AwaitWindow window, Verdict verdict, bool isCrash, const QString& words,
                             const QStringList& shorterWords, const QString& times) {
            const QString what = qt(await.what);
            TriedAwait tried;
            tried.variant = qt(variant.variant);
            tried.verdict = verdict;
            tried.isFault = isCrash;
            const bool isReachable = window == AwaitWindow::completed || await.isReachable;
            tried.words = isReachable ? words : OutcomeMapTr::tr("no timeout fires here");
            tried.shorter = isReachable ? shorterWords : QStringList();
            tried.tip = (window == AwaitWindow::pending
                             ? OutcomeMapTr::tr("%1, a timeout while %2 %3 is pending: %4")
                             : OutcomeMapTr::tr("%1, a timeout when %2 %3 has completed and its coroutine has not been "
                                              "resumed yet: %4"))
                            .arg(table.titles.back())
                            .arg(await.number)
                            .arg(what, tried.words)
                        + times
                        + OutcomeMapTr::tr("\nClick: the timeout fires there.");
            cellOf({await.number, window, false, what, {}}) = std::move(tried);
        };
        const auto addStart = [&](const SweptStart& start) {
            TriedAwait tried;
            tried.variant = qt(variant.variant);
            tried.verdict = start.verdict;
            tried.isFault = start.outcome ? isFault(variant, *start.outcome) : start.word == crashedWord;
            const QString words = start.outcome ? wordsOfOutcome(variant, *start.outcome) : shortWordsFor(lesson, start.verdict, start.word);
            tried.words = start.isReachable ? words : OutcomeMapTr::tr("no timeout fires here");
            if (start.isReachable && start.outcome)
                tried.shorter = shorter[static_cast<std::size_t>(*start.outcome)];
            tried.tip = OutcomeMapTr::tr("%1, a timeout when %2 has been spawned and has not taken its first step: %3")
                            .arg(table.titles.back(), qt(start.what), tried.words)
                        + OutcomeMapTr::tr("\nClick: the timeout fires there.");
            cellOf({start.number, AwaitWindow::pending, true, qt(start.what), {}}) = std::move(tried);
        };
        const auto wordsOf = [&](const MapSegment& segment) { return shortWordsFor(lesson, segment.verdict, segment.word); };
        const auto wordsOfSwept = [&](const SweptOutcome& swept) { return wordsOfOutcome(variant, swept.outcome); };
        for (const SweptAwait& await : variant.awaits) {
            // Where nothing is expected: what the runs did, all of it, as none of it is worse.
            QStringList did;
            QStringList brief;
            QStringList least;
            const auto note = [&](int outcome) {
                if (const QString words = wordsOfOutcome(variant, outcome); !did.contains(words)) {
                    did += words;
                    brief += shorter[static_cast<std::size_t>(outcome)].front();
                    if (const QString first = shorter[static_cast<std::size_t>(outcome)].back(); !least.contains(first))
                        least += first;
                }
            };
            if (await.outcome) {
                note(*await.outcome);
            } else {
                for (const SweptOutcome& swept : await.outcomes)
                    note(swept.outcome);
            }
            const bool isCrash = await.word == crashedWord || (await.outcome && isFault(variant, *await.outcome))
                                 || std::ranges::any_of(await.outcomes, [&](const SweptOutcome& swept) { return isFault(variant, swept.outcome); });
            add(await, AwaitWindow::pending, await.verdict, isCrash,
                did.isEmpty() ? shortWordsFor(lesson, await.verdict, await.word) : did.join(OutcomeMapTr::tr(" · or ")),
                {brief.join(OutcomeMapTr::tr(" · or ")), least.join(OutcomeMapTr::tr(" · or "))},
                await.outcomes.empty() ? timesTip(await.verdicts, wordsOf) : timesTip(await.outcomes, wordsOfSwept));
            if (await.completedVerdict)
                add(await, AwaitWindow::completed, *await.completedVerdict,
                    await.completedOutcome ? isFault(variant, *await.completedOutcome) : await.completedWord == crashedWord,
                    await.completedOutcome ? wordsOfOutcome(variant, *await.completedOutcome)
                                           : shortWordsFor(lesson, *await.completedVerdict, await.completedWord),
                    await.completedOutcome ? shorter[static_cast<std::size_t>(*await.completedOutcome)] : QStringList(), {});
        }
        // Whatever a running coroutine spawns takes its first step at once: no window, and no row.
        for (const SweptStart& start : variant.starts) {
            if (start.isQueued)
                addStart(start);
        }
    }
    // The windows that last come first: where there is room for few rows, these are seen.
    std::ranges::stable_sort(table.rows, {}, [](const AwaitRow& row) { return std::tuple{row.isStart, row.window, row.number}; });
    return table;
}

AwaitTable awaitTableOf(const Session& session)
{
    if (session.lesson().isBlank)
        return {};
    AwaitTable table = awaitTableOf(session.lesson(), session.sweepSoFar());
    for (std::size_t i = 0; i < std::min(table.titles.size(), session.run().variants.size()); ++i) {
        const QString title = titleOf(session.lesson(), session.run().variants[i]);
        for (AwaitRow& row : table.rows) {
            if (i < row.cells.size() && row.cells[i])
                row.cells[i]->tip = calledAs(title, row.cells[i]->tip, table.titles[i]);
        }
        table.titles[i] = title;
    }
    for (AwaitRow& row : table.rows) {
        for (std::optional<TriedAwait>& cell : row.cells) {
            if (cell && session.isOutdated(cell->variant.toStdString())) {
                cell->verdict = Verdict::notApplicable;
                cell->isFault = false;
                cell->words = ofTheVersionBefore(cell->words);
                cell->shorter.clear();
            }
        }
    }
    if (!session.cover().map)
        return table;
    for (AwaitRow& row : table.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            std::optional<TriedAwait>& cell = row.cells[i];
            // Also what was not tried yet: that it is covered is known.
            if (!cell && !row.isStart && i < session.run().variants.size())
                cell.emplace().variant = qt(session.run().variants[i].variant);
            if (cell) {
                cell->verdict = Verdict::notApplicable;
                cell->isFault = false;
                cell->words = QStringLiteral("?");
                cell->shorter.clear();
                cell->tip = coverTip();
            }
        }
    }
    return table;
}

std::optional<std::size_t> firedRow(const AwaitTable& table, const ScenarioRun& run)
{
    for (const VariantRun& variant : run.variants) {
        const std::optional<VirtualTime> firedAt = variant.trace->firedAt;
        if (!firedAt)
            continue;
        // The one that was asked for may have no width, and others be pending at that moment too.
        const auto asked = std::ranges::find_if(table.rows, [&](const AwaitRow& candidate) {
            return variant.trace->await && !candidate.isStart && candidate.number == *variant.trace->await
                   && candidate.window == variant.trace->awaitWindow;
        });
        if (asked != table.rows.end())
            return static_cast<std::size_t>(asked - table.rows.begin());
        for (const TraceStart& start : variant.trace->starts) {
            const auto row = std::ranges::find_if(table.rows, [&](const AwaitRow& candidate) {
                return candidate.isStart && candidate.number == start.number && candidate.what == qt(start.what);
            });
            if (start.fired && row != table.rows.end())
                return static_cast<std::size_t>(row - table.rows.begin());
        }
        for (const TraceAwait& await : variant.trace->awaits) {
            const bool isPending = await.begin <= *firedAt && (!await.end || *await.end > *firedAt);
            const bool isStopped = await.end == firedAt && await.begin < *firedAt
                                   && (await.how == AwaitEnd::cancelled || await.how == AwaitEnd::dropped);
            if (await.number == 0 || !(isPending || isStopped || await.firedCompleted))
                continue;
            const AwaitWindow window = await.firedCompleted ? AwaitWindow::completed : AwaitWindow::pending;
            const auto row = std::ranges::find_if(table.rows, [&](const AwaitRow& candidate) {
                return !candidate.isStart && candidate.number == await.number && candidate.window == window
                       && candidate.what == qt(await.what);
            });
            if (row != table.rows.end())
                return static_cast<std::size_t>(row - table.rows.begin());
        }
    }
    return std::nullopt;
}

} // namespace awaitscope
