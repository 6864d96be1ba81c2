// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/scope/lane_bands.hpp"

#include "present/scope/lane_choices.hpp"

namespace awaitscope {

namespace {

double weightOf(const ScopeLane& lane) { return lane.low ? 0.5 : lane.tall ? 2 : 1; }

} // namespace

double partsOf(const std::vector<ScopeLane>& lanes)
{
    double parts = 0;
    for (const ScopeLane& lane : lanes)
        parts += weightOf(lane);
    return parts;
}

std::vector<LaneBand> layOutLanes(const std::vector<ScopeLane>& lanes, double top, double height)
{
    const double parts = partsOf(lanes);
    std::vector<LaneBand> bands;
    for (const ScopeLane& lane : lanes) {
        const double share = height * weightOf(lane) / parts;
        bands.push_back({top, share});
        top += share;
    }
    return bands;
}

std::vector<double> lanePartsOf(const std::vector<VariantRun>& runs, VirtualDuration axis, const LaneChoices& choices)
{
    std::vector<double> parts;
    for (const VariantRun& run : runs) {
        ScopeModel model;
        if (run.trace)
            model = scopeOf(run, VirtualTime{axis}, axis);
        choices.applyTo(model);
        parts.push_back(partsOf(model.lanes));
    }
    return parts;
}

} // namespace awaitscope
