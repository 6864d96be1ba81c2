// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// asio::steady_timer, system_timer and high_resolution_timer on a VirtualContext wait in its virtual time.
//
// Behind basic_waitable_timer stands detail::deadline_timer_service, one per context. Asio's own makes a scheduler in the
// context, and with it a thread and the real clock. Here it is specialised for the three clocks of the standard library.
// On any context but a VirtualContext the specialisation hands everything to Asio's own, under a traits type of another name.
//
// As the traced promise, it must be seen by the whole program or by none of it: where a translation unit used such a timer
// without this header, the linker would take one of two classes of the same name for both. Therefore traced_awaitable.hpp
// includes it, which every coroutine includes first, and what waits in real time in this program (the workbench) has a timer
// type of its own, workbench/process/real_timer.hpp. tests/architecture lets no source of the program name Asio's timers but
// through one of the two.

#include "core/sim/async_operation.hpp"
#include "core/time/standard_clocks.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/detail/chrono_time_traits.hpp>
#include <boost/asio/detail/deadline_timer_service.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/high_resolution_timer.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/system_timer.hpp>
#include <boost/asio/wait_traits.hpp>
#include <boost/intrusive/list.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace awaitscope {

/// One wait for a standard timer. Linked to its timer as long as it waits.
class TimerWait
    : public Operation
    , public boost::intrusive::list_base_hook<boost::intrusive::tag<TimerWait>,
                                              boost::intrusive::link_mode<boost::intrusive::auto_unlink>>
{
public:
    using Operation::Operation;
    using Hook = boost::intrusive::list_base_hook<boost::intrusive::tag<TimerWait>,
                                                  boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

    void stoppedWaiting() override { Hook::unlink(); }
};

/// Those of one timer, oldest first. A wait leaves by itself, wherever its timer was moved.
using TimerWaits = boost::intrusive::list<TimerWait, boost::intrusive::base_hook<TimerWait::Hook>,
                                          boost::intrusive::constant_time_size<false>>;

/// The clock's own traits under another name, for which Asio's own service is not specialised.
template <class Clock>
struct RealTimeTraits : boost::asio::detail::chrono_time_traits<Clock, boost::asio::wait_traits<Clock>>
{
};

} // namespace awaitscope

