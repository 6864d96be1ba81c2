// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"

#include <nlohmann/json_fwd.hpp>

namespace awaitscope {

/// "awaitscope-trace" version 1, as resources/trace.schema.json describes it: stable keys in a fixed order, times in
/// whole microseconds.
nlohmann::ordered_json toJson(const Trace& trace);

} // namespace awaitscope
