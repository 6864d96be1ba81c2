// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/run/variant_host.hpp"

namespace awaitscope {

LocalHost::LocalHost(SimulationInput input, std::shared_ptr<const SourceSet> sources)
    : m_sources(std::move(sources)), m_input(std::move(input))
{}

std::optional<Diagnostic> LocalHost::prepare(const SimulationSettings& settings)
{
    if (m_settings == settings)
        return std::nullopt;
    // Before the run: if it fails, no baseline belongs to any settings.
    m_settings.reset();
    Result<Baseline> baseline = simulateWithoutTimeout(m_input, settings);
    if (!baseline)
        return baseline.error();
    m_baseline = *std::move(baseline);
    m_settings = settings;
    return std::nullopt;
}

Result<Trace> LocalHost::runWithoutTimeout(const SimulationSettings& settings)
{
    if (std::optional<Diagnostic> error = prepare(settings))
        return *std::move(error);
    return m_baseline->trace;
}

Result<Trace> LocalHost::run(const SimulationSettings& settings, const TimeoutAt& timeout)
{
    if (std::optional<Diagnostic> error = prepare(settings))
        return *std::move(error);
    return simulate(m_input, settings, *m_baseline, timeout);
}

} // namespace awaitscope
