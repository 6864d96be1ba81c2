// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/virtual_time.hpp"

namespace awaitscope {

/// The instant so long after a run's start.
inline VirtualTime at(VirtualDuration sinceStart) { return VirtualTime{sinceStart}; }

} // namespace awaitscope
