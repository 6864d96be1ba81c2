// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/variant_host.hpp"
#include "lesson/traffic/traffic_host.hpp"
#include "workbench/host/worker_process.hpp"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace awaitscope {

/// Runs a variant in a worker, which stays up between runs and is replaced after a fault. Any number of threads may ask;
/// they take turns, in the order in which they came.
///
/// A run that ends its worker is told up to there: another worker makes it again, and leaves it when as many events have happened as had
/// when the first one died. The same code does the same, so that they are the same events; where it does not come so far, what it
/// died of is all that is told.
class WorkerHost final : public VariantHost, public TrafficHost
{
public:
    explicit WorkerHost(WorkerSetup setup);
    ~WorkerHost() override; ///< as stop()

    Result<Trace> runWithoutTimeout(const SimulationSettings& settings) override;
    Result<Trace> run(const SimulationSettings& settings, const TimeoutAt& timeout) override;

    /// By a worker of its own, beside what else is run.
    Result<std::optional<TrafficTally>> serve(const TrafficOrder& order, const TrafficObserver& observer) override;

    /// For good, from any thread: ends the run under way; every later one tells that it was stopped.
    void stop();

    /// Asks the worker to end, and tells what it said if it did not.
    std::optional<Diagnostic> shutDown();

    int workerId(); ///< the process that runs it now; 0: none

private:
    class Turn;
    /// A run that nobody survives, to be told again and not made again.
    struct Crash;

    Result<Trace> ask(const SimulationSettings& settings, std::optional<TimeoutAt> timeout);
    Result<Trace> answer(RunRequest request);
    const Crash* findCrash(const SimulationSettings& settings, const std::optional<TimeoutAt>& timeout) const;
    const Crash* tellCrash(RunRequest request, const Diagnostic& fault, const DeathPlace& place);
    Result<std::shared_ptr<WorkerProcess>> startWorker();
    bool isStopped();

    WorkerSetup m_setup;
    std::mutex m_mutex; ///< of all below
    std::condition_variable m_next;
    std::uint64_t m_nextTicket = 0;
    std::uint64_t m_served = 0;
    bool m_isStopped = false;
    std::shared_ptr<WorkerProcess> m_worker;
    std::vector<Crash> m_crashes; ///< of whose turn it is, and not of the mutex
};

} // namespace awaitscope
