// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/host/worker_host.hpp"

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

/// Fewer than in process: code that was not optimised and nobody knows gets there before its CPU time is over.
constexpr std::uint64_t mostEvents = 100'000;

constexpr std::size_t mostCrashes = 32; ///< kept to be told again
constexpr VirtualDuration longestStretch = 100 * maxDuration; ///< in which nothing happened that is told

Diagnostic stopped(const WorkerSetup& setup)
{
    return {"The run was stopped.", setup.load.sources.empty() ? "" : setup.load.sources.front().name, 0, true};
}

} // namespace

/// Holds the worker for one thread at a time. A plain mutex lets the one that asks all the time go first.
class WorkerHost::Turn
{
public:
    explicit Turn(WorkerHost& host) : m_host(host)
    {
        std::unique_lock lock{host.m_mutex};
        const std::uint64_t ticket = host.m_nextTicket++;
        host.m_next.wait(lock, [&] { return host.m_served == ticket; });
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn()
    {
        const std::scoped_lock lock{m_host.m_mutex};
        ++m_host.m_served;
        // All of them, as each waits for a number of its own.
        m_host.m_next.notify_all();
    }

private:
    WorkerHost& m_host;
};

struct WorkerHost::Crash
{
    SimulationSettings settings;
    std::optional<TimeoutAt> timeout;
    Trace trace;
    std::string baseline; ///< of a run without a timeout
};

WorkerHost::WorkerHost(WorkerSetup setup) : m_setup(std::move(setup)) {}

WorkerHost::~WorkerHost() { stop(); }

Result<Trace> WorkerHost::runWithoutTimeout(const SimulationSettings& settings) { return ask(settings, std::nullopt); }

Result<Trace> WorkerHost::run(const SimulationSettings& settings, const TimeoutAt& timeout) { return ask(settings, timeout); }

Result<Trace> WorkerHost::ask(const SimulationSettings& settings, std::optional<TimeoutAt> timeout)
{
    const Turn turn{*this};
    RunRequest request{settings, timeout};
    request.settings.maxEvents = std::min(settings.maxEvents, mostEvents);
    return answer(std::move(request));
}

Result<Trace> WorkerHost::answer(RunRequest request)
{
    std::shared_ptr<WorkerProcess> worker;
    {
        const std::scoped_lock lock{m_mutex};
        worker = m_worker;
    }
    if (isStopped())
        return stopped(m_setup);
    if (const Crash* const known = findCrash(request.settings, request.timeout))
        return known->trace;
    const Crash* const before = request.timeout ? findCrash(request.settings, std::nullopt) : nullptr;
    if (before)
        request.baseline = before->baseline;
    // From here on without the mutex: to start and to run take long, and stop() must get through meanwhile.
    if (!worker || !worker->isAlive()) {
        Result<std::shared_ptr<WorkerProcess>> started = startWorker();
        if (!started)
            return std::move(started).error();
        worker = *std::move(started);
    }
    Result<Trace> trace = worker->run(request);
    if (trace || worker->isAlive() || !request.settings.tellsCrash)
        return trace;
    const DeathPlace place = worker->deathPlace();
    // It may have been the run without a timeout, by which the other goes. Told first, it is not made again.
    const bool wasBefore = request.timeout && !before && !place.isTimed;
    if (wasBefore && tellCrash({request.settings, std::nullopt}, trace.error(), place))
        return answer(std::move(request));
    if (const Crash* const crash = wasBefore ? nullptr : tellCrash(std::move(request), trace.error(), place))
        return crash->trace;
    return trace;
}

const WorkerHost::Crash* WorkerHost::findCrash(const SimulationSettings& settings, const std::optional<TimeoutAt>& timeout) const
{
    const auto found = std::ranges::find_if(m_crashes, [&](const Crash& crash) { return crash.timeout == timeout && crash.settings == settings; });
    return found == m_crashes.end() ? nullptr : &*found;
}

/// Null: nothing had happened before it died, or the run did not come so far again.
const WorkerHost::Crash* WorkerHost::tellCrash(RunRequest request, const Diagnostic& fault, const DeathPlace& place)
{
    // One that computes for ever can have told of as many events as memory holds, and it would take as long to make them again.
    if (place.events == 0 || place.events > mostEvents || place.isTimed != request.timeout.has_value() || isStopped())
        return nullptr;
    const Result<std::shared_ptr<WorkerProcess>> worker = startWorker();
    if (!worker)
        return nullptr;
    request.leaveAfter = place.events;
    Result<LeftRun> left = (*worker)->leave(request);
    {
        const std::scoped_lock lock{m_mutex};
        m_worker.reset();
    }
    if (!left)
        return nullptr;
    Trace& trace = left->trace;
    // It may have died in what is no event, such as a handler, when time had gone on. Its memory may hold anything.
    if (place.at > trace.end && place.at - trace.end < longestStretch)
        trace.end = place.at;
    trace.ended = {RunEnd::crashed, trace.end, fault.message, std::nullopt, fault.file, fault.line};
    if (m_crashes.size() == mostCrashes)
        m_crashes.erase(m_crashes.begin());
    m_crashes.push_back({std::move(request.settings), std::move(request.timeout), std::move(trace), std::move(left->baseline)});
    return &m_crashes.back();
}

/// The one that runs things from now on.
Result<std::shared_ptr<WorkerProcess>> WorkerHost::startWorker()
{
    Result<std::unique_ptr<WorkerProcess>> started = WorkerProcess::start(m_setup);
    if (!started)
        return std::move(started).error();
    std::shared_ptr<WorkerProcess> worker = *std::move(started);
    const std::scoped_lock lock{m_mutex};
    m_worker = worker;
    if (m_isStopped) // while it started
        worker->interrupt();
    return worker;
}

bool WorkerHost::isStopped()
{
    const std::scoped_lock lock{m_mutex};
    return m_isStopped;
}

Result<std::optional<TrafficTally>> WorkerHost::serve(const TrafficOrder& order, const TrafficObserver& observer)
{
    // stop() ends it as well, which need not know of its process: it is asked often enough.
    TrafficObserver both = observer;
    both.stop = [this, &observer] {
        const std::scoped_lock lock{m_mutex};
        return m_isStopped || (observer.stop && observer.stop());
    };
    const Result<std::unique_ptr<WorkerProcess>> worker = WorkerProcess::start(m_setup);
    if (!worker)
        return worker.error();
    Result<std::optional<TrafficTally>> tally = (*worker)->serve(order, both);
    if (tally && !*tally && !(observer.stop && observer.stop()))
        return stopped(m_setup);
    return tally;
}

void WorkerHost::stop()
{
    const std::scoped_lock lock{m_mutex};
    m_isStopped = true;
    if (m_worker)
        m_worker->interrupt();
}

std::optional<Diagnostic> WorkerHost::shutDown()
{
    const Turn turn{*this};
    std::shared_ptr<WorkerProcess> worker;
    {
        const std::scoped_lock lock{m_mutex};
        m_isStopped = true;
        worker = std::move(m_worker);
    }
    return worker ? worker->shutDown() : std::nullopt;
}

int WorkerHost::workerId()
{
    const std::scoped_lock lock{m_mutex};
    return m_worker ? m_worker->id() : 0;
}

} // namespace awaitscope
