// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"
#include "lesson/format/scenario.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// A run, and the same run without a timeout: what would have followed.
struct VariantRun
{
    std::string variant;
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const Trace> withoutTimeout;
    std::string title = {}; ///< how it is called where it is shown; empty: as the manifest has it
};

/// One run per variant of a scenario, in the order of Scenario::variants.
struct ScenarioRun
{
    Scenario scenario;
    std::optional<VirtualDuration> timeout; ///< where an `await=N` came to lie; the same for all variants
    std::vector<VariantRun> variants;
    VirtualDuration axis{}; ///< 4/3 of the longest run without a timeout
};

struct RunLimits
{
    std::uint64_t maxEvents = 1'000'000; ///< a run that goes on for ever while time passes ends with an error here
    /// Runs that are faults of the code under test (faultOf()) are shown as they began; otherwise they are errors.
    bool showsFaults = false;
};

/// Runs every variant of `scenario`. Errors: an `await` beyond the variant's last, a `time` past the axis,
/// an endless loop (named with coroutine, file and line), a variant that is not compiled in.
/// The result depends on nothing but its arguments.
Result<ScenarioRun> runScenario(const Lesson& lesson, const Scenario& scenario, const RunLimits& limits = {});

} // namespace awaitscope
