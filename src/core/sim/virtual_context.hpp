// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/virtual_time.hpp"

#include <boost/asio/execution_context.hpp>
#include <boost/asio/error.hpp>
#include <boost/intrusive/list.hpp>
#include <boost/intrusive/set.hpp>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace awaitscope {

class VirtualExecutor;

/// A group of coroutines that can be dropped together. Domains form a tree; 0 is its root.
using DomainId = std::uint32_t;

/// Who caused a piece of work: opaque here, the observer's number for a coroutine.
using Origin = std::uint32_t;

/// Tells the tasks of a context apart that were ever ready; from 1.
using Ticket = std::uint64_t;

/// Told what the context does, while it does it. The tracing layer implements it.
class ExecutionObserver
{
public:
    virtual ~ExecutionObserver() = default;

    /// The work that runs from now on was caused by `origin`; returns what was current before.
    virtual Origin enter(Origin origin) = 0;
    virtual Origin current() const = 0;

    /// An operation is started for what is current; the number is the observer's, for fails().
    virtual std::uint32_t starts() = 0;
    /// That operation gives `error` to whoever waits for it, who may throw it or keep it in a variable.
    virtual void fails(std::uint32_t part, const boost::system::error_code& error) = 0;

    /// A task that `origin` caused became ready: it runs when those before it have run.
    virtual void queued(Origin origin, Ticket ticket) = 0;
    /// It is taken from the ready queue and runs from now on.
    virtual void begins(Origin origin, Ticket ticket) = 0;

    /// The one thread was asked to wait until virtual time has passed, which it does not do meanwhile.
    virtual void blocks() {}
};

/// Thrown by VirtualContext::run() when a run takes more events than its budget.
class EventBudgetExceeded : public std::runtime_error
{
public:
    EventBudgetExceeded() : std::runtime_error("the run does not end") {}
};

/// Thrown where the one thread is asked to wait for virtual time.
class BlockingWait : public std::logic_error
{
public:
    BlockingWait()
        : std::logic_error("It waits for a timer with the thread, and no virtual time passes meanwhile. Use co_await "
                           "timer.async_wait(asio::use_awaitable).")
    {
    }
};

/// A piece of work in the ready queue: run once, or destroyed without being run.
class ReadyTask : public boost::intrusive::list_base_hook<>
{
public:
    ReadyTask(DomainId domain, Origin origin) : m_domain(domain), m_origin(origin) {}
    ReadyTask(const ReadyTask&) = delete;
    ReadyTask& operator=(const ReadyTask&) = delete;
    virtual ~ReadyTask() = default;

    virtual void run() = 0;

    DomainId domain() const { return m_domain; }
    Origin origin() const { return m_origin; }

    Ticket ticket = 0; ///< from when it became ready

private:
    DomainId m_domain;
    Origin m_origin;
};

/// An asynchronous operation that waits, for a time or for somebody, and then becomes ready with a result.
/// Destroying it uninvoked destroys its handler, and with it the coroutine that waits for it.
class Operation : public ReadyTask, public boost::intrusive::set_base_hook<>
{
public:
    using ReadyTask::ReadyTask;

    std::optional<VirtualTime> due; ///< empty: until somebody completes it
    std::uint64_t sequence = 0;
    bool background = false; ///< does not keep the run going by itself
    bool waiting = true;     ///< false once it is in the ready queue: then nothing can cancel it any more
    boost::system::error_code result;

    /// It has its result, and is about to enter the ready queue: what it does to the world, and not to whoever waits for
    /// it, happens now. Must start, complete and destroy no operation.
    virtual void completing() {}

    /// It waits no longer: it is about to complete, or was dropped and will be destroyed, after others perhaps whose
    /// destructors must not find it any more. Likewise.
    virtual void stoppedWaiting() {}

    friend bool operator<(const Operation& a, const Operation& b)
    {
        return a.due != b.due ? a.due < b.due : a.sequence < b.sequence;
    }
};

/// An execution context in which only virtual time passes: the ready queue runs, and when it is empty the clock jumps
/// to the next timer. Single-threaded. Order, ties included, is that of asio::io_context:
///  - the ready queue is first in, first out;
///  - timers are looked at once per round of the queue; all that are due enter it together, by due time and then by
///    the order in which they were set, which is that of their start if nobody says otherwise;
///  - a cancelled operation enters the queue at its end; one that is ready already cannot be cancelled;
///  - dispatch from inside runs in place, defer waits for the end of the task.
class VirtualContext : public boost::asio::execution_context
{
public:
    using executor_type = VirtualExecutor;

    /// `observer` may be null; otherwise it outlives the context.
    explicit VirtualContext(std::uint64_t maxEvents, ExecutionObserver* observer = nullptr);
    /// Destroys what still waits, and unwinds its coroutines.
    ~VirtualContext();

    /// The VirtualContext that `context` is, or null if it is of another kind: an execution_context is not polymorphic.
    static VirtualContext* of(boost::asio::execution_context& context);

