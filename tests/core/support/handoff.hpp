// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/async_operation.hpp"
#include "core/world/world.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <memory>
#include <utility>

namespace awaitscope::test {

/// One waits for what somebody else hands over in a turn of his own, as at a lock.
class Handoff
{
public:
    explicit Handoff(World& world) : m_world(world) {}

    auto wait()
    {
        return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(boost::system::error_code)>(
            [this](auto handler) {
                // Nobody waits any more when it has completed, or was destroyed.
                std::shared_ptr<void> waits{nullptr, [this](void*) { m_waiting = nullptr; }};
                m_waiting = &startOperation(
                    m_world.context(), {}, std::move(handler),
                    [](auto waiting, boost::system::error_code error) { std::move(waiting)(error); },
                    [waits = std::move(waits)](boost::system::error_code) mutable { waits.reset(); });
            },
            boost::asio::use_awaitable);
    }

    /// Has its result without ever being in the ready queue.
    auto goesOnAtOnce()
    {
        return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(boost::system::error_code)>(
            [](auto handler) { std::move(handler)(boost::system::error_code{}); }, boost::asio::use_awaitable);
    }

    void giveAfter(VirtualDuration duration)
    {
        startOperation(
            m_world.context(), {.duration = duration}, [](boost::system::error_code) {},
            [this](auto, boost::system::error_code) {
                m_isGiven = m_waiting != nullptr;
                if (m_waiting)
                    m_world.context().complete(*m_waiting, {});
            });
    }

    /// It was given to somebody who waited.
    bool isGiven() const { return m_isGiven; }

private:
    World& m_world;
    bool m_isGiven = false;
    Operation* m_waiting = nullptr;
};

} // namespace awaitscope::test
