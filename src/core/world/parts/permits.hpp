// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/world/parts/waiters.hpp"

#include <cstddef>
#include <memory>
#include <utility>

namespace awaitscope {

class Permits;

/// One of some Permits. Given back when it goes, which lets the next in the line go on.
class Permit
{
public:
    Permit() = default; ///< none
    Permit(Permit&& other) noexcept = default;
    Permit& operator=(Permit&& other) noexcept
    {
        giveBack();
        m_permits = std::move(other.m_permits);
        return *this;
    }
    Permit(const Permit&) = delete;
    Permit& operator=(const Permit&) = delete;
    ~Permit() { giveBack(); }

    explicit operator bool() const { return m_permits != nullptr; }

    /// Whoever has it gives it back by Permits::giveBack().
    void keep() { m_permits.reset(); }
    void giveBack();

private:
    friend class Permits;
    explicit Permit(std::shared_ptr<Permits> permits) : m_permits(std::move(permits)) {}

    std::shared_ptr<Permits> m_permits;
};

/// What Mutex, Semaphore and Pool have in common: so many may, the others wait, first come, first served. A permit that is
/// given back goes to the first who waits, and is never free in between: nobody can come before who did not wait.
/// Shared by a part, its permits and what waits, so that none of them must outlive another. The world outlives them all.
class Permits : public std::enable_shared_from_this<Permits>
{
public:
    Permits(World& world, std::size_t count) : m_world(world), m_line(world.context()), m_free(count) {}
    Permits(const Permits&) = delete;
    Permits& operator=(const Permits&) = delete;
    virtual ~Permits() = default;

    World& world() const { return m_world; }
    std::size_t free() const { return m_free; }

    /// Empty if none is free.
    Permit tryTake();
    void giveBack();

    /// Those who wait are cancelled: their part goes.
    void abort() { m_line.completeAll(boost::asio::error::operation_aborted); }

    /// `deliver(handler, error, permit)` invokes the handler; with an error the permit is empty.
    template <class Handler, class Deliver>
    void startTaking(std::string_view name, Handler handler, Deliver deliver)
    {
        startWaiting(m_world, name, m_line, std::make_unique<Wanted>(), std::move(handler),
                     [deliver = std::move(deliver)](auto waiting, boost::system::error_code error, Wanted& wanted) mutable {
                         std::move(deliver)(std::move(waiting), error, std::move(wanted.permit));
                     });
        // One that is free has nobody in the line before this one.
        if (m_free > 0) {
            --m_free;
            giveToFirst();
            taken();
        }
    }

private:
    /// Empty while it waits.
    struct Wanted final : Holding
    {
        Permit permit;
    };

    void giveToFirst();

    // For the lane.
    virtual void taken() = 0;
    virtual void cameBack() = 0;
    virtual void passedOn() {} ///< from one who had it to one who waited

    World& m_world;
    WaitLine m_line;
    std::size_t m_free; ///< while somebody waits: none
};

} // namespace awaitscope
