// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/traffic/traffic.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace awaitscope {

/// What was served in another process, all of it: for that process's answer, and not for people.
nlohmann::ordered_json toJson(const TrafficTally& tally);

/// The same tally again. An error if the text, which the code under test may have written, is none that `order` can have.
Result<TrafficTally> readTally(std::string_view text, const TrafficOrder& order);

} // namespace awaitscope
