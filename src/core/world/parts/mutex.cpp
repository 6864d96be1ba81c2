// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/mutex.hpp"

namespace awaitscope {

namespace {

class MutexPermits final : public Permits
{
public:
    MutexPermits(World& world, std::string name) : Permits(world, 1), m_lane(world.lane(std::move(name))) {}

private:
    void taken() override { m_held = m_lane.span("held", "held"); }
    void cameBack() override { m_held.end(); }
    // A span for each holder.
    void passedOn() override
    {
        cameBack();
        taken();
    }

    Lane m_lane;
    Lane::Span m_held;
};

} // namespace

Mutex::Mutex(World& world, std::string name) : m_state(std::make_shared<MutexPermits>(world, std::move(name))) {}

} // namespace awaitscope
