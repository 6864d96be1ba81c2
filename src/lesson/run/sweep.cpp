// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/sweep.hpp"

#include "lesson/run/timeout_map.hpp"
#include "lesson/run/variant_runner.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

/// Empty when it was stopped.
Result<std::optional<std::vector<SweptAwait>>> sweepAwaits(const VariantRunner& runner, TimeoutMap& map,
                                                           const SweepObserver& observer)
{
    std::vector<SweptAwait> swept;
    for (const TraceAwait& await : runner.withoutTimeout().awaits) {
        // World internals and awaits that wait for coroutines: nobody can aim at them.
        if (await.number == 0)
            continue;
        if (observer.stop && observer.stop())
            return std::optional<std::vector<SweptAwait>>{};
        bool hasFired = false;
        std::string word; // of the last run
        std::optional<int> outcome;
        const auto verdictIn = [&](AwaitWindow window) -> Result<Verdict> {
            const Result<AimedTimeout> aimed = runner.aimAt({await.number, window});
            const Result<Trace> trace = aimed ? map.run(aimed->run) : aimed.error();
            if (!trace)
                return trace.error();
            outcome = map.count(*trace, AtAwait{await.number, window});
            hasFired = trace->firedAt.has_value();
            word = wordOf(*trace);
            return verdictOf(*trace);
        };
        swept.push_back({await.number, await.what, await.file, await.line, await.begin, await.end});
        swept.back().verdicts = map.segmentsOf(await.number);
        const auto gravityOf = [](const MapSegment& segment) { return std::pair{segment.word == crashedWord, segment.verdict}; };
        if (const auto worst = std::ranges::max_element(swept.back().verdicts, {}, gravityOf);
            worst != swept.back().verdicts.end()) {
            swept.back().verdict = worst->verdict;
            swept.back().word = worst->word;
        }
        if (swept.back().verdicts.empty()) {
            const Result<Verdict> pending = verdictIn(AwaitWindow::pending);
            // One moment of one await: it is told as one that no timeout reaches, and all the others as ever.
            if (!pending && isRefusedDrop(pending.error())) {
                swept.back().isReachable = false;
                continue;
            }
            if (!pending)
                return pending.error();
            // Only in the moment of its suspension: a time that fires does so elsewhere.
            const Result<AimedTimeout> aimed = runner.aimAt({await.number, AwaitWindow::pending});
            swept.back().isReachable = hasFired && aimed && std::holds_alternative<AtSuspension>(aimed->run);
            if (swept.back().isReachable) {
                swept.back().verdict = *pending;
                swept.back().word = word;
                swept.back().outcome = outcome;
            }
        }
        if (!await.completed)
            continue;
        const Result<Verdict> completed = verdictIn(AwaitWindow::completed);
        if (!completed && isRefusedDrop(completed.error()))
            continue;
        if (!completed)
            return completed.error();
        swept.back().completedVerdict = *completed;
        swept.back().completedWord = word;
        swept.back().completedOutcome = outcome;
    }
    std::sort(swept.begin(), swept.end(), [](const SweptAwait& a, const SweptAwait& b) { return a.number < b.number; });
    return std::optional{std::move(swept)};
}

/// Empty when it was stopped.
Result<std::optional<std::vector<SweptStart>>> sweepStarts(const VariantRunner& runner, TimeoutMap& map, const SweepObserver& observer)
{
    std::vector<SweptStart> swept;
    for (const TraceStart& start : runner.withoutTimeout().starts) {
        swept.push_back({start.number, start.what, start.file, start.line, start.spawned, start.isQueued});
        if (!start.isQueued)
            continue;
        if (observer.stop && observer.stop())
            return std::optional<std::vector<SweptStart>>{};
        const Result<AimedTimeout> aimed = runner.aimAt(BeforeStart{start.number});
        const Result<Trace> trace = aimed ? map.run(aimed->run) : aimed.error();
        if (!trace && isRefusedDrop(trace.error()))
            continue;
        if (!trace)
            return trace.error();
        const std::optional<int> outcome = map.count(*trace, BeforeStart{start.number});
        swept.back().isReachable = trace->firedAt.has_value();
        if (swept.back().isReachable) {
            swept.back().verdict = verdictOf(*trace);
            swept.back().word = wordOf(*trace);
            swept.back().outcome = outcome;
        }
    }
    return std::optional{std::move(swept)};
}

