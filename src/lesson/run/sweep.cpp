// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/sweep.hpp"

#include "lesson/run/variant_runner.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace awaitscope {

namespace {

// What the map rests on. As a function of the timeout, a run can change
//  - where the timeout comes to lie at an event of the run without one: those times and their neighbours are all run;
//  - where something that follows the cancel (cleanup that takes time) meets an event elsewhere: the event times of the
//    runs above are run as well, and wherever two neighbours differ in their order of events, however alike their
//    verdicts, what lies between them is bisected down to one microsecond.
// Assumed is that between two neighbours with the same order of events no third order hides. What would have to happen
// for one to hide is a pair of changes that undo each other between two event times.

struct Sample
{
    std::uint64_t order = 0; ///< digest of the order of events
    Verdict verdict = Verdict::notApplicable;
    std::string word; ///< see MapSegment::word
    std::set<int> pending; ///< the awaits in which the timeout fired, by number
};

class Digest
{
public:
    void add(std::uint64_t value)
    {
        for (int byte = 0; byte < 8; ++byte) {
            m_hash ^= (value >> (8 * byte)) & 0xffU;
            m_hash *= 1099511628211ULL; // FNV-1a
        }
    }
    template <class T>
    void addValue(T value)
    {
        add(static_cast<std::uint64_t>(value));
    }
    std::uint64_t value() const { return m_hash; }

private:
    // FNV-1a's basis, as 1099511628211 is its prime: the same numbers with every standard library.
    std::uint64_t m_hash = 14695981039346656037ULL;
};

/// Not of times, which move with every timeout, and not of verdicts, which can be alike though the order is another one.
/// Of each kind of event what can differ while its index is the same.
std::uint64_t orderOf(const Trace& trace)
{
    Digest digest;
    for (const TraceEvent& event : trace.events) {
        digest.addValue(event.kind);
        digest.addValue(event.index);
        const auto index = static_cast<std::size_t>(event.index);
        if (event.kind == TraceEvent::Kind::awaitEnded) {
            digest.addValue(trace.awaits[index].how);
        } else if (event.kind == TraceEvent::Kind::awaitSuspended) {
            digest.addValue(trace.awaits[index].coroutine);
            digest.addValue(trace.awaits[index].line);
        } else if (event.kind == TraceEvent::Kind::coroutineEnded) {
            digest.addValue(trace.coroutines[index].how);
        } else if (event.kind == TraceEvent::Kind::effect) {
            digest.addValue(trace.effects[index].line);
        }
    }
    return digest.value();
}

/// See MapSegment::word.
std::string wordOf(const Trace& trace)
{
    const auto worst = std::ranges::find(trace.checks, verdictOf(trace), &TraceCheck::verdict);
    return worst == trace.checks.end() ? std::string{} : worst->word;
}

/// The numbers of the awaits that had suspended and not ended, nor completed, when the timeout fired.
std::set<int> pendingWhenFired(const Trace& trace)
{
    std::set<int> pending;
    for (const TraceEvent& event : trace.events) {
        if (event.kind == TraceEvent::Kind::timeoutFired)
            return pending;
        if (event.kind != TraceEvent::Kind::awaitSuspended && event.kind != TraceEvent::Kind::awaitEnded)
            continue;
        const TraceAwait& await = trace.awaits[static_cast<std::size_t>(event.index)];
        if (event.kind == TraceEvent::Kind::awaitEnded)
            pending.erase(await.number);
        else if (await.number != 0 && !await.firedCompleted)
            pending.insert(await.number);
    }
    return {}; // it did not fire
}

class MapMaker
{
public:
    MapMaker(const VariantRunner& runner, const SweepObserver& observer, std::int64_t& runs)
        : m_runner(runner),
          m_observer(observer),
          m_runs(runs)
    {}

