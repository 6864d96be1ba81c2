// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What edits.cpp and edits_jobs.cpp share, and nobody else needs.

#include "lesson/run/runner.hpp"
#include "present/editing/edits.hpp"

#include <atomic>
#include <optional>
#include <thread>

namespace awaitscope {

struct Edits::Entry
{
    Edit edit;
    std::shared_ptr<WorkerHost> host; ///< of the version in the timeline
    std::string ranText;              ///< the source of that version
    std::uint64_t generation = 0;     ///< of the job that counts
    bool isSettled = true;            ///< on the disk
};

/// What came of running one text.
struct Edits::Trial
{
    std::optional<Diagnostic> fault;
    bool isShown = true; ///< there is a run of it, perhaps one that spins or threw

    static Trial of(const Result<ScenarioRun>& run);
};

/// Compiles and tries one text, on a thread of its own.
struct Edits::Job
{
    Key key;
    std::atomic<bool> isDone = false;
    std::jthread thread;
};

} // namespace awaitscope
