// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The teaching world and races, under their full names: which of them are to be had without is for those who include this,
// teaching.hpp for lessons and sandbox_names.hpp for sandboxes.

#include "core/race/race.hpp"
#include "core/run/program.hpp"
#include "core/run/stage.hpp"
#include "core/run/traffic_stage.hpp"
#include "core/world/cache.hpp"
#include "core/world/channel.hpp"
#include "core/world/http.hpp"
#include "core/world/parts/event.hpp"
#include "core/world/parts/mutex.hpp"
#include "core/world/parts/pool.hpp"
#include "core/world/parts/queue.hpp"
#include "core/world/parts/semaphore.hpp"
#include "core/world/parts/stream.hpp"
#include "core/world/parts/task.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"
#include "core/world/spawn.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/this_coro.hpp>

#include <memory>
#include <optional>
#include <string>

namespace asio = boost::asio;
using namespace std::chrono_literals; // NOLINT(google-build-using-namespace): for what includes this to be read as prose

// Twice, as an argument beside ## is not expanded.
#define AWAITSCOPE_JOIN_EXPANDED(a, b) a##b
#define AWAITSCOPE_JOIN(a, b) AWAITSCOPE_JOIN_EXPANDED(a, b)

namespace awaitscope {

template <class StageType, class... TrafficType>
    requires(sizeof...(TrafficType) <= 1)
Program programOf()
{
    Program program;
    program.makeStage = [](World& world) -> std::unique_ptr<Stage> { return std::make_unique<StageType>(world); };
    ((program.makeTraffic = [](World& world, TrafficLedger& ledger) -> std::unique_ptr<TrafficStage> {
        return std::make_unique<TrafficType>(world, ledger);
    }), ...);
    return program;
}

} // namespace awaitscope

/// In scenario.cpp, once: AWAITSCOPE_STAGE(MyStage) makes the variant's Program of a class MyStage(World&);
/// AWAITSCOPE_STAGE(MyStage, MyTraffic) of a class MyTraffic(World&, TrafficLedger&) besides.
/// AWAITSCOPE_VARIANT, which the build sets, tells the variants of one program apart.
#define AWAITSCOPE_STAGE(...)                                                                                          \
    namespace awaitscope::programs {                                                                                   \
    Program AWAITSCOPE_JOIN(awaitscope_program_, AWAITSCOPE_VARIANT)();                                                \
    Program AWAITSCOPE_JOIN(awaitscope_program_, AWAITSCOPE_VARIANT)()                                                 \
    {                                                                                                                  \
        return programOf<__VA_ARGS__>();                                                                               \
    }                                                                                                                  \
    }
