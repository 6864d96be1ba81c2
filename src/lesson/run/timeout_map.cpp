// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/timeout_map.hpp"

#include "core/run/run_end.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

// What the map rests on. As a function of the timeout, a run can change
//  - where the timeout comes to lie at an event of the run without one: those times and their neighbours are all run;
//  - where something that follows the cancel (cleanup that takes time) meets an event elsewhere: the event times of the
//    runs above are run as well, and wherever two neighbours differ in their order of events, however alike their
//    verdicts, what lies between them is bisected down to one microsecond.
// Assumed is that between two neighbours with the same order of events no third order hides. What would have to happen
// for one to hide is a pair of changes that undo each other between two event times.

/// In more kinds than these one looks for what runs have in common, and not for the microsecond in which they part.
constexpr std::size_t mostExactOutcomes = 64;

constexpr int mostCrashes = 24;

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

void addEventTimes(const Trace& trace, std::int64_t upper, std::set<std::int64_t>& times)
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

/// A sample stands for all that follow until the next: where two differ, bisect() has left nothing between them. `isMeant` says which
/// count, `segmentOf` what one that begins there gives, `isSame` whether it goes on.
template <class Segment, class Samples, class IsMeant, class SegmentOf, class IsSame>
std::vector<Segment> segmentsIn(const Samples& samples, IsMeant isMeant, SegmentOf segmentOf, IsSame isSame)
{
    std::vector<Segment> result;
    bool isOpen = false;
    for (const auto& [time, sample] : samples) {
        const bool isNext = isMeant(sample);
        if (isOpen && (!isNext || !isSame(result.back(), sample))) {
            result.back().last = VirtualDuration{time - 1};
            isOpen = false;
        }
        if (isNext && !isOpen)
            result.push_back(segmentOf(VirtualDuration{time}, sample));
        isOpen = isNext;
    }
    return result;
}

} // namespace

std::string wordOf(const Trace& trace)
{
    if (trace.ended.how == RunEnd::crashed)
        return std::string{crashedWord};
    const auto worst = std::ranges::find(trace.checks, verdictOf(trace), &TraceCheck::verdict);
    return worst == trace.checks.end() ? std::string{} : worst->word;
}

TimeoutMap::TimeoutMap(const VariantRunner& runner, const SweepObserver& observer, std::int64_t& runs)
    : m_runner(runner), m_observer(observer), m_runs(runs)
{
    if (runner.withoutTimeout().ended.how == RunEnd::crashed)
        m_fault = faultOf(runner.withoutTimeout());
}

Result<std::optional<std::vector<MapSegment>>> TimeoutMap::make()
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
        Result<Trace> trace = run(VirtualDuration{time});
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
    return std::optional{segmentsIn<MapSegment>(
        m_samples, [](const Sample&) { return true; },
        [](VirtualDuration from, const Sample& sample) { return MapSegment{from, std::nullopt, sample.verdict, sample.word}; },
        [](const MapSegment& segment, const Sample& sample) { return segment.verdict == sample.verdict && segment.word == sample.word; })};
}

std::vector<MapSegment> TimeoutMap::segmentsOf(int await) const
{
    return segmentsIn<MapSegment>(
        m_samples, [await](const Sample& sample) { return sample.pending.contains(await); },
        [](VirtualDuration from, const Sample& sample) { return MapSegment{from, std::nullopt, sample.verdict, sample.word}; },
        [](const MapSegment& segment, const Sample& sample) { return segment.verdict == sample.verdict && segment.word == sample.word; });
}

std::vector<SweptOutcome> TimeoutMap::outcomesOf(const std::vector<std::string>& words, std::optional<int> await) const
{
    if (words.empty())
        return {};
    // Of several numbers with the same words the first stands for all.
    const auto numberOf = [&words](const Sample& sample) {
        return static_cast<int>(std::ranges::find(words, words[static_cast<std::size_t>(*sample.outcome)]) - words.begin());
    };
    return segmentsIn<SweptOutcome>(
        m_samples, [await](const Sample& sample) { return !await || sample.pending.contains(*await); },
        [&](VirtualDuration from, const Sample& sample) { return SweptOutcome{from, std::nullopt, numberOf(sample)}; },
        [&](const SweptOutcome& segment, const Sample& sample) { return segment.outcome == numberOf(sample); });
}

Result<Trace> TimeoutMap::run(const TimeoutAt& timeout)
{
    Result<Trace> trace = m_runner.run(timeout);
    if (trace && trace->ended.how == RunEnd::crashed && ++m_crashes > mostCrashes)
        return m_fault ? *m_fault : *faultOf(*trace); // the first, which names its timeout
    return trace;
}

std::optional<int> TimeoutMap::count(const Trace& trace, const Timeout& timeout)
{
    ++m_runs;
    if (m_observer.ran)
        m_observer.ran(m_runs);
    if (!m_fault) {
        m_fault = faultOf(trace);
        m_faultAt = timeout;
        if (m_fault && trace.timeout)
            m_fault->message = "With a timeout of " + toReadableText(*trace.timeout) + ": " + m_fault->message;
    }
    m_wasExpected = m_wasExpected || !trace.checks.empty();
    // One that spins or threw may have come to no expectation, which the run without a timeout has; of one that crashed nobody knows yet.
    return m_observer.tellsOutcomes || m_runner.withoutTimeout().checks.empty() ? std::optional{m_outcomes.add(trace)} : std::nullopt;
}

std::vector<std::vector<OutcomePart>> TimeoutMap::outcomeParts() const
{
    const bool isByVerdicts = m_wasExpected && m_runner.withoutTimeout().ended.how == RunEnd::crashed && !m_observer.tellsOutcomes;
    return m_outcomes.size() == 0 || isByVerdicts ? std::vector<std::vector<OutcomePart>>{} : m_outcomes.parts();
}

Result<bool> TimeoutMap::sample(std::int64_t time)
{
    if (m_samples.contains(time))
        return true;
    if (isStopped())
        return false;
    const Result<Trace> trace = run(VirtualDuration{time});
    if (!trace)
        return trace.error();
    take(time, *trace);
    return true;
}

bool TimeoutMap::isStopped() const { return m_observer.stop && m_observer.stop(); }

void TimeoutMap::take(std::int64_t time, const Trace& trace)
{
    m_samples[time] = {orderOf(trace), verdictOf(trace), wordOf(trace), count(trace, VirtualDuration{time}), pendingWhenFired(trace)};
}

Result<bool> TimeoutMap::bisect(std::int64_t left, std::int64_t right)
{
    const Sample& first = m_samples[left];
    const Sample& last = m_samples[right];
    // A check may judge by time alone, so that the order of events says nothing of its verdict.
    const bool isSameOutcome = first.outcome == last.outcome || m_outcomes.size() > mostExactOutcomes;
    const bool isSameVerdict = first.verdict == last.verdict && first.word == last.word;
    if (right - left <= 1 || (first.order == last.order && isSameVerdict && isSameOutcome))
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

} // namespace awaitscope
