// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "lesson/traffic/traffic.hpp"
#include "workbench/compile/module_lines.hpp"
#include "workbench/host/fault_text.hpp"
#include "workbench/host/protocol.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace awaitscope {

/// How a worker is started.
struct WorkerSetup
{
    std::filesystem::path program;       ///< awaitscope-worker
    std::filesystem::path addressReader; ///< addr2line; may be empty
    std::filesystem::path sanitizer;     ///< AddressSanitizer's library, loaded before all others; empty: without
    LoadRequest load;
};

/// How far a run had got when its process died.
struct DeathPlace
{
    std::uint64_t events = 0; ///< see RunReached::events; 0: in no run, or before anything happened in it
    VirtualTime at;
    bool isTimed = false; ///< it was one with a timeout
};

/// What there is of a run that was left.
struct LeftRun
{
    Trace trace;
    std::string baseline; ///< of one without a timeout: RunRequest::baseline of those with one
};

/// A process that runs one module. For one thread at a time, but for interrupt().
class WorkerProcess
{
public:
    /// Starts it and lets it load its module. Errors: those of the machine, a module of another version, what its static objects do.
    static Result<std::unique_ptr<WorkerProcess>> start(const WorkerSetup& setup);

    ~WorkerProcess(); ///< ends it, by force if need be
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    /// A trace, or what the run ended with. After a fault of the process, and not of the run, isAlive() is false.
    Result<Trace> run(const RunRequest& request);

    /// The run of a request whose leaveAfter is set. The process ends with it.
    Result<LeftRun> leave(const RunRequest& request);

    /// Where the run was after which isAlive() is false.
    DeathPlace deathPlace() const;

    /// What it serves; or the observer stopped it, by ending the process. Errors as those of run().
    Result<std::optional<TrafficTally>> serve(const TrafficOrder& order, const TrafficObserver& observer);

    bool isAlive() const;
    int id() const; ///< of the process

    /// Asks it to end and waits for that. What it says when it does not: a static object's destructor hangs.
    std::optional<Diagnostic> shutDown();

    /// From any thread: ends it, and with it the run under way, which then tells that it was interrupted.
    void interrupt();

private:
    struct Process;
    explicit WorkerProcess(WorkerSetup setup);

    std::optional<Diagnostic> launch();
    Result<Answer> ask(const nlohmann::ordered_json& request, const TrafficObserver& observer = {});
    Diagnostic placed(const Answer& answer) const; ///< its error, where in the sources it came from
    Diagnostic faultOf(const std::optional<FaultReport>& report);

    WorkerSetup m_setup;
    ModuleLines m_lines;
    std::unique_ptr<Process> m_process;
};

} // namespace awaitscope
