// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/virtual_context.hpp"

#include "core/sim/virtual_executor.hpp"

#include <boost/asio/multiple_exceptions.hpp>

#include <algorithm>
#include <cassert>
#include <exception>
#include <utility>

namespace awaitscope {

namespace {

// boost::intrusive asks for a disposer; the lists own what they hold.
struct DeleteTask
{
    void operator()(ReadyTask* task) const { delete task; }
};

/// Lies in every VirtualContext and in no other: what it is known by.
class ContextMark final : public boost::asio::execution_context::service
{
public:
    static boost::asio::execution_context::id id;

    ContextMark(boost::asio::execution_context& owner, VirtualContext* context) : service(owner), m_context(context) {}
    explicit ContextMark(boost::asio::execution_context& owner) : ContextMark(owner, nullptr) {}

    VirtualContext* context() const { return m_context; }

private:
    void shutdown() override {}

    VirtualContext* m_context;
};

boost::asio::execution_context::id ContextMark::id;

} // namespace

VirtualContext::VirtualContext(std::uint64_t maxEvents, ExecutionObserver* observer)
    : m_observer(observer), m_maxEvents(maxEvents), m_parents{0}
{
    boost::asio::make_service<ContextMark>(*this, this);
}

VirtualContext* VirtualContext::of(boost::asio::execution_context& context)
{
    // Not use_service() alone: it would leave a mark in what is none of ours.
    return boost::asio::has_service<ContextMark>(context) ? boost::asio::use_service<ContextMark>(context).context() : nullptr;
}

VirtualContext::~VirtualContext()
{
    // The tasks of the tear-down are no steps of the run: nobody is told of them.
    m_observer = nullptr;
    dropAll();
    // Not left to the base's destructor: Asio's services destroy handlers in there, which may post to the queues, and by
    // then these are gone.
    shutdown();
    // What those handlers posted: coroutines that waited at a channel, say, which only their own frames still held.
    dropAll();
}

VirtualExecutor VirtualContext::get_executor() noexcept
{
    return VirtualExecutor{*this, 0};
}

void VirtualContext::run()
{
    // A guard, as what a handler throws leaves run() too: from outside nothing may be dispatched in place.
    struct Running
    {
        bool& flag;
        explicit Running(bool& running) : flag(running) { flag = true; }
        ~Running() { flag = false; }
    } running{m_running};

    // The clock stands still until the queue is empty, timers of this very instant included: an operation that takes no
    // time is over before time passes.
    do {
        // One that an exception left in the middle goes on: its timers have been looked at.
        if (m_leftInRound == 0)
            beginRound();
        while (runRound())
            beginRound();
    } while (!m_stopped && advanceClock());
}

void VirtualContext::beginRound()
{
    promoteDueTimers();
    // What this round makes ready waits for the next one: between the two, io_context looks at its timers.
    m_leftInRound = m_ready.size();
}

void VirtualContext::refuseToBlock()
{
    if (m_observer)
        m_observer->blocks();
    throw BlockingWait{};
}

bool VirtualContext::runRound()
{
    bool any = false;
    while (m_leftInRound > 0 && !m_stopped) {
        --m_leftInRound;
        runUrgent(); // asked for while timers were looked at
        if (m_ready.empty()) {
            m_leftInRound = 0;
            break; // it dropped all there was
        }
        any = true;
        // Asked before the task is taken: what is thrown here must leave it in a queue that owns it.
        if (!spendEvent())
            throw EventBudgetExceeded{};
        ReadyTask& task = m_ready.front();
        m_ready.pop_front();
        try {
            runTask(task);
        } catch (...) {
            // It has ended nevertheless. What it threw goes before what it kept.
            m_ready.splice(m_ready.end(), m_deferred);
            m_kept = nullptr;
            m_currentDomain = 0;
            throw;
        }
        runUrgent();
        if (m_kept)
            std::rethrow_exception(std::exchange(m_kept, nullptr));
    }
    return any && !m_stopped;
}

void VirtualContext::keepException(std::exception_ptr exception) noexcept
{
    m_kept = !m_kept ? std::move(exception) : std::make_exception_ptr(boost::asio::multiple_exceptions{m_kept});
}

void VirtualContext::runUrgent()
{
    while (!m_urgent.empty()) {
        ReadyTask& urgent = m_urgent.front();
        m_urgent.pop_front();
        runTask(urgent);
    }
    // Only now, as with io_context, which keeps what a task defers to itself until that task has ended.
    m_ready.splice(m_ready.end(), m_deferred);
}

void VirtualContext::runTask(ReadyTask& task)
{
    // It is in no list any more, and must go even if it throws.
    const std::unique_ptr<ReadyTask> owner{&task};
    if (m_observer)
        m_observer->begins(task.origin(), task.ticket);
    // Not put back: whatever runs next says where it belongs, and what run() throws ends the run.
    m_currentDomain = task.domain();
    task.run();
    m_currentDomain = 0;
}

void VirtualContext::promoteDueTimers()
{
    // All that are due become ready before the first of them runs. This decides ties: whichever of two timers comes first,
    // it cannot cancel the other any more.
    while (!m_timers.empty() && *m_timers.begin()->due <= m_now) {
        Operation& due = *m_timers.begin();
        // What it does to the world, and starts there, is caused by whoever waits for it, and not by whoever ran last.
        if (m_observer)
            m_observer->enter(due.origin());
        complete(due, {});
    }
}

bool VirtualContext::advanceClock()
{
    // Operations without a time do not count: nobody is left who could complete them, and the run ends with them pending.
    // A coroutine that spun was parked; with the clock going on its instant would have come to an end.
    if (m_foregroundTimers == 0 || isSpinning())
        return false;
    if (const VirtualTime due = *m_timers.begin()->due; due > m_now) {
        m_now = due;
        m_eventsNow = 0;
    }
    return true;
}

DomainId VirtualContext::makeDomain(DomainId parent)
{
    // Numbers are not used again: an executor of a domain that was dropped may still be held somewhere.
    m_parents.push_back(parent);
    return static_cast<DomainId>(m_parents.size() - 1);
}

bool VirtualContext::isWithin(DomainId domain, DomainId ancestor) const
{
    while (domain != ancestor && domain != 0)
        domain = m_parents[domain];
    return domain == ancestor;
}

void VirtualContext::takeFrom(TaskList& list, DomainId domain, TaskList& into)
{
    for (auto task = list.begin(); task != list.end();) {
        ReadyTask& candidate = *task;
        ++task;
        if (!isWithin(candidate.domain(), domain))
            continue;
        if (&list == &m_waiting)
            stopWaiting(static_cast<Operation&>(candidate));
        else
            list.erase(list.iterator_to(candidate));
        into.push_back(candidate);
    }
}

void VirtualContext::drop(DomainId domain)
{
    // First all of them leave their queues, then the first is destroyed: its destructor may cancel, start or drop in turn,
    // and must find none of the others there.
    TaskList doomed;
    takeFrom(m_ready, domain, doomed);
    takeFrom(m_urgent, domain, doomed);
    takeFrom(m_deferred, domain, doomed);
    takeFrom(m_waiting, domain, doomed);
    doomed.clear_and_dispose(DeleteTask{});

    // Asio destroys a frame by a task on the frame's own executor, which owns it, and a destructor may destroy further
    // handlers. Such a task is destroyed too and not run: the frame goes with it either way, and what else was posted, as a
    // strand that goes on with its queue, would resume what is being dropped. So nothing of the domain runs any more.
    // Each of these tasks makes its own coroutine the current one. The one that dropped goes on after it.
    const Origin before = m_observer ? m_observer->current() : Origin{};
    const DomainId domainBefore = m_currentDomain;
    for (;;) {
        TaskList unwinding;
        takeFrom(m_ready, domain, unwinding);
        takeFrom(m_deferred, domain, unwinding);
        TaskList late;
        takeFrom(m_waiting, domain, late);
        late.clear_and_dispose(DeleteTask{});
        if (unwinding.empty())
            break;
        while (!unwinding.empty()) {
            ReadyTask& task = unwinding.front();
            unwinding.pop_front();
            if (m_observer)
                m_observer->begins(task.origin(), task.ticket);
            m_currentDomain = task.domain();
            delete &task;
        }
    }
    m_currentDomain = domainBefore;
    if (m_observer)
        m_observer->enter(before);
}

void VirtualContext::start(std::unique_ptr<Operation> operation, std::optional<std::uint64_t> place)
{
    Operation& started = *operation.release();
    started.sequence = place ? *place : takePlace();
    m_waiting.push_back(started);
    if (started.due) {
        m_timers.insert(started);
        if (!started.background)
            ++m_foregroundTimers;
    }
}

void VirtualContext::stopWaiting(Operation& operation)
{
    assert(operation.waiting);
    // From here on complete() and discard() do nothing: what holds a reference, as a cancellation slot does, can come late.
    operation.waiting = false;
    m_waiting.erase(m_waiting.iterator_to(operation));
    if (operation.due) {
        m_timers.erase(m_timers.iterator_to(operation));
        if (!operation.background)
            --m_foregroundTimers;
    }
    operation.stoppedWaiting();
}

void VirtualContext::complete(Operation& operation, boost::system::error_code result)
{
    finishWaiting(operation, result, m_ready);
}

void VirtualContext::completeFirst(Operation& operation, boost::system::error_code result)
{
    finishWaiting(operation, result, m_urgent);
}

void VirtualContext::finishWaiting(Operation& operation, boost::system::error_code result, TaskList& list)
{
    if (!operation.waiting)
        return;
    stopWaiting(operation);
    operation.result = result;
    // With its result, and before anything else can run: the world sees it even if the coroutine is dropped in the queue.
    operation.completing();
    makeReady(operation, list);
}

void VirtualContext::makeReady(ReadyTask& task, TaskList& list)
{
    list.push_back(task);
    task.ticket = ++m_lastTicket;
    if (m_observer)
        m_observer->queued(task.origin(), task.ticket);
}

void VirtualContext::discard(Operation& operation)
{
    if (!operation.waiting)
        return;
    stopWaiting(operation);
    delete &operation;
}

void VirtualContext::post(std::unique_ptr<ReadyTask> task) { makeReady(*task.release(), m_ready); }

void VirtualContext::defer(std::unique_ptr<ReadyTask> task)
{
    // Outside of run() there is no task whose end it could wait for.
    if (m_running)
        makeReady(*task.release(), m_deferred);
    else
        post(std::move(task));
}

} // namespace awaitscope
