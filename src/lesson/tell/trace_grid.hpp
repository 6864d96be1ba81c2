// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"
#include "lesson/tell/lane_grid.hpp"

namespace awaitscope {

/// What happened in a run, moment by moment: a column for the race, for each coroutine but the caller, and for each lane of
/// the world.
LaneGrid gridOf(const Trace& trace);

/// Of a sandbox without timeout() a cancel from outside is all there is: the timeout that its trace tells is this very cancel.
bool isCutByCancel(const Trace& trace);

} // namespace awaitscope
