// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.hpp"

#include <optional>

namespace awaitscope {

/// The first moment at which two runs differ; empty if they never do. Compared are all events of the trace in their order:
/// when, of what kind, of what name and with what result. Lines, ids and numbers of awaits are not: a line that moved is no
/// difference until something happens otherwise. Nor is how long the timeout was set for, which the caller's lanes show: it
/// is one when it fires. Symmetric; before that moment both runs are alike in all of this.
std::optional<VirtualTime> firstDifference(const Trace& a, const Trace& b);

} // namespace awaitscope
