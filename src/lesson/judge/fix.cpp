// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/judge/fix.hpp"

#include "core/run/run_end.hpp"
#include "core/world/outside.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/judge/fix_comparison.hpp"
#include "lesson/run/difference.hpp"
#include "lesson/run/edited_lesson.hpp"
#include "lesson/run/variant_runner.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace awaitscope {

namespace {

/// Of the timeouts of one sweep, no more than these are compared with those of the lesson's versions.
constexpr std::size_t mostTimeouts = 40;

class FixJudge
{
public:
    FixJudge(const Lesson& lesson, const std::string& variant, const RunLimits& limits, const SweepObserver& observer)
        : m_lesson(lesson), m_variant(variant), m_limits(limits), m_observer(observer)
    {
        m_limits.showsFaults = false;
        // Another value of what comes from outside is set as a parameter is: whoever runs it need know of nothing else.
        m_lesson.parameters.push_back({std::string{outsideParameter}, {}, {}, {}, {}});
    }

    Result<std::optional<FixJudgement>> judge()
    {
        const VariantSpec* const spec = m_lesson.findVariant(m_variant);
        for (const CancelModel model : m_lesson.models) {
            // One of the lesson's own is a fix where it says so; somebody's version has to be one everywhere.
            if (spec && !isEdited(m_variant) && !spec->isFor(model))
                continue;
            Scenario scenario = defaultScenario(m_lesson);
            scenario.variants = {m_variant};
            scenario.model = model;
            if (std::optional<Diagnostic> error = judgeSettings(scenario))
                return *std::move(error);
            for (const ParameterSpec& parameter : m_lesson.parameters) {
                if (parameter.name == outsideParameter)
                    continue;
                for (const VirtualDuration value : {parameter.defaultValue / 2, parameter.defaultValue * 2}) {
                    Scenario other = scenario;
                    other.parameters[parameter.name] = std::clamp(value, parameter.minimum, parameter.maximum);
                    if (other == scenario)
                        continue;
                    if (std::optional<Diagnostic> error = judgeSettings(other))
                        return *std::move(error);
                }
            }
            scenario.parameters[std::string{outsideParameter}] = VirtualDuration{35}; // any will do but 0
            if (std::optional<Diagnostic> error = judgeOutside(scenario))
                return *std::move(error);
            if (isStopped())
                return std::optional<FixJudgement>{};
        }
        std::ranges::stable_sort(m_judgement.findings, {}, &FixFinding::fault);
        return std::optional{std::move(m_judgement)};
    }

private:
    struct Own
    {
        bool isFix = false; ///< in this model
        VariantRunner runner;
    };

    bool isStopped() const { return m_observer.stop && m_observer.stop(); }

    bool hasFound(FixFault fault) const { return std::ranges::find(m_judgement.findings, fault, &FixFinding::fault) != m_judgement.findings.end(); }

    void find(FixFault fault, const Scenario& scenario, std::string subject, FixWords found, FixWords expected, std::string why)
    {
        if (hasFound(fault))
            return;
        Scenario shown = scenario;
        shown.parameters.erase(std::string{outsideParameter});
        m_judgement.findings.push_back({fault, std::move(subject), std::move(found), std::move(expected), toText(shown, m_lesson),
                                        std::move(why)});
    }

    void findCrash(const Scenario& scenario, const Diagnostic& error) { find(FixFault::crashes, scenario, {}, {error.message}, {}, error.toText()); }

    /// The lesson's own versions, as they are in these settings.
    Result<std::vector<Own>> ownOf(const Scenario& scenario) const
    {
        std::vector<Own> own;
        for (const VariantSpec& spec : m_lesson.variants) {
            if (isEdited(spec.name))
                continue;
            Result<VariantRunner> runner = VariantRunner::make(m_lesson, spec.name, scenario, m_limits);
            if (!runner)
                return runner.error();
            own.push_back({spec.kind == VariantKind::fixed && spec.isFor(scenario.model), *std::move(runner)});
        }
        return own;
    }

