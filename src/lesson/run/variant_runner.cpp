// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/variant_runner.hpp"

#include "lesson/text/text.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

std::string wordOf(const CheckSpec* spec, Verdict verdict)
{
    switch (verdict) {
    case Verdict::violated:
        return spec ? spec->violatedText : "violated";
    case Verdict::holds:
        return spec ? spec->holdsText : "holds";
    case Verdict::notApplicable:
        break;
    }
    return spec ? spec->notApplicableText : "not applicable";
}

/// What a scenario leaves to the manifest. The scenario speaks English, and `specs` the lesson's language, which `words` have.
void completeChecks(Trace& trace, const std::vector<CheckSpec>& specs, const Phrasebook& words)
{
    for (TraceCheck& check : trace.checks) {
        const std::string said = words.say(check.text);
        const auto spec = std::ranges::find_if(specs, [&](const CheckSpec& candidate) {
            return check.id.empty() ? candidate.text == check.text || candidate.text == said : candidate.id == check.id;
        });
        const bool isKnown = spec != specs.end();
        if (check.id.empty() && isKnown)
            check.id = spec->id;
        check.isLiveness = isKnown && spec->isLiveness;
        if (check.word.empty())
            check.word = wordOf(isKnown ? &*spec : nullptr, check.verdict);
    }
    std::erase_if(trace.checks, [](const TraceCheck& check) { return check.isLiveness && check.verdict != Verdict::violated; });
}

} // namespace

Result<VariantRunner> VariantRunner::make(const Lesson& lesson, const std::string& variant, const Scenario& scenario,
                                          const RunLimits& limits)
{
    const VariantSpec* const spec = lesson.findVariant(variant);
    if (!spec)
        return Diagnostic{"The lesson " + lesson.slug + " has no variant '" + variant + "'.", {}, 0};
    VariantRunner runner;
    runner.m_variant = variant;
    runner.m_host = lesson.findHost(variant);
    if (!runner.m_host) {
        const Program* const program = lesson.findProgram(variant);
        if (!program || !program->makeStage)
            return Diagnostic{
                "This program was built without this variant: add it to lessons/CMakeLists.txt and build again.",
                spec->file, 0};
        const std::shared_ptr<const SourceSet>& sources =
            // Lesson::sources lie in the order of Lesson::variants.
            lesson.sources.at(static_cast<std::size_t>(spec - lesson.variants.data()));
        runner.m_host = std::make_shared<LocalHost>(
            SimulationInput{*program, sources.get(), lesson.slug, variant, lesson.subject, lesson.caller}, sources);
    }
    runner.m_settings.model = scenario.model;
    runner.m_settings.cancelOn = scenario.cancelOn;
    runner.m_settings.maxEvents = limits.maxEvents;
    runner.m_settings.tellsCrash = limits.showsFaults;
    runner.m_settings.cancel = cancelBesides(scenario, lesson);
    runner.m_settings.cancelType = scenario.cancelType;
    // In the manifest's order, whatever the scenario's: settings are compared, and a trace tells them in this order.
    for (const ParameterSpec& parameter : lesson.parameters) {
        const auto value = scenario.parameters.find(parameter.name);
        runner.m_settings.parameters.emplace_back(parameter.name, value == scenario.parameters.end() ? parameter.defaultValue
                                                                                            : value->second);
    }
    Result<Trace> trace = runner.m_host->runWithoutTimeout(runner.m_settings);
    if (!trace)
        return trace.error();
    runner.m_checks = lesson.checks;
    runner.m_words = lesson.words;
    completeChecks(*trace, runner.m_checks, runner.m_words);
    runner.m_showsFaults = limits.showsFaults;
    if (const std::optional<Diagnostic> fault = faultOf(*trace); fault && !limits.showsFaults)
        return *fault;
    runner.m_withoutTimeout = std::make_shared<const Trace>(*std::move(trace));
    runner.m_count = static_cast<int>(std::ranges::count_if(
        runner.m_withoutTimeout->awaits, [](const TraceAwait& await) { return await.number > 0; }));
    return runner;
}

const TraceAwait* VariantRunner::findAwait(int number) const
{
    const std::vector<TraceAwait>& awaits = m_withoutTimeout->awaits;
    const auto await = std::find_if(awaits.begin(), awaits.end(),
                                    [&](const TraceAwait& candidate) { return candidate.number == number; });
    // 0 is the number of all that bear none.
    return number < 1 || await == awaits.end() ? nullptr : &*await;
}