    /// Empty when it was stopped.
    Result<std::optional<std::vector<MapSegment>>> make()
    {
        const Trace& baseline = m_runner.withoutTimeout();
        // One past the end stands for all later ones: nothing is left that they could meet.
        const std::int64_t upper = toMicroseconds(baseline.end) + 1;
        std::set<std::int64_t> times{0, upper};
        addEventTimes(baseline, upper, times);

        // A copy, as the loop adds to the set. What these runs add is run below, and what those would add is
        // not: that is left to bisection.
        const std::set<std::int64_t> firstGeneration = times;
        for (const std::int64_t time : firstGeneration) {
            if (isStopped())
                return std::optional<std::vector<MapSegment>>{};
            Result<Trace> trace = m_runner.run(VirtualDuration{time});
            if (!trace)
                return trace.error();
            take(time, *trace);
            addEventTimes(*trace, upper, times);
        }
        for (const std::int64_t time : times) {
            if (Result<bool> done = sample(time); !done)
                return done.error();
            else if (!*done)
                return std::optional<std::vector<MapSegment>>{};
        }
        for (auto right = std::next(times.begin()); right != times.end(); ++right) {
            if (Result<bool> done = bisect(*std::prev(right), *right); !done)
                return done.error();
            else if (!*done)
                return std::optional<std::vector<MapSegment>>{};
        }
        return std::optional{segments([](const Sample&) { return true; })};
    }

    /// Of the timeouts that fire while that await is pending. After make().
    std::vector<MapSegment> segmentsOf(int await) const
    {
        return segments([await](const Sample& sample) { return sample.pending.contains(await); });
    }

private:
    static void addEventTimes(const Trace& trace, std::int64_t upper, std::set<std::int64_t>& times)
    {
        for (const TraceEvent& event : trace.events) {
            const std::int64_t at = toMicroseconds(event.at);
            // Before it, at a tie with it, and after it: the tie can be unlike both of its neighbours.
            for (const std::int64_t time : {at - 1, at, at + 1}) {
                if (time >= 0 && time <= upper)
                    times.insert(time);
            }
        }
    }

    /// False when it was stopped.
    Result<bool> sample(std::int64_t time)
    {
        if (m_samples.contains(time))
            return true;
        if (isStopped())
            return false;
        const Result<Trace> trace = m_runner.run(VirtualDuration{time});
        if (!trace)
            return trace.error();
        take(time, *trace);
        return true;
    }

    bool isStopped() const { return m_observer.stop && m_observer.stop(); }

    void take(std::int64_t time, const Trace& trace)
    {
        m_samples[time] = {orderOf(trace), verdictOf(trace), wordOf(trace), pendingWhenFired(trace)};
        ++m_runs;
        if (m_observer.ran)
            m_observer.ran(m_runs);
    }

    Result<bool> bisect(std::int64_t left, std::int64_t right)
    {
        const Sample& first = m_samples[left];
        const Sample& last = m_samples[right];
        // A check may judge by time alone, so that the order of events says nothing of its verdict.
        if (right - left <= 1 || (first.order == last.order && first.verdict == last.verdict && first.word == last.word))
            return true;
        const std::int64_t middle = left + (right - left) / 2;
        // Three steps that can each fail or be stopped, and of which none must be begun then.
        for (const auto step : {0, 1, 2}) {
            Result<bool> done = step == 0 ? sample(middle) : step == 1 ? bisect(left, middle) : bisect(middle, right);
            if (!done || !*done)
                return done;
        }
        return true;
    }

    /// A sample stands for all that follow until the next: where two differ, bisect() has left nothing between them.
    template <class IsMeant>
    std::vector<MapSegment> segments(IsMeant isMeant) const
    {
        std::vector<MapSegment> result;
        bool isOpen = false;
        for (const auto& [time, sample] : m_samples) {
            const bool isNext = isMeant(sample);
            if (isOpen && (!isNext || result.back().verdict != sample.verdict || result.back().word != sample.word)) {
                result.back().last = VirtualDuration{time - 1};
                isOpen = false;
            }
            if (isNext && !isOpen)
                result.push_back({VirtualDuration{time}, std::nullopt, sample.verdict, sample.word});
            isOpen = isNext;
        }
        return result;
    }

