// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the world's parts let somebody wait for his turn. An operation that waits stands in a WaitLine. What it is given when its
// turn comes lies in a Holding, from that moment on and not only when its coroutine is resumed: it belongs to the
// operation, so that what it was given goes back where it came from if the operation is destroyed before anybody got it.

#include "core/world/world.hpp"

#include <boost/intrusive/list.hpp>

#include <memory>
#include <utility>

namespace awaitscope {

/// What an operation asks for, or was given. A part derives its own, whose destructor gives back what nobody took.
class Holding
{
public:
    Holding() = default;
    Holding(const Holding&) = delete;
    Holding& operator=(const Holding&) = delete;
    virtual ~Holding() = default;
};

/// Somebody who waits. It is in its line exactly as long as it waits: one that was cancelled or dropped has left by itself,
/// and before any destructor runs that gives something to the first in the line.
class Waiter
    : public Operation
    , public boost::intrusive::list_base_hook<boost::intrusive::tag<Waiter>,
                                              boost::intrusive::link_mode<boost::intrusive::auto_unlink>>
{
public:
    using Operation::Operation;
    using Hook = boost::intrusive::list_base_hook<boost::intrusive::tag<Waiter>,
                                                  boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

    void stoppedWaiting() override { Hook::unlink(); }

    Holding* claim = nullptr; ///< its own; valid as long as it waits
};

/// First come, first served.
class WaitLine
{
public:
    explicit WaitLine(VirtualContext& context) : m_context(context) {}
    WaitLine(const WaitLine&) = delete;
    WaitLine& operator=(const WaitLine&) = delete;

    bool empty() const { return m_waiters.empty(); }
    void add(Waiter& waiter) { m_waiters.push_back(waiter); }

    /// The first one's. A part knows what it lets wait in its lines.
    template <class HoldingType = Holding>
    HoldingType& first()
    {
        return static_cast<HoldingType&>(*m_waiters.front().claim);
    }

    /// The first leaves and is ready to go on. Without an error it has been given what it waits for.
    void completeFirst(boost::system::error_code error = {});
    void completeAll(boost::system::error_code error = {});

private:
    VirtualContext& m_context;
    boost::intrusive::list<Waiter, boost::intrusive::base_hook<Waiter::Hook>, boost::intrusive::constant_time_size<false>>
        m_waiters;
};

/// Starts an operation called `name` that waits in `line`, with any type of cancellation; `deliver(handler, error, claim)`
/// takes out of the claim what it was given and invokes the handler. Whoever calls this then looks whether it is the new
/// one's turn already: even so the operation completes by way of the ready queue, as each of Asio's does.
template <class HoldingType, class Handler, class Deliver>
void startWaiting(World& world, std::string_view name, WaitLine& line, std::unique_ptr<HoldingType> claim, Handler handler,
                  Deliver deliver)
{
    world.recorder().nameOperation(name);
    HoldingType* const held = claim.get();
    Waiter& waiter = startOperationOn<Waiter>(
        world.executor(), world.context(), {}, std::move(handler),
        [claim = std::move(claim), deliver = std::move(deliver)](auto waiting, boost::system::error_code error) mutable {
            std::move(deliver)(std::move(waiting), error, *claim);
        });
    waiter.claim = held;
    line.add(waiter);
}

} // namespace awaitscope
