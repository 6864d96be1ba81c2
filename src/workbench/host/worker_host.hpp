// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/run/variant_host.hpp"
#include "lesson/traffic/traffic_host.hpp"
#include "workbench/host/worker_process.hpp"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>

namespace awaitscope {

/// Runs a variant in a worker, which stays up between runs and is replaced after a fault. Any number of threads may ask;
/// they take turns, in the order in which they came.
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
    Result<Trace> ask(const SimulationSettings& settings, std::optional<TimeoutAt> timeout);

    class Turn;

    WorkerSetup m_setup;
    std::mutex m_mutex; ///< of all below
    std::condition_variable m_next;
    std::uint64_t m_nextTicket = 0;
    std::uint64_t m_served = 0;
    bool m_isStopped = false;
    std::shared_ptr<WorkerProcess> m_worker;
};

} // namespace awaitscope