    const VariantRunner& m_runner;
    const SweepObserver& m_observer;
    std::int64_t& m_runs;
    std::map<std::int64_t, Sample> m_samples;
};

/// Empty when it was stopped.
Result<std::optional<std::vector<SweptAwait>>> sweepAwaits(const VariantRunner& runner, const MapMaker& map,
                                                           const SweepObserver& observer, std::int64_t& runs)
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
        const auto verdictIn = [&](AwaitWindow window) -> Result<Verdict> {
            const Result<AimedTimeout> aimed = runner.aimAt({await.number, window});
            const Result<Trace> trace = aimed ? runner.run(aimed->run) : aimed.error();
            if (!trace)
                return trace.error();
            ++runs;
            if (observer.ran)
                observer.ran(runs);
            hasFired = trace->firedAt.has_value();
            word = wordOf(*trace);
            return verdictOf(*trace);
        };
        swept.push_back({await.number, await.what, await.file, await.line, await.begin, await.end});
        swept.back().verdicts = map.segmentsOf(await.number);
        if (const auto worst = std::ranges::max_element(swept.back().verdicts, {}, &MapSegment::verdict);
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
    }
    std::sort(swept.begin(), swept.end(), [](const SweptAwait& a, const SweptAwait& b) { return a.number < b.number; });
    return std::optional{std::move(swept)};
}

/// Empty when it was stopped.
Result<std::optional<std::vector<SweptStart>>> sweepStarts(const VariantRunner& runner, const SweepObserver& observer, std::int64_t& runs)
{
    std::vector<SweptStart> swept;
    for (const TraceStart& start : runner.withoutTimeout().starts) {
        swept.push_back({start.number, start.what, start.file, start.line, start.spawned, start.isQueued});
        if (!start.isQueued)
            continue;
        if (observer.stop && observer.stop())
            return std::optional<std::vector<SweptStart>>{};
        const Result<AimedTimeout> aimed = runner.aimAt(BeforeStart{start.number});
        const Result<Trace> trace = aimed ? runner.run(aimed->run) : aimed.error();
        if (!trace && isRefusedDrop(trace.error()))
            continue;
        if (!trace)
            return trace.error();
        ++runs;
        if (observer.ran)
            observer.ran(runs);
        swept.back().isReachable = trace->firedAt.has_value();
        if (swept.back().isReachable) {
            swept.back().verdict = verdictOf(*trace);
            swept.back().word = wordOf(*trace);
        }
    }
    return std::optional{std::move(swept)};
}

} // namespace

std::string rangeOf(const MapSegment& segment)
{
    if (!segment.last)
        return segment.from == VirtualDuration::zero() ? "any" : "from " + toReadableText(segment.from);
    if (*segment.last == segment.from)
        return toReadableText(segment.from);
    return toReadableText(segment.from) + " – " + toReadableText(*segment.last);
}

Result<std::optional<Sweep>> sweep(const Lesson& lesson, const Scenario& scenario, const RunLimits& limits,
                                   const SweepObserver& observer)
{
    Sweep result;
    std::int64_t runs = 0;
    result.lesson = lesson.slug;
    result.model = scenario.model;
    result.cancelOn = scenario.cancelOn;
    result.parameters = scenario.parameters;
    for (const std::string& variant : scenario.variants) {
        const Result<VariantRunner> runner =
            VariantRunner::make(lesson, variant, scenario, limits);
        if (!runner)
            return runner.error();
        MapMaker maker{*runner, observer, runs};
        Result<std::optional<std::vector<MapSegment>>> map = maker.make();
        if (!map)
            return map.error();
        if (!*map)
            return std::optional<Sweep>{};
        Result<std::optional<std::vector<SweptAwait>>> awaits = sweepAwaits(*runner, maker, observer, runs);
        if (!awaits)
            return awaits.error();
        if (!*awaits)
            return std::optional<Sweep>{};
        Result<std::optional<std::vector<SweptStart>>> starts = sweepStarts(*runner, observer, runs);
        if (!starts)
            return starts.error();
        if (!*starts)
            return std::optional<Sweep>{};
        result.variants.push_back({variant, **std::move(awaits), **std::move(starts), **std::move(map)});
        if (observer.variantDone)
            observer.variantDone(result.variants.back());
    }
    return std::optional{std::move(result)};
}

} // namespace awaitscope