    /// Nothing, or an error of the lesson's own versions.
    std::optional<Diagnostic> judgeSettings(const Scenario& scenario)
    {
        if (isStopped())
            return std::nullopt;
        const Result<std::vector<Own>> own = ownOf(scenario);
        if (!own)
            return own.error();
        const Result<VariantRunner> runner = VariantRunner::make(m_lesson, m_variant, scenario, m_limits);
        ++m_judgement.runs;
        if (!runner) {
            findCrash(scenario, runner.error());
            return std::nullopt;
        }
        const VirtualDuration late = runner->withoutTimeout().end.time_since_epoch() * 2 + std::chrono::seconds{1};
        const Result<Trace> before = runner->run(TimeoutAt{late});
        judgeWithoutTimeout(scenario, runner->withoutTimeout(), *own);
        const std::vector<VirtualDuration> timeouts = judgeTimeouts(scenario);
        for (const VirtualDuration timeout : timeouts) {
            if (isStopped())
                return std::nullopt;
            if (std::optional<Diagnostic> error = judgeAt(scenario, timeout, *runner, *own))
                return error;
        }
        judgeMemory(scenario, before, runner->run(TimeoutAt{late}));
        return std::nullopt;
    }

    void judgeWithoutTimeout(const Scenario& scenario, const Trace& trace, const std::vector<Own>& own)
    {
        const auto isAnyOf = [&](const auto& matches) { return std::ranges::any_of(own, [&](const Own& each) { return matches(each.runner.withoutTimeout()); }); };
        // In a model in which nothing of the lesson is a fix there is nothing to be compared with.
        const bool hasFix = std::ranges::any_of(own, &Own::isFix);
        const auto areAllFixed = [&](const auto& matches) {
            return hasFix && std::ranges::all_of(own, [&](const Own& each) {
                return !each.isFix || matches(each.runner.withoutTimeout());
            });
        };
        const Trace& sample = modelOf(own).runner.withoutTimeout();
        if (trace.ended.how != RunEnd::finished && areAllFixed([](const Trace& fix) { return fix.ended.how == RunEnd::finished; }))
            find(FixFault::stays, scenario, {}, {trace.ended.why}, {}, "Without a timeout it does not come to its end: " + trace.ended.why);
        for (const TraceCheck& check : trace.checks) {
            const auto applies = [&](const Trace& fix) {
                const auto same = std::ranges::find(fix.checks, check.text, &TraceCheck::text);
                return same != fix.checks.end() && same->verdict == Verdict::holds;
            };
            if (check.verdict == Verdict::violated)
                find(FixFault::violates, scenario, check.text, {check.why}, {}, "Not kept without any timeout: " + check.text + ' ' + check.why);
            else if (check.verdict == Verdict::notApplicable && areAllFixed(applies))
                find(FixFault::avoids, scenario, check.text, {check.why}, {},
                     "Without a timeout there is nothing to judge where there should be: " + check.text + ' ' + check.why);
        }
        judgeWork(scenario, trace, own);
        if (!isAnyOf([&](const Trace& each) { return each.callerOutcome == trace.callerOutcome && each.clientOutcome == trace.clientOutcome; }))
            find(FixFault::answers, scenario, {}, outcomeOf(trace), outcomeOf(sample),
                 "Without a timeout: " + outcomeOf(trace).toText() + ". Expected: " + outcomeOf(sample).toText() + '.');
        const EffectTimes effects = effectTimesOf(trace);
        if (!isAnyOf([&](const Trace& each) { return areSame(effectTimesOf(each), effects); }))
            find(FixFault::effects, scenario, {}, {listOf(effects)}, {listOf(effectTimesOf(sample))},
                 "Without a timeout its effects are " + listOf(effects) + ". Expected: " + listOf(effectTimesOf(sample)) + '.');
        else
            judgeTimes(scenario, effects, own);
    }

    /// The fix to compare with in words: any would do.
    static const Own& modelOf(const std::vector<Own>& own)
    {
        const auto fixed = std::ranges::find(own, true, &Own::isFix);
        return fixed == own.end() ? own.front() : *fixed;
    }

    void judgeWork(const Scenario& scenario, const Trace& trace, const std::vector<Own>& own)
    {
        std::map<std::string, int> mine = workOf(trace);
        for (const auto& [lane, count] : workOf(modelOf(own).runner.withoutTimeout())) {
            const auto is = [&](const Own& each) {
                const std::map<std::string, int> work = workOf(each.runner.withoutTimeout());
                const auto found = work.find(lane);
                return found == work.end() || found->second == mine[lane];
            };
            if (std::ranges::none_of(own, is))
                find(FixFault::idle, scenario, lane, {std::to_string(mine[lane])}, {std::to_string(count)},
                     "Without a timeout the world's " + inQuotes(lane) + " works " + timesInWords(mine[lane]) + ". Expected: " + timesInWords(count) + '.');
        }
    }

