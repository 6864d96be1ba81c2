// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace awaitscope::worker {

/// What a learner's code may use, in a process of its own. Against mistakes, not against somebody who means harm.
struct Limits
{
    unsigned cpuSeconds = 2;   ///< per request
    unsigned wallSeconds = 10; ///< per request; whoever asks waits less long, and this is for when they are gone
    unsigned long addressSpace = 1024UL * 1024 * 1024; ///< bytes; not under AddressSanitizer, which reserves terabytes
    unsigned long fileSize = 1024UL * 1024;            ///< bytes of each file
    unsigned long openFiles = 64;
    bool isForSanitizer = false; ///< the learner's code was compiled with it: no limit of the address space
};

/// For the whole process, from now on: the limits above, no core dump, no new processes or programs.
/// False where the system refuses one of them.
bool apply(const Limits& limits);

/// The clocks of one request: SIGPROF comes when it has used its CPU time, SIGALRM when its wall time is over, and both every
/// hundredth of a second from then on.
void startClocks(const Limits& limits);
void stopClocks();

} // namespace awaitscope::worker
