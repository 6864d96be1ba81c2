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
    std::string file;  ///< that is compiled: "my-buggy.cpp"; of a page its own
    std::string name;  ///< as traces call it: "my-buggy"
    std::optional<Lesson> page = {}; ///< with the text that its file has; empty: it is of a lesson's variant
    std::string keptText = {};       ///< the version that stands beside it as A
    std::shared_ptr<WorkerHost> keptHost = {}; ///< null: there is none
    std::shared_ptr<WorkerHost> host; ///< of the version in the timeline
    std::string ranText;              ///< the source of that version
    std::uint64_t generation = 0;     ///< of the job that counts
    bool isSettled = true;            ///< on the disk
};

/// The folder in which texts of this lesson are kept.
std::string storeNameOf(const Lesson& lesson);

/// What came of running one text.
struct Edits::Trial
{
    std::optional<Diagnostic> fault;
    bool isWithoutTimeout = false; ///< not in the run that is shown
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
