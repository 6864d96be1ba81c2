// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/outcome/outcome_model.hpp"

#include "present/questions/scope_cover.hpp"
#include "present/time/times.hpp"
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

QString segmentTip(const QString& title, const MapSegment& segment, const QString& words)
{
    const QString range =
        !segment.last ? OutcomeMapTr::tr("a timeout of %1 or more").arg(readableTime(segment.from))
        : *segment.last == segment.from
            ? OutcomeMapTr::tr("a timeout of exactly %1").arg(readableTime(segment.from))
            : OutcomeMapTr::tr("every timeout from %1 to %2").arg(readableTime(segment.from), readableTime(*segment.last));
    return QStringLiteral("%1, %2: %3").arg(title, range, words);
}

} // namespace

namespace {

/// What each of the await's timeouts gives, if not all give the same.
QString timesTip(const Lesson& lesson, const SweptAwait& await)
{
    QString lines;
    for (const MapSegment& segment : await.verdicts) {
        const QString words = shortWordsFor(lesson, segment.verdict, segment.word);
        lines += '\n'
                 + (segment.last ? OutcomeMapTr::tr("from %1 to %2: %3").arg(readableTime(segment.from), readableTime(*segment.last), words)
                                 : OutcomeMapTr::tr("from %1 on: %2").arg(readableTime(segment.from), words));
    }
    return await.verdicts.size() > 1 ? lines : QString();
}

} // namespace

QString shortWordsFor(const Lesson& lesson, Verdict verdict, const std::string& word)
{
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
            segment.words = shortWordsFor(lesson, source.verdict, source.word);
            segment.tip = segmentTip(strip.title, source, segment.words);
            strip.segments.push_back(std::move(segment));
        }
        strips.push_back(std::move(strip));
    }
    return strips;
}

std::vector<OutcomeStrip> outcomeMapOf(const Session& session)
{
    std::vector<OutcomeStrip> strips = outcomeMapOf(session.lesson(), session.sweepSoFar(), session.run().axis);
    for (std::size_t i = strips.size(); i < session.run().variants.size(); ++i) {
        const std::string& variant = session.run().variants[i].variant;
        strips.push_back({qt(variant), titleOf(session.lesson(), variant), {}});
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
        const auto add = [&](const SweptAwait& await, AwaitWindow window, Verdict verdict, const std::string& word) {
            const QString what = qt(await.what);
            TriedAwait tried;
            tried.variant = qt(variant.variant);
            tried.verdict = verdict;
            const bool isReachable = window == AwaitWindow::completed || await.isReachable;
            tried.words = isReachable ? shortWordsFor(lesson, verdict, word) : OutcomeMapTr::tr("no timeout fires here");
            tried.tip = (window == AwaitWindow::pending
                             ? OutcomeMapTr::tr("%1, a timeout while %2 %3 is pending: %4")
                             : OutcomeMapTr::tr("%1, a timeout when %2 %3 has completed and its coroutine has not been "
                                              "resumed yet: %4"))
                            .arg(table.titles.back())
                            .arg(await.number)
                            .arg(what, tried.words)
                        + (window == AwaitWindow::pending ? timesTip(lesson, await) : QString())
                        + OutcomeMapTr::tr("\nClick: the timeout fires there.");
            cellOf({await.number, window, false, what, {}}) = std::move(tried);
        };
        const auto addStart = [&](const SweptStart& start) {
            TriedAwait tried;
            tried.variant = qt(variant.variant);
            tried.verdict = start.verdict;
            tried.words = start.isReachable ? shortWordsFor(lesson, start.verdict, start.word) : OutcomeMapTr::tr("no timeout fires here");
            tried.tip = OutcomeMapTr::tr("%1, a timeout when %2 has been spawned and has not taken its first step: %3")
                            .arg(table.titles.back(), qt(start.what), tried.words)
                        + OutcomeMapTr::tr("\nClick: the timeout fires there.");
            cellOf({start.number, AwaitWindow::pending, true, qt(start.what), {}}) = std::move(tried);
        };
        for (const SweptAwait& await : variant.awaits) {
            add(await, AwaitWindow::pending, await.verdict, await.word);
            if (await.completedVerdict)
                add(await, AwaitWindow::completed, *await.completedVerdict, await.completedWord);
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
    AwaitTable table = awaitTableOf(session.lesson(), session.sweepSoFar());
    if (!session.cover().map)
        return table;
    for (AwaitRow& row : table.rows) {
        for (std::optional<TriedAwait>& cell : row.cells) {
            if (cell) {
                cell->verdict = Verdict::notApplicable;
                cell->words = QStringLiteral("?");
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
