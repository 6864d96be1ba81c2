// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace awaitscope {

class VirtualContext;

namespace worker {

/// From now on the clocks of the standard library show the time of this run, to whoever asks in this process; null: the
/// machine's again.
void showTimeOf(const VirtualContext* context);

} // namespace worker
} // namespace awaitscope
