// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cases/cases.hpp"
#include "core/run/program.hpp"

namespace awaitscope::cases {

/// As the program of a sandbox that was compiled in. For one case at a time.
Program programOf(const Case& which);

} // namespace awaitscope::cases
