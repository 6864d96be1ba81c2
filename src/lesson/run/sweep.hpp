// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/outcome_words.hpp"
#include "lesson/run/runner.hpp"

#include <functional>
#include <string_view>

namespace awaitscope {

/// MapSegment::word of runs that crashed: nobody has asked their checks.
constexpr std::string_view crashedWord = "crashed";

/// From `from` to `last`, both included, every timeout gives `verdict`, in the same word.
struct MapSegment
{
    VirtualDuration from{};
    std::optional<VirtualDuration> last; ///< empty: for ever
    Verdict verdict = Verdict::notApplicable;
    std::string word = {}; ///< TraceCheck::word of the first check with that verdict; empty: there is no check; crashedWord
};

/// The same of what runs did, where nothing is expected of them: `outcome` is an index into VariantSweep::outcomeWords.
struct SweptOutcome
{
    VirtualDuration from{};
    std::optional<VirtualDuration> last; ///< empty: for ever
    int outcome = 0;
};

/// What comes of a timeout aimed at one await.
struct SweptAwait
{
    int number = 0;
    std::string what;
    std::string file;
    int line = 0;
    VirtualTime begin; ///< its span without a timeout
    std::optional<VirtualTime> end;
    Verdict verdict = Verdict::notApplicable; ///< the worst of all timeouts that fire while it is pending; that of a crash before all others
    std::optional<Verdict> completedVerdict = std::nullopt; ///< AwaitWindow::completed; empty: there is none
    /// Which timeouts fire while it is pending, and what each gives. Empty where no time hits it: then `verdict` is that of
    /// a timeout in the moment in which it suspends.
    std::vector<MapSegment> verdicts = {};
    bool isReachable = true; ///< false: no timeout of this run fires there
    std::string word = {};          ///< of `verdict`: see MapSegment::word
    std::string completedWord = {}; ///< likewise
    // Where the variant has outcomes: as `verdicts`; of a timeout in the moment in which it suspends; as `completedVerdict`.
    std::vector<SweptOutcome> outcomes = {};
    std::optional<int> outcome = std::nullopt;
    std::optional<int> completedOutcome = std::nullopt;
};

/// What comes of a timeout before the first step of one coroutine that is spawned.
struct SweptStart
{
    int number = 0;
    std::string what; ///< the coroutine's name
    std::string file;
    int line = 0;
    VirtualTime spawned; ///< without a timeout
    bool isQueued = false;    ///< see TraceStart: false leaves no moment to fire in
    bool isReachable = false; ///< false: no timeout of this run fires there
    Verdict verdict = Verdict::notApplicable;
    std::string word = {}; ///< see MapSegment::word
    std::optional<int> outcome = std::nullopt; ///< where the variant has outcomes
};

/// "200 ms", "from 300 ms", "any", "0 ms – 199.999 ms"
std::string rangeOf(VirtualDuration from, const std::optional<VirtualDuration>& last);
std::string rangeOf(const MapSegment& segment);

struct VariantSweep
{
    std::string variant;
    std::vector<SweptAwait> awaits;
    std::vector<SweptStart> starts = {};
    std::vector<MapSegment> map; ///< maximal segments from 0 to for ever
    /// Likewise. Both are empty where something is expected of the runs: that says what to tell them apart by.
    std::vector<SweptOutcome> outcomes = {};
    std::vector<std::vector<OutcomePart>> outcomeParts = {}; ///< what the outcomes are
    std::vector<std::string> outcomeWords = {}; ///< the same in words; two outcomes can have the same words, and are then no different ones
    /// The first run that is a fault of the code (RunLimits::showsFaults), and which timeout it has.
    std::optional<Diagnostic> fault = std::nullopt;
    Timeout faultAt = NoTimeout{}; ///< that timeout
};

/// The timeouts of the sweep at which a check is violated, from the smallest on: of each segment of the map the first, then the
/// moments that no time hits, of awaits and of starts. Empty: none is, whatever the timeout.
std::vector<Timeout> violatingTimeouts(const VariantSweep& swept);

struct Sweep
{
    std::string lesson;
    CancelModel model = CancelModel::asio;
    CancelOn cancelOn = CancelOn::coroutine;
    CancelType cancelType = CancelType::terminal;
    std::map<std::string, VirtualDuration> parameters;
    std::vector<VariantSweep> variants;
};

/// Whether some run of it expected anything. One that crashed came to no expectation.
bool expectsSomething(const VariantSweep& swept);

/// What one may want to know of a sweep while it is made; any of them may be empty. All are called on the sweep's thread.
struct SweepObserver
{
    std::function<bool()> stop = {};                           ///< asked between runs: true ends the sweep
    std::function<void(const VariantSweep&)> variantDone = {}; ///< its map and table are complete
    std::function<void(std::int64_t runs)> ran = {};           ///< after each run, how many there have been
    bool tellsOutcomes = false; ///< what the runs did also where something is expected of them
};

/// Every await and every timeout of every variant of the scenario; its own timeout and time are ignored, and a `cancel`
/// where it is one.
/// Exact to 1 µs under the assumption stated in sweep.cpp. Empty, and no error, when the observer stopped it.
Result<std::optional<Sweep>> sweep(const Lesson& lesson, const Scenario& scenario, const RunLimits& limits = {},
                                   const SweepObserver& observer = {});

} // namespace awaitscope
