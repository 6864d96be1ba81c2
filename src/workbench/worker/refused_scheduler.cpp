// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compiled by itself: beside Asio's own definition clang takes it for a second one.

#include "workbench/worker/refusal.hpp"

void awaitscope::worker::linkRefusedScheduler() {}

// All of Asio that is real needs a scheduler: every context of its own, every socket, pipe and signal set in a context of ours.
// It is refused before it makes the descriptors and the thread that belong to it. Under its symbol, as the class itself is
// defined by its header, in this program too, where this one comes before it.
#define AWAITSCOPE_REFUSED_SCHEDULER(name, kind)                                                                       \
    extern "C" [[noreturn]] void name() __asm__(                                                                       \
        "_ZN5boost4asio6detail9scheduler" kind "ERNS0_17execution_contextEibPFPNS1_14scheduler_taskES4_E");            \
    extern "C" [[noreturn]] void name() { awaitscope::worker::refuse("context"); }
AWAITSCOPE_REFUSED_SCHEDULER(awaitscopeRefuseScheduler, "C1")
AWAITSCOPE_REFUSED_SCHEDULER(awaitscopeRefuseSchedulerBase, "C2")