    /// Each effect against the same one of the lesson's versions: the buggy ones too know when there is something to do it with.
    void judgeTimes(const Scenario& scenario, const EffectTimes& effects, const std::vector<Own>& own)
    {
        for (const auto& [effect, moments] : effects) {
            for (std::size_t i = 0; i < moments.size(); ++i) {
                std::optional<VirtualTime> first;
                std::optional<VirtualTime> last;
                for (const Own& each : own) {
                    const EffectTimes theirs = effectTimesOf(each.runner.withoutTimeout());
                    const auto same = theirs.find(effect);
                    if (same == theirs.end() || same->second.size() <= i)
                        continue;
                    first = std::min(first.value_or(same->second[i]), same->second[i]);
                    last = std::max(last.value_or(same->second[i]), same->second[i]);
                }
                const std::string at = effect.first + " happens at " + toReadableText(moments[i]);
                if (first && moments[i] < *first)
                    find(FixFault::early, scenario, effect.first, {toReadableText(moments[i])}, {toReadableText(*first)},
                         at + ", before there is anything to do it with: not before " + toReadableText(*first) + '.');
                if (last && moments[i] > *last)
                    find(FixFault::late, scenario, effect.first, {toReadableText(moments[i])}, {toReadableText(*last)},
                         at + ", later than it need be: by " + toReadableText(*last) + '.');
            }
        }
    }

    /// What violates, and some times to look closer at.
    std::vector<VirtualDuration> judgeTimeouts(const Scenario& scenario)
    {
        SweepObserver observer = m_observer;
        std::int64_t runs = 0;
        observer.ran = [this, &runs](std::int64_t count) {
            runs = count;
            if (m_observer.ran)
                m_observer.ran(m_judgement.runs + count);
        };
        const Result<std::optional<Sweep>> swept = sweep(m_lesson, scenario, m_limits, observer);
        m_judgement.runs += runs;
        if (!swept) {
            findCrash(scenario, swept.error());
            return {};
        }
        if (!*swept)
            return {};
        const VariantSweep& variant = (*swept)->variants.front();
        std::set<VirtualDuration> timeouts;
        for (const MapSegment& segment : variant.map)
            timeouts.insert(segment.from);
        for (const Timeout& timeout : violatingTimeouts(variant))
            findViolation(scenario, timeout);
        for (const SweptAwait& await : variant.awaits) {
            if (await.end)
                timeouts.insert((await.begin + (*await.end - await.begin) / 2).time_since_epoch());
        }
        std::vector<VirtualDuration> some{timeouts.begin(), timeouts.end()};
        if (some.size() <= mostTimeouts)
            return some;
        std::vector<VirtualDuration> spread; // from the first to the last
        for (std::size_t i = 0; i < mostTimeouts; ++i)
            spread.push_back(some[i * (some.size() - 1) / (mostTimeouts - 1)]);
        return spread;
    }

    void findViolation(Scenario scenario, const Timeout& timeout)
    {
        if (hasFound(FixFault::violates))
            return;
        scenario.timeout = timeout;
        const Result<ScenarioRun> run = runScenario(m_lesson, scenario, m_limits);
        if (!run)
            return findCrash(scenario, run.error());
        for (const TraceCheck& check : run->variants.front().trace->checks) {
            if (check.verdict != Verdict::violated)
                continue;
            const std::string fires = run->timeout ? "When the timeout fires at " + toReadableText(*run->timeout) + ": " : std::string{};
            find(FixFault::violates, scenario, check.text, {check.why}, {}, fires + "not kept is \"" + check.text + "\" " + check.why);
        }
    }

