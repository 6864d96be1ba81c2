// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/programs/step.hpp"

#include <string>
#include <vector>

namespace awaitscope::programs {

/// What the program did, "TIME who what" a line: on a plain io_context whose clock is turned.
std::vector<std::string> runOnIoContext(const Program& program);

/// The same on our executor, every await recorded.
std::vector<std::string> runOnOurs(const Program& program);

} // namespace awaitscope::programs
