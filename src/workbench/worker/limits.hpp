// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace awaitscope::worker {

/// What a learner's code may use, in a process of its own. Against mistakes, not against somebody who means harm.
struct Limits
{
    unsigned cpuSeconds = 2;   ///< per request, and again as long as memory grows: that has a limit of its own
    unsigned wallSeconds = 10; ///< per request, without work in it; whoever asks waits less long, and this is for when they are gone
    unsigned long addressSpace = 1024UL * 1024 * 1024; ///< bytes
    unsigned long fileSize = 1024UL * 1024;            ///< bytes of each file
    unsigned long openFiles = 64;
    /// This program or the learner's code was compiled with it: no limit of the address space, of which it takes terabytes.
#if defined(__SANITIZE_ADDRESS__)
    bool isForSanitizer = true;
#else
    bool isForSanitizer = false;
#endif
};

/// For the whole process, from now on: the limits above, no core dump, no threads, processes or programs, and nothing of the
/// system that one can wait for (worker/refusal.hpp).
/// False where the system refuses one of them.
bool apply(const Limits& limits);

/// The clocks of one request: SIGPROF comes when it has used its CPU time, SIGALRM when its wall time is over, and both every
/// hundredth of a second from then on. All three may be called by a signal's handler.
void startClocks(const Limits& limits);
void startAlarm(const Limits& limits); ///< SIGALRM's alone
void stopClocks();

} // namespace awaitscope::worker
