// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/simulation.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string_view>
#include <vector>

namespace awaitscope::worker {

/// What other workers must know of a run without a timeout that none survives, so that they can make those with one. `effects` are its trace's.
nlohmann::ordered_json leftBaseline(const Recording& recording, const std::vector<TraceEffect>& effects);

/// Reads it. Throws nlohmann::json::exception or std::out_of_range where it is another's.
Baseline readLeftBaseline(std::string_view text, const SimulationInput& input);

} // namespace awaitscope::worker
