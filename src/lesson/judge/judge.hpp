// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/format/claim.hpp"
#include "lesson/format/lesson.hpp"
#include "lesson/format/predict.hpp"
#include "lesson/format/scenario.hpp"
#include "lesson/run/runner.hpp"

#include <string>
#include <vector>

namespace awaitscope {

/// A line that a question of the kind `lines` asks about: one of the variant's own file with an await or an effect that
/// the run without a timeout comes by.
struct AskedLine
{
    int line = 0;
    std::string name; ///< of the await or effect: "channel.send"
    std::string text; ///< the line as it stands in the file, without the blanks around it
    bool runs = false; ///< to its end, as often as without a timeout: each await resumed, each effect happened
};

/// In the order of the file, of `predict` as resolveStory() left it. Errors: the run's.
Result<std::vector<AskedLine>> askedLinesOf(const Lesson& lesson, const Predict& predict, const RunLimits& limits = {});

/// Whether what a question of the kind `place` wants becomes true with this timeout: run, in the question's scenario.
/// Errors: the run's.
Result<bool> isPlacedRight(const Lesson& lesson, const Predict& predict, const Timeout& timeout,
                           const RunLimits& limits = {});

/// Whether all of these are true of the run; each claim's variant is one that the run shows.
bool areTrue(const std::vector<Claim>& claims, const ScenarioRun& run);

} // namespace awaitscope
