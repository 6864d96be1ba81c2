// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/simulation.hpp"
#include "lesson/format/lesson.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/run/runner.hpp"
#include "lesson/run/variant_host.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace awaitscope {

/// Where a timeout that is aimed at an await comes to lie.
struct AimedTimeout
{
    VirtualDuration time{}; ///< in whole microseconds: the middle of the await's span without a timeout, or its end
    TimeoutAt run;          ///< that time; or the moment itself, where no time hits it
};

/// Runs one variant of a lesson again and again: its sources are indexed and its run without a timeout is made once.
/// Borrows the lesson.
class VariantRunner
{
public:
    /// Errors: an unknown variant, one that is not compiled in, and what simulateWithoutTimeout() says.
    /// Of the scenario counts what holds whenever the timeout fires.
    static Result<VariantRunner> make(const Lesson& lesson, const std::string& variant, const Scenario& scenario,
                                      const RunLimits& limits);

    const Trace& withoutTimeout() const { return *m_withoutTimeout; }

    /// An error if there is no await of that number, or no such window; it names those there are.
    Result<AimedTimeout> aimAt(const AtAwait& target) const;
    /// Likewise for a start.
    Result<AimedTimeout> aimAt(const BeforeStart& target) const;

    Result<Trace> run(const TimeoutAt& timeout) const;

private:
    VariantRunner() = default;

    const TraceAwait* findAwait(int number) const;
    Result<AimedTimeout> aimAtCompletion(const TraceAwait& await) const;

    std::string m_variant;
    SimulationSettings m_settings;
    bool m_showsFaults = false;
    std::vector<CheckSpec> m_checks;
    Phrasebook m_words; ///< the lesson's, for what the scenario says in English
    std::shared_ptr<VariantHost> m_host;
    std::shared_ptr<const Trace> m_withoutTimeout;
    int m_count = 0; ///< of the awaits that can be targets
};

} // namespace awaitscope
