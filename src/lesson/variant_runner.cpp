// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/variant_runner.hpp"

#include <algorithm>

namespace awaitscope {

Result<VariantRunner> VariantRunner::make(const Lesson& lesson, const std::string& variant, CancelModel model,
                                          const std::map<std::string, VirtualDuration>& parameters,
                                          const RunLimits& limits)
{
    const VariantSpec* const spec = lesson.findVariant(variant);
    if (!spec)
        return Diagnostic{"The lesson " + lesson.slug + " has no variant '" + variant + "'.", {}, 0};
    const Program* const program = lesson.findProgram(variant);
    if (!program || !program->makeStage)
        return Diagnostic{"This program was built without this variant: add it to lessons/CMakeLists.txt and build again.",
                          spec->file, 0};

    VariantRunner runner;
    runner.m_sources = lesson.sources.at(static_cast<std::size_t>(spec - lesson.variants.data()));
    runner.m_input = {*program, runner.m_sources.get(), lesson.slug, variant, lesson.subject, lesson.caller};
    runner.m_settings.model = model;
    runner.m_settings.maxEvents = limits.maxEvents;
    for (const ParameterSpec& parameter : lesson.parameters) {
        const auto value = parameters.find(parameter.name);
        runner.m_settings.parameters.emplace_back(parameter.name, value == parameters.end() ? parameter.defaultValue
                                                                                            : value->second);
    }
    Result<Baseline> baseline = simulateWithoutTimeout(runner.m_input, runner.m_settings);
    if (!baseline)
        return baseline.error();
    runner.m_baseline = std::make_shared<const Baseline>(*std::move(baseline));
    return runner;
}

Result<AimedTimeout> VariantRunner::aimAt(int number) const
{
    const std::vector<TraceAwait>& awaits = m_baseline->trace.awaits;
    const auto await = std::find_if(awaits.begin(), awaits.end(),
                                    [&](const TraceAwait& candidate) { return candidate.number == number; });
    if (number < 1 || await == awaits.end()) {
        const int count = m_baseline->numbers.count();
        return Diagnostic{"await=" + std::to_string(number) + ": the variant " + m_input.variant +
                              (count == 0   ? " reaches no await that can be a target."
                               : count == 1 ? " reaches one await; only await=1 is possible."
                                            : " reaches " + std::to_string(count) + " awaits; allowed are 1 to " +
                                                  std::to_string(count) + "."),
                          {}, 0};
    }
    const VirtualDuration begin = await->begin.time_since_epoch();
    const VirtualDuration end = await->end.value_or(m_baseline->trace.end).time_since_epoch();
    // A timeout at the begin itself would come before the suspension, as it wins ties: only a span of 2 µs has an inside.
    return AimedTimeout{begin + (end - begin) / 2, end - begin < VirtualDuration{2}};
}

Result<Trace> VariantRunner::run(VirtualDuration timeout) const
{
    return simulate(m_input, m_settings, *m_baseline, timeout);
}

Result<Trace> VariantRunner::run(AtSuspension timeout) const
{
    return simulate(m_input, m_settings, *m_baseline, timeout);
}

} // namespace awaitscope
