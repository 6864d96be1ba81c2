// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// No Asio here: everybody who knows a lesson includes this, the window too. What a Stage is stands in stage.hpp.

#include <memory>

namespace awaitscope {

class Stage;
class TrafficLedger;
class TrafficStage;
class World;

/// A variant that was compiled in, or loaded from a module.
struct Program
{
    std::unique_ptr<Stage> (*makeStage)(World& world) = nullptr;
    /// Null where the scenario has no traffic (traffic_stage.hpp).
    std::unique_ptr<TrafficStage> (*makeTraffic)(World& world, TrafficLedger& ledger) = nullptr;
};

} // namespace awaitscope
