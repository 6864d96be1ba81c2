// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/scope/scope_model.hpp"

#include <vector>

namespace awaitscope {

class LaneChoices;

/// Where a lane lies, in pixels.
struct LaneBand
{
    double top = 0;
    double height = 0;
};

/// From `top` on: tall lanes twice as high as others, low ones half as high.
std::vector<LaneBand> layOutLanes(const std::vector<ScopeLane>& lanes, double top, double height);

/// How often lanes want the height of one that is neither tall nor low: what layOutLanes() shares among them.
double partsOf(const std::vector<ScopeLane>& lanes);

/// The same of each run's scope, as its lanes are at its end; 0 without a run.
std::vector<double> lanePartsOf(const std::vector<VariantRun>& runs, VirtualDuration axis, const LaneChoices& choices);

} // namespace awaitscope
