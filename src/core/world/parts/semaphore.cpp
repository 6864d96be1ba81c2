// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/semaphore.hpp"

namespace awaitscope {

namespace {

class SemaphorePermits final : public Permits
{
public:
    SemaphorePermits(World& world, std::string name, std::size_t count)
        : Permits(world, count), m_lane(world.lane(std::move(name)))
    {
        show();
    }

private:
    void taken() override { show(); }
    void cameBack() override { show(); }
    void show() { m_lane.holds(std::to_string(free()) + " free"); }

    Lane m_lane;
};

} // namespace

Semaphore::Semaphore(World& world, std::string name, std::size_t count)
    : m_state(std::make_shared<SemaphorePermits>(world, std::move(name), count))
{
}

bool Semaphore::try_acquire()
{
    Permit permit = m_state->tryTake();
    const bool isTaken = static_cast<bool>(permit);
    permit.keep();
    return isTaken;
}

} // namespace awaitscope
