// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/world.hpp"

namespace awaitscope {

/// spawn(task()): a task that goes on by itself, as tokio::spawn's. No cancellation and no drop of whoever spawned it
/// reaches it. An exception that leaves it becomes a line in the console.
class Spawn
{
public:
    explicit Spawn(World& world) : m_world(world) {}

    void operator()(boost::asio::awaitable<void> task) const;

private:
    World& m_world;
};

} // namespace awaitscope