    VirtualExecutor get_executor() noexcept;

    VirtualTime now() const noexcept { return m_now; }
    ExecutionObserver* observer() const noexcept { return m_observer; }

    /// Until nothing is left to run but background operations. Throws EventBudgetExceeded, and what a handler throws.
    void run();

    /// run() ends when the current task does, and does nothing from then on: what waits stays until the context goes.
    void stop() noexcept { m_stopped = true; }

    /// For a wait that is none of a coroutine's: tells the observer, and throws BlockingWait.
    [[noreturn]] void refuseToBlock();

    /// Counts one event towards the budgets; false when one is spent: then nothing more must be started.
    bool spendEvent() noexcept { return ++m_events <= m_maxEvents && ++m_eventsNow <= m_maxEventsNow; }
    /// Of events in one instant. Unless it is told, only the other counts.
    void limitInstant(std::uint64_t maxEvents) noexcept { m_maxEventsNow = maxEvents; }
    /// Whether that budget was spent: time does not pass any more, not even for others who wait for it.
    bool isSpinning() const noexcept { return m_eventsNow > m_maxEventsNow; }

    DomainId makeDomain(DomainId parent);

    /// That of the work which runs now: what it starts without an executor of its own belongs to it too. 0 outside of run().
    DomainId currentDomain() const noexcept { return m_currentDomain; }
    /// Work of `domain` runs from now on; returns the one before, to be entered again when it is over.
    DomainId enterDomain(DomainId domain) noexcept { return std::exchange(m_currentDomain, domain); }
    /// Whether it is `ancestor` or lies in it.
    bool isWithin(DomainId domain, DomainId ancestor) const;

    /// Drops every coroutine of `domain` and of those below it: their operations and tasks are destroyed uninvoked,
    /// and so is what Asio posts to unwind the frames, before drop() returns. None of them may be running.
    /// What is held elsewhere, as by a channel of Asio's or in a strand's queue, is not found: see UncancelledRace.
    void drop(DomainId domain);

    /// A place among all that are due at one instant: behind those that were taken before.
    std::uint64_t takePlace() noexcept { return m_nextSequence++; }

    /// Starts `operation`; the context owns it from now on. Its place is one that was taken, behind others that have the
    /// same, or a new one.
    void start(std::unique_ptr<Operation> operation, std::optional<std::uint64_t> place = {});

    /// Makes a waiting operation ready with `result`; one that is ready already stays as it is.
    /// Asio's rule for a cancel that comes too late: the operation keeps the result it has.
    void complete(Operation& operation, boost::system::error_code result);

    /// The same, but it runs before any other task does: as soon as the current one has ended, ahead of the ready queue.
    void completeFirst(Operation& operation, boost::system::error_code result);

    /// Destroys a waiting operation uninvoked.
    void discard(Operation& operation);

    /// Destroys everything that waits or is ready, and unwinds its coroutines.
    void dropAll() { drop(0); }

    // For VirtualExecutor.
    // What is dispatched from outside run() must not run in place.
    bool isRunning() const noexcept { return m_running; }
    void post(std::unique_ptr<ReadyTask> task);
    void defer(std::unique_ptr<ReadyTask> task);
    /// What is dispatched in place may throw, but not into whoever dispatched it: it leaves run() when the task has ended.
    void keepException(std::exception_ptr exception) noexcept;

private:
    using TaskList = boost::intrusive::list<ReadyTask>;
    using TimerSet = boost::intrusive::multiset<Operation>; ///< equal ones in the order of their start

    void beginRound();
    bool runRound();
    void runUrgent();
    void makeReady(ReadyTask& task, TaskList& list);
    void finishWaiting(Operation& operation, boost::system::error_code result, TaskList& list);
    void runTask(ReadyTask& task);
    void stopWaiting(Operation& operation);
    void promoteDueTimers();
    bool advanceClock();
    void takeFrom(TaskList& list, DomainId domain, TaskList& into);

    ExecutionObserver* m_observer;
    std::uint64_t m_maxEvents;
    std::uint64_t m_events = 0;
    std::uint64_t m_maxEventsNow = ~std::uint64_t{0};
    std::uint64_t m_eventsNow = 0; ///< since the clock went on
    Ticket m_lastTicket = 0;
    VirtualTime m_now;
    std::uint64_t m_nextSequence = 0;
    // Counted, not searched for: asked each time that the ready queue is empty.
    std::size_t m_foregroundTimers = 0;
    bool m_running = false;
    bool m_stopped = false;
    std::size_t m_leftInRound = 0;
    std::exception_ptr m_kept; ///< of the task that is running
    DomainId m_currentDomain = 0;
    std::vector<DomainId> m_parents; ///< of each domain; the root is its own
    TaskList m_ready;
    TaskList m_urgent;   ///< run before the next task of the ready queue
    TaskList m_deferred; ///< enter the ready queue when the task that deferred them ends
    TaskList m_waiting;  ///< all of them Operations
    TimerSet m_timers;   ///< those that have a due time
};

} // namespace awaitscope