Result<AimedTimeout> VariantRunner::aimAt(const AtAwait& target) const
{
    const TraceAwait* const await = findAwait(target.number);
    if (!await) {
        const int count = m_count;
        return Diagnostic{"await=" + toText(target) + ": the variant " + m_variant
                              + (count == 0   ? " reaches no await that can be a target."
                                 : count == 1 ? " reaches one await; only await=1 is possible."
                                              : " reaches " + std::to_string(count) + " awaits; allowed are 1 to "
                                                    + std::to_string(count) + "."),
                          {},
                          0};
    }
    if (target.window == AwaitWindow::completed)
        return aimAtCompletion(*await);
    const VirtualDuration begin = await->begin.time_since_epoch();
    // One that is pending for ever is so until nothing is left to run.
    const VirtualDuration end = await->end.value_or(m_withoutTimeout->end).time_since_epoch();
    const VirtualDuration middle = begin + (end - begin) / 2;
    // A timeout at the begin itself would come before the suspension, as it wins ties: only a span of 2 µs has an inside.
    if (end - begin < VirtualDuration{2})
        return AimedTimeout{middle, AtSuspension{target.number}};
    return AimedTimeout{middle, middle};
}

Result<AimedTimeout> VariantRunner::aimAt(const BeforeStart& target) const
{
    const std::vector<TraceStart>& starts = m_withoutTimeout->starts;
    std::vector<std::string> allowed;
    for (const TraceStart& start : starts) {
        if (start.isQueued)
            allowed.push_back(std::to_string(start.number) + " (" + start.what + ')');
    }
    const std::string key = "start=" + std::to_string(target.number) + ": ";
    const std::string rest = allowed.empty() ? "." : ". Allowed: start=" + listed(allowed) + '.';
    const auto start = std::ranges::find(starts, target.number, &TraceStart::number);
    if (start == starts.end())
        return Diagnostic{key + "the variant " + m_variant
                              + (starts.empty() ? std::string{" spawns no coroutine that can be a target"}
                                                : " spawns " + std::to_string(starts.size())
                                                      + (starts.size() == 1 ? " coroutine" : " coroutines"))
                              + rest,
                          {}, 0};
    if (!start->isQueued)
        return Diagnostic{key + "in the variant " + m_variant + ' ' + start->what
                              + " takes its first step in the turn in which it is spawned, and no cancel can come between" + rest,
                          {}, 0};
    return AimedTimeout{start->spawned.time_since_epoch(), AtStart{target.number}};
}

Result<AimedTimeout> VariantRunner::aimAtCompletion(const TraceAwait& await) const
{
    const int number = await.number;
    if (!await.completed) {
        std::vector<std::string> allowed = {toText(AtAwait{number})};
        for (const TraceAwait& other : m_withoutTimeout->awaits) {
            if (other.number > 0 && other.completed)
                allowed.push_back(toText(AtAwait{other.number, AwaitWindow::completed}));
        }
        const bool isPending = await.how == AwaitEnd::pending;
        return Diagnostic{"await=" + toText(AtAwait{number, AwaitWindow::completed}) + ": in the variant "
                              + m_variant + ' ' + std::to_string(number) + ' ' + await.what
                              + (isPending
                                     ? " never completes"
                                     : " goes on in the turn in which it completes, and no cancel can come between")
                              + ". Allowed: await=" + listed(allowed) + ".",
                          {},
                          0};
    }
    // A timer that is due in the same instant as the timeout has completed when the timeout fires. Anything else
    // completes only when somebody runs: then no time comes after it and before the coroutine.
    const VirtualDuration time = await.completed->time_since_epoch();
    const Result<Trace> tie = run(time);
    if (!tie)
        return tie.error();
    const bool isHit = std::any_of(tie->awaits.begin(), tie->awaits.end(), [&](const TraceAwait& candidate) {
        return candidate.number == number && candidate.firedCompleted;
    });
    if (isHit)
        return AimedTimeout{time, time};
    return AimedTimeout{time, AtCompletion{number}};
}

Result<Trace> VariantRunner::run(const TimeoutAt& timeout) const
{
    Result<Trace> trace = m_host->run(m_settings, timeout);
    if (trace)
        completeChecks(*trace, m_checks, m_words);
    if (trace && !m_showsFaults) {
        if (const std::optional<Diagnostic> fault = faultOf(*trace))
            return *fault;
    }
    return trace;
}

} // namespace awaitscope