    std::optional<Diagnostic> judgeAt(Scenario scenario, VirtualDuration timeout, const VariantRunner& runner, const std::vector<Own>& own)
    {
        scenario.timeout = timeout;
        const Result<Trace> trace = runner.run(TimeoutAt{timeout});
        ++m_judgement.runs;
        if (!trace) {
            if (!isRefusedDrop(trace.error())) // that moment cannot be run at all
                findCrash(scenario, trace.error());
            return std::nullopt;
        }
        std::optional<VirtualTime> slowest;
        bool doAllEnd = std::ranges::any_of(own, &Own::isFix);
        bool isAnswerKnown = false;
        for (const Own& each : own) {
            const Result<Trace> theirs = each.runner.run(TimeoutAt{timeout});
            if (!theirs && isRefusedDrop(theirs.error()))
                continue;
            if (!theirs)
                return theirs.error();
            for (const Trace* const known : {&*theirs, &each.runner.withoutTimeout()})
                isAnswerKnown = isAnswerKnown || known->clientOutcome == trace->clientOutcome;
            if (!each.isFix)
                continue;
            doAllEnd = doAllEnd && theirs->ended.how == RunEnd::finished;
            if (theirs->raceOverAt)
                slowest = std::max(slowest.value_or(*theirs->raceOverAt), *theirs->raceOverAt);
        }
        const std::string fires = "When the timeout fires at " + toReadableText(timeout);
        if (trace->ended.how != RunEnd::finished && doAllEnd)
            find(FixFault::stays, scenario, {}, {trace->ended.why}, {}, fires + " it does not come to its end: " + trace->ended.why);
        if (!isAnswerKnown)
            find(FixFault::answers, scenario, {}, {.client = trace->clientOutcome, .recipient = trace->recipient}, {},
                 fires + ' ' + whoGetsWhat(*trace) + '.');
        if (slowest && (!trace->raceOverAt || *trace->raceOverAt > *slowest))
            find(FixFault::late, scenario, {}, {trace->raceOverAt ? toReadableText(*trace->raceOverAt) : std::string{}}, {toReadableText(*slowest)},
                 fires + " the caller still waits "
                     + (trace->raceOverAt ? "until " + toReadableText(*trace->raceOverAt) : std::string{"at the end"}) + ". Expected: until "
                     + toReadableText(*slowest) + '.');
        return std::nullopt;
    }

    /// Twice the same run, with a timeout that comes when all is over, and all other runs between them.
    void judgeMemory(const Scenario& scenario, const Result<Trace>& before, const Result<Trace>& after)
    {
        m_judgement.runs += 2;
        if (!before || !after)
            return findCrash(scenario, before ? after.error() : before.error());
        if (const std::optional<VirtualTime> at = firstDifference(*before, *after))
            find(FixFault::remembers, scenario, {}, {toReadableText(*at)}, {},
                 "Run again with nothing changed it does something else from " + toReadableText(*at)
                     + " on: something static keeps what an earlier run did.");
    }

    /// Other values come from outside: its effects and answers must be those of the lesson's versions with them.
    std::optional<Diagnostic> judgeOutside(const Scenario& scenario)
    {
        if (isStopped() || !m_judgement.findings.empty()) // which say more
            return std::nullopt;
        const Result<std::vector<Own>> own = ownOf(scenario);
        if (!own)
            return own.error();
        const Result<VariantRunner> runner = VariantRunner::make(m_lesson, m_variant, scenario, m_limits);
        ++m_judgement.runs;
        if (!runner) {
            findCrash(scenario, runner.error());
            return std::nullopt;
        }
        const Trace& trace = runner->withoutTimeout();
        const auto isKnown = [&](const Own& each) {
            const Trace& theirs = each.runner.withoutTimeout();
            return areSame(effectTimesOf(theirs), effectTimesOf(trace)) && theirs.clientOutcome == trace.clientOutcome;
        };
        if (std::ranges::none_of(*own, isKnown)) {
            const Trace& sample = modelOf(*own).runner.withoutTimeout();
            const FixWords found{listOf(effectTimesOf(trace)), trace.clientOutcome, trace.recipient};
            const FixWords expected{listOf(effectTimesOf(sample)), sample.clientOutcome, sample.recipient};
            find(FixFault::invents, scenario, {}, found, expected,
                 "When something else comes from outside, it goes on with a value of its own: " + found.toText() + ". Expected: " + expected.toText()
                     + '.');
        }
        return std::nullopt;
    }

    Lesson m_lesson;
    std::string m_variant;
    RunLimits m_limits;
    SweepObserver m_observer;
    FixJudgement m_judgement;
};

} // namespace

std::string FixWords::toText() const
{
    const std::string got = whoGetsWhat(recipient, client);
    return what.empty() || got.empty() ? what + got : what + "; " + got;
}

std::string_view toText(FixFault fault)
{
    switch (fault) {
    case FixFault::violates:
        return "violates";
    case FixFault::crashes:
        return "crashes";
    case FixFault::stays:
        return "stays";
    case FixFault::avoids:
        return "avoids";
    case FixFault::answers:
        return "answers";
    case FixFault::effects:
        return "effects";
    case FixFault::early:
        return "early";
    case FixFault::late:
        return "late";
    case FixFault::idle:
        return "idle";
    case FixFault::invents:
        return "invents";
    case FixFault::remembers:
        return "remembers";
    }
    return {};
}

Result<std::optional<FixJudgement>> judgeFix(const Lesson& lesson, const std::string& variant, const RunLimits& limits,
                                             const SweepObserver& observer)
{
    return FixJudge{lesson, variant, limits, observer}.judge();
}

} // namespace awaitscope
