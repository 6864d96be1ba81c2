// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/simulation.hpp"

#include <memory>
#include <optional>

namespace awaitscope {

/// Runs one variant, in this process or in one of its own.
class VariantHost
{
public:
    VariantHost() = default;
    VariantHost(const VariantHost&) = delete;
    VariantHost& operator=(const VariantHost&) = delete;
    virtual ~VariantHost() = default;

    /// Errors: those of simulateWithoutTimeout(). What a process of its own died of is a trace that ends there (RunEnd::crashed) where
    /// something had happened before, else an error too (Diagnostic::isFault).
    virtual Result<Trace> runWithoutTimeout(const SimulationSettings& settings) = 0;

    /// As simulate(). Errors likewise.
    virtual Result<Trace> run(const SimulationSettings& settings, const TimeoutAt& timeout) = 0;
};

/// Runs it here. For one thread at a time.
class LocalHost final : public VariantHost
{
public:
    /// `sources` are those that `input` refers to, kept as long as the host lives.
    LocalHost(SimulationInput input, std::shared_ptr<const SourceSet> sources);

    Result<Trace> runWithoutTimeout(const SimulationSettings& settings) override;
    Result<Trace> run(const SimulationSettings& settings, const TimeoutAt& timeout) override;

    /// The runs of these settings go by this one, and none without a timeout is made for them here.
    void take(const SimulationSettings& settings, Baseline baseline);
    const SimulationInput& input() const { return m_input; }

    /// As the runs above, which are left in their midst. Returns if the run does not come that far.
    void leave(const SimulationSettings& settings, const std::optional<TimeoutAt>& timeout, const LeaveRun& leave);

private:
    /// Makes the run without a timeout, if the last one was of other settings.
    std::optional<Diagnostic> prepare(const SimulationSettings& settings);

    std::shared_ptr<const SourceSet> m_sources;
    SimulationInput m_input;
    std::optional<SimulationSettings> m_settings; ///< of m_baseline
    std::optional<Baseline> m_baseline;
    bool m_isTraceGiven = false; ///< of m_baseline
};

} // namespace awaitscope
