// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/virtual_time.hpp"

#include <QString>

namespace awaitscope {

/// "250 ms", as toReadableText() has it, with the decimal separator of the language that is spoken: "200,001 ms".
QString readableTime(VirtualDuration duration);
QString readableTime(VirtualTime time);

} // namespace awaitscope
