// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"
#include "workbench/compile/module_lines.hpp"
#include "workbench/host/protocol.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace awaitscope {

/// How a worker ended, as its starter saw it.
struct WorkerEnd
{
    bool isRunning = false; ///< it still goes on, and says nothing
    bool wasKilled = false; ///< by us, who had waited long enough
    bool wasFlooded = false; ///< it wrote more to its standard error than anybody reads
    int signal = 0;         ///< that ended it; 0: none
    int status = 0;         ///< else its exit status
    std::string errors;     ///< what it wrote to its standard error
};

/// One sentence for what a worker reported before it ended, and one for a worker that could not. What a sanitizer wrote to its errors comes
/// first: it knows best. `place` is the line in question, if that is known. isFault is set.
Diagnostic faultOf(const std::optional<FaultReport>& report, const WorkerEnd& end, const std::optional<CodePlace>& place);

/// Why a module cannot be loaded, from what the loader says: most often the file lacks what the lesson calls.
std::string loadErrorText(std::string_view message);

/// What AddressSanitizer or UndefinedBehaviorSanitizer said, with the line of `file` that it blames first. Empty if neither did.
std::optional<Diagnostic> readSanitizer(std::string_view errors, std::string_view file);

} // namespace awaitscope
