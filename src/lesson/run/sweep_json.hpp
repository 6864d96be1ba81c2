// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/sweep.hpp"

#include <nlohmann/json_fwd.hpp>

namespace awaitscope {

/// "awaitscope-sweep" version 1: stable keys in a fixed order, times in whole microseconds, null for "for ever".
nlohmann::ordered_json toJson(const Sweep& sweep);

} // namespace awaitscope
