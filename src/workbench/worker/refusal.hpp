// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace awaitscope::worker {

// What a run may not have: threads, the network, processes, real time. It has one thread and virtual time, and whatever needs
// more would hang, or tell another story on each machine. Refused is what is asked for, wherever and under whatever name: the
// functions that all of it goes through are ours in this process (refusal.cpp), and what goes around them meets the system's
// own filter (limits.cpp), which tells this process by SIGSYS.

/// Ends the process with a fault "refused", whose text is the facility that was asked for: what the frames on the stack say,
/// between here and the learner's code, such as "socket", else `otherwise`. host/fault_text.cpp has a sentence for each.
[[noreturn]] void refuse(const char* otherwise);

/// The same of a call to the system, from the handler of its signal.
[[noreturn]] void refuseCall(int systemCall);

/// Whether it was a sanitizer's library that made the call, from the same handler: it asks processes for the
/// names of functions, and waits for a mutex of its own. That may fail, and is nobody's fault.
bool isOfSanitizer();

/// Does nothing: whoever calls it has the linker take what stands in for Asio's scheduler, which nobody calls by its name.
void linkRefusedScheduler();

} // namespace awaitscope::worker
