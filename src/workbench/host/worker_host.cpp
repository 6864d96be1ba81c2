// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/host/worker_host.hpp"

namespace awaitscope {

namespace {

/// Fewer than in process: code that was not optimised and nobody knows gets there before its CPU time is over.
constexpr std::uint64_t mostEvents = 100'000;

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

WorkerHost::WorkerHost(WorkerSetup setup) : m_setup(std::move(setup)) {}

WorkerHost::~WorkerHost() { stop(); }

Result<Trace> WorkerHost::runWithoutTimeout(const SimulationSettings& settings) { return ask(settings, std::nullopt); }

Result<Trace> WorkerHost::run(const SimulationSettings& settings, const TimeoutAt& timeout) { return ask(settings, timeout); }

Result<Trace> WorkerHost::ask(const SimulationSettings& settings, std::optional<TimeoutAt> timeout)
{
    const Turn turn{*this};
    std::shared_ptr<WorkerProcess> worker;
    {
        const std::scoped_lock lock{m_mutex};
        if (m_isStopped)
            return Diagnostic{"The run was stopped.", m_setup.load.sources.empty() ? "" : m_setup.load.sources.front().name, 0, true};
        worker = m_worker;
    }
    // From here on without the mutex: to start and to run take long, and stop() must get through meanwhile.
    if (!worker || !worker->isAlive()) {
        Result<std::unique_ptr<WorkerProcess>> started = WorkerProcess::start(m_setup);
        if (!started)
            return std::move(started).error();
        worker = *std::move(started);
        const std::scoped_lock lock{m_mutex};
        m_worker = worker;
        if (m_isStopped) // while it started
            worker->interrupt();
    }
    SimulationSettings limited = settings;
    limited.maxEvents = std::min(limited.maxEvents, mostEvents);
    return worker->run({limited, timeout});
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
        return Diagnostic{"The run was stopped.", m_setup.load.sources.empty() ? "" : m_setup.load.sources.front().name, 0, true};
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
