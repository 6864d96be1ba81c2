// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace awaitscope::worker {

/// Answers requests (workbench/host/protocol.hpp) from standard input until it ends. `isForSanitizer`: the modules to come were
/// compiled with one; `tellsReached`: its starter shares RunReached with it. The program's exit status.
int serve(bool isForSanitizer, bool tellsReached);

} // namespace awaitscope::worker