/// Only now all runs are known, and so what they have in common.
void addOutcomes(VariantSweep& swept, const TimeoutMap& map)
{
    swept.outcomeParts = map.outcomeParts();
    for (const std::vector<OutcomePart>& parts : swept.outcomeParts)
        swept.outcomeWords.push_back(toText(parts));
    swept.outcomes = map.outcomesOf(swept.outcomeWords);
    for (SweptAwait& await : swept.awaits)
        await.outcomes = map.outcomesOf(swept.outcomeWords, await.number);
    if (!swept.outcomeParts.empty())
        return;
    // They were counted before it was known that verdicts tell the runs apart.
    for (SweptAwait& await : swept.awaits) {
        await.outcome.reset();
        await.completedOutcome.reset();
    }
    for (SweptStart& start : swept.starts)
        start.outcome.reset();
}

} // namespace

std::vector<Timeout> violatingTimeouts(const VariantSweep& swept)
{
    std::vector<Timeout> violating;
    for (const MapSegment& segment : swept.map) {
        if (segment.verdict == Verdict::violated)
            violating.emplace_back(segment.from);
    }
    for (const SweptAwait& await : swept.awaits) {
        if (await.verdict == Verdict::violated)
            violating.emplace_back(AtAwait{await.number, AwaitWindow::pending});
        if (await.completedVerdict == Verdict::violated)
            violating.emplace_back(AtAwait{await.number, AwaitWindow::completed});
    }
    for (const SweptStart& start : swept.starts) {
        if (start.verdict == Verdict::violated)
            violating.emplace_back(BeforeStart{start.number});
    }
    return violating;
}

bool expectsSomething(const VariantSweep& swept)
{
    const auto isTold = [](const std::string& word) { return !word.empty() && word != crashedWord; };
    const auto isExpected = [&](const auto& part) { return part.verdict != Verdict::notApplicable || isTold(part.word); };
    return std::ranges::any_of(swept.map, isExpected) || std::ranges::any_of(swept.starts, isExpected)
           || std::ranges::any_of(swept.awaits, [&](const SweptAwait& await) {
                  return isExpected(await) || await.completedVerdict.value_or(Verdict::notApplicable) != Verdict::notApplicable
                         || isTold(await.completedWord);
              });
}

std::string rangeOf(VirtualDuration from, const std::optional<VirtualDuration>& last)
{
    if (!last)
        return from == VirtualDuration::zero() ? "any" : "from " + toReadableText(from);
    if (*last == from)
        return toReadableText(from);
    return toReadableText(from) + " – " + toReadableText(*last);
}

std::string rangeOf(const MapSegment& segment) { return rangeOf(segment.from, segment.last); }

Result<std::optional<Sweep>> sweep(const Lesson& lesson, const Scenario& scenario, const RunLimits& limits,
                                   const SweepObserver& observer)
{
    Sweep result;
    std::int64_t runs = 0;
    result.lesson = lesson.slug;
    result.model = scenario.model;
    result.cancelOn = scenario.cancelOn;
    result.cancelType = scenario.cancelType;
    result.parameters = scenario.parameters;
    for (const std::string& variant : scenario.variants) {
        const Result<VariantRunner> runner =
            VariantRunner::make(lesson, variant, scenario, limits);
        if (!runner)
            return runner.error();
        TimeoutMap maker{*runner, observer, runs};
        Result<std::optional<std::vector<MapSegment>>> map = maker.make();
        if (!map)
            return map.error();
        if (!*map)
            return std::optional<Sweep>{};
        Result<std::optional<std::vector<SweptAwait>>> awaits = sweepAwaits(*runner, maker, observer);
        if (!awaits)
            return awaits.error();
        if (!*awaits)
            return std::optional<Sweep>{};
        Result<std::optional<std::vector<SweptStart>>> starts = sweepStarts(*runner, maker, observer);
        if (!starts)
            return starts.error();
        if (!*starts)
            return std::optional<Sweep>{};
        VariantSweep swept{variant, **std::move(awaits), **std::move(starts), **std::move(map)};
        addOutcomes(swept, maker);
        swept.fault = maker.fault();
        swept.faultAt = maker.faultAt();
        result.variants.push_back(std::move(swept));
        if (observer.variantDone)
            observer.variantDone(result.variants.back());
    }
    return std::optional{std::move(result)};
}

} // namespace awaitscope
