// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace awaitscope {

/// The parameter by which World::outside() is told to give other values. A scenario string cannot set it, and no lesson name one so
/// (isReservedKey()). 0 or none: the values as the scenario has them.
inline constexpr std::string_view outsideParameter = "outside-values";

} // namespace awaitscope
