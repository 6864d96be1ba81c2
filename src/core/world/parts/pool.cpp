// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/pool.hpp"

#include <deque>

namespace awaitscope {

/// A permit stands for a connection that is idle or can be opened; which one is decided only when its lease is made. So what
/// was granted and never got there needs no connection to be given back.
class PoolPermits final : public Permits
{
public:
    PoolPermits(World& world, std::string name, std::size_t size)
        : Permits(world, size), m_size(size), m_lane(world.lane(std::move(name)))
    {
        show();
    }

    Pool::Connection open()
    {
        if (m_idle.empty())
            return {++m_opened, {}};
        Pool::Connection connection = std::move(m_idle.front());
        m_idle.pop_front();
        return connection;
    }

    void putBack(Pool::Connection connection) { m_idle.push_back(std::move(connection)); }

    std::size_t inUse() const { return m_size - free(); }

private:
    void taken() override { show(); }
    void cameBack() override { show(); }
    void show() { m_lane.holds(std::to_string(inUse()) + " of " + std::to_string(m_size) + " in use"); }

    std::size_t m_size;
    Lane m_lane;
    std::deque<Pool::Connection> m_idle;
    int m_opened = 0;
};

Pool::Lease::Lease(std::shared_ptr<PoolPermits> pool, Permit permit)
    : m_pool(std::move(pool)), m_permit(std::move(permit))
{
    if (m_permit)
        m_connection = m_pool->open();
}

Pool::Lease& Pool::Lease::operator=(Lease&& other) noexcept
{
    if (this != &other) {
        give_back();
        m_pool = std::move(other.m_pool);
        m_permit = std::move(other.m_permit);
        m_connection = std::exchange(other.m_connection, std::nullopt);
    }
    return *this;
}

void Pool::Lease::give_back()
{
    // The connection before the permit: whoever gets the permit shall find it.
    if (m_connection)
        m_pool->putBack(*std::exchange(m_connection, std::nullopt));
    m_permit.giveBack();
}

void Pool::Lease::discard()
{
    m_connection.reset();
    m_permit.giveBack();
}

Pool::Pool(World& world, std::string name, std::size_t size)
    : m_state(std::make_shared<PoolPermits>(world, std::move(name), size))
{
}

Pool::~Pool()
{
    m_state->abort();
}

Pool::Lease Pool::try_acquire()
{
    return {m_state, m_state->tryTake()};
}

std::size_t Pool::in_use() const
{
    return m_state->inUse();
}

Permits& Pool::permitsOf(const std::shared_ptr<PoolPermits>& pool)
{
    return *pool;
}

} // namespace awaitscope
