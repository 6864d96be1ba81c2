// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/outcome_words.hpp"
#include "lesson/run/sweep.hpp"
#include "lesson/run/variant_runner.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace awaitscope {

/// See MapSegment::word.
std::string wordOf(const Trace& trace);

/// What every timeout of one variant gives: a part of sweep(), which borrows what it is made with.
class TimeoutMap
{
public:
    /// `runs` counts those of the whole sweep.
    TimeoutMap(const VariantRunner& runner, const SweepObserver& observer, std::int64_t& runs);

    /// Empty when it was stopped.
    Result<std::optional<std::vector<MapSegment>>> make();

    /// Of the timeouts that fire while that await is pending. After make().
    std::vector<MapSegment> segmentsOf(int await) const;

    /// A run of the sweep. Besides the runner's errors that of the last of too many that crashed: each takes processes of its own.
    Result<Trace> run(const TimeoutAt& timeout);

    /// Every run of the sweep comes by here, whoever asked for it. The number is what OutcomeWords calls it; empty where something is
    /// expected and nobody asked for it, as that says what to tell runs apart by. `timeout` is what was asked for.
    std::optional<int> count(const Trace& trace, const Timeout& timeout);

    /// How to call the numbers, once all runs are counted; none where something is expected, which a run without a timeout that crashed
    /// could not say.
    std::vector<std::vector<OutcomePart>> outcomeParts() const;

    /// By those: of all timeouts, or of those that fire while that await is pending.
    std::vector<SweptOutcome> outcomesOf(const std::vector<std::string>& words, std::optional<int> await = std::nullopt) const;

    /// See VariantSweep::fault.
    const std::optional<Diagnostic>& fault() const { return m_fault; }
    const Timeout& faultAt() const { return m_faultAt; }

private:
    struct Sample
    {
        std::uint64_t order = 0; ///< digest of the order of events
        Verdict verdict = Verdict::notApplicable;
        std::string word; ///< see MapSegment::word
        std::optional<int> outcome;
        std::set<int> pending; ///< the awaits in which the timeout fired, by number
    };

    /// False when it was stopped.
    Result<bool> sample(std::int64_t time);
    Result<bool> bisect(std::int64_t left, std::int64_t right);
    bool isStopped() const;
    void take(std::int64_t time, const Trace& trace);

    const VariantRunner& m_runner;
    const SweepObserver& m_observer;
    std::int64_t& m_runs;
    std::map<std::int64_t, Sample> m_samples;
    OutcomeWords m_outcomes;
    bool m_wasExpected = false; ///< some run had a check
    int m_crashes = 0;
    std::optional<Diagnostic> m_fault;
    Timeout m_faultAt = NoTimeout{};
};

} // namespace awaitscope
