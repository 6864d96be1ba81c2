// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What edits.cpp and edits_jobs.cpp share, and nobody else needs.

#include "present/editing/edits.hpp"

#include <atomic>
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

/// Compiles and tries one text, on a thread of its own.
struct Edits::Job
{
    Key key;
    std::atomic<bool> isDone = false;
    std::jthread thread;
};

} // namespace awaitscope