/// Timers of a standard clock: on virtual time in a VirtualContext, Asio's own in every other context. Cancelling, moving and
/// destroying do in virtual time what they do in Asio's: a cancelled wait is posted with operation_aborted, one that is ready
/// is left alone. All waits of one timer become ready together, at the timer's place.
template <awaitscope::StandardClock Clock>
class boost::asio::detail::deadline_timer_service<
    boost::asio::detail::chrono_time_traits<Clock, boost::asio::wait_traits<Clock>>>
    : public boost::asio::detail::execution_context_service_base<deadline_timer_service<
          boost::asio::detail::chrono_time_traits<Clock, boost::asio::wait_traits<Clock>>>>
{
    using Traits = chrono_time_traits<Clock, wait_traits<Clock>>;
    using Base = execution_context_service_base<deadline_timer_service>;
    using RealService = deadline_timer_service<awaitscope::RealTimeTraits<Clock>>;

public:
    using time_type = typename Traits::time_type;
    using duration_type = typename Traits::duration_type;

    struct implementation_type
    {
        implementation_type() = default;
        implementation_type(const implementation_type&) = delete;
        implementation_type& operator=(const implementation_type&) = delete;

        time_type expiry;
        /// Among timers that are due in the same instant. Of one that was set by a duration it is from then: a real clock
        /// went on in between, and its expiry is the earlier. An absolute expiry can be the same as another's, and then
        /// the first wait decides, as in Asio's heap.
        std::uint64_t place = 0;
        bool isPlaced = false;
        awaitscope::TimerWaits waits;
        typename RealService::implementation_type real; ///< used in other contexts, and nothing else is there
    };

    explicit deadline_timer_service(execution_context& context)
        : Base(context),
          m_virtual(awaitscope::VirtualContext::of(context)),
          m_real(m_virtual ? nullptr : &use_service<RealService>(context))
    {
    }

    void shutdown() override {}

    void construct(implementation_type& timer)
    {
        if (m_real)
            m_real->construct(timer.real);
        else
            timer.expiry = time_type{};
    }

    void destroy(implementation_type& timer)
    {
        if (m_real) {
            m_real->destroy(timer.real);
            return;
        }
        boost::system::error_code ignored;
        cancel(timer, ignored);
    }

    void move_construct(implementation_type& timer, implementation_type& other)
    {
        if (m_real) {
            m_real->move_construct(timer.real, other.real);
            return;
        }
        timer.expiry = std::exchange(other.expiry, time_type{});
        timer.place = other.place;
        timer.isPlaced = std::exchange(other.isPlaced, false);
        timer.waits.splice(timer.waits.end(), other.waits);
    }

    void move_assign(implementation_type& timer, deadline_timer_service& otherService, implementation_type& other)
    {
        if (m_real && otherService.m_real) {
            m_real->move_assign(timer.real, *otherService.m_real, other.real);
            return;
        }
        boost::system::error_code ignored;
        cancel(timer, ignored);
        otherService.move_construct(timer, other); // whose timer it is from now on
    }

    void converting_move_construct(implementation_type& timer, deadline_timer_service& otherService,
                                   implementation_type& other)
    {
        otherService.move_construct(timer, other);
    }

    void converting_move_assign(implementation_type& timer, deadline_timer_service& otherService, implementation_type& other)
    {
        move_assign(timer, otherService, other);
    }

    std::size_t cancel(implementation_type& timer, boost::system::error_code& error)
    {
        if (m_real)
            return m_real->cancel(timer.real, error);
        error = {};
        std::size_t count = 0;
        while (cancelOldest(timer))
            ++count;
        return count;
    }

    std::size_t cancel_one(implementation_type& timer, boost::system::error_code& error)
    {
        if (m_real)
            return m_real->cancel_one(timer.real, error);
        error = {};
        return cancelOldest(timer) ? 1 : 0;
    }

    time_type expiry(const implementation_type& timer) const { return m_real ? m_real->expiry(timer.real) : timer.expiry; }
    time_type expires_at(const implementation_type& timer) const { return expiry(timer); }
    duration_type expires_from_now(const implementation_type& timer) const { return Traits::subtract(expiry(timer), now()); }

    std::size_t expires_at(implementation_type& timer, const time_type& expiry, boost::system::error_code& error)
    {
        if (m_real)
            return m_real->expires_at(timer.real, expiry, error);
        const std::size_t count = cancel(timer, error);
        timer.expiry = expiry;
        timer.isPlaced = false;
        return count;
    }

    std::size_t expires_after(implementation_type& timer, const duration_type& duration, boost::system::error_code& error)
    {
        if (m_real)
            return m_real->expires_after(timer.real, duration, error);
        const std::size_t count = expires_at(timer, Traits::add(now(), duration), error);
        timer.place = m_virtual->takePlace();
        timer.isPlaced = true;
        return count;
    }

    std::size_t expires_from_now(implementation_type& timer, const duration_type& duration, boost::system::error_code& error)
    {
        return expires_after(timer, duration, error);
    }

    /// In virtual time only for an expiry that is past: nothing can happen while the one thread waits. No error code, which
    /// many would not look at.
    void wait(implementation_type& timer, boost::system::error_code& error)
    {
        if (m_real)
            m_real->wait(timer.real, error);
        else if (timer.expiry <= now())
            error = {};
        else
            m_virtual->refuseToBlock();
    }

    template <class Handler, class IoExecutor>
    void async_wait(implementation_type& timer, Handler& handler, const IoExecutor& executor)
    {
        if (m_real) {
            m_real->async_wait(timer.real, handler, executor);
            return;
        }
        awaitscope::OperationOptions options;
        // time_point::max() is everybody's word for "until somebody cancels it".
        if (timer.expiry != time_type::max())
            options.duration = awaitscope::dueTime(timer.expiry) - m_virtual->now();
        if (!timer.isPlaced && timer.waits.empty())
            timer.place = m_virtual->takePlace();
        options.place = timer.place;
        timer.waits.push_back(awaitscope::startOperationOn<awaitscope::TimerWait>(
            executor, *m_virtual, options, std::move(handler),
            [](Handler waiting, boost::system::error_code error) { std::move(waiting)(error); }));
    }

private:
    time_type now() const { return m_virtual ? awaitscope::timeOn<Clock>(m_virtual->now()) : Traits::now(); }

    bool cancelOldest(implementation_type& timer)
    {
        if (timer.waits.empty())
            return false;
        m_virtual->complete(timer.waits.front(), error::operation_aborted);
        return true;
    }

    awaitscope::VirtualContext* m_virtual; ///< null in any other context
    RealService* m_real;                   ///< Asio's own; null in a virtual one
};
