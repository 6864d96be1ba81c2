// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/programs/step.hpp"

#include <algorithm>
#include <cstddef>

namespace awaitscope::programs {

/// The least bytes for which `fails` still holds, as it does for `bytes`: without any of their parts, and with none of
/// them nearer to 0, it would not.
template <class Fails>
Bytes shrunk(Bytes bytes, const Fails& fails)
{
    const auto take = [&](Bytes smaller) {
        if (!fails(smaller))
            return false;
        bytes = std::move(smaller);
        return true;
    };
    for (bool better = true; better;) {
        better = false;
        for (std::size_t length = std::max<std::size_t>(bytes.size() / 2, 1); length > 0; length /= 2) {
            for (std::size_t at = 0; at + length <= bytes.size();) {
                Bytes without = bytes;
                without.erase(without.begin() + static_cast<std::ptrdiff_t>(at),
                              without.begin() + static_cast<std::ptrdiff_t>(at + length));
                if (take(std::move(without)))
                    better = true;
                else
                    ++at;
            }
        }
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            for (const int value : {0, 1, 2, 3, bytes[at] / 2, bytes[at] - 1}) {
                if (value < 0 || value >= bytes[at])
                    continue;
                Bytes lower = bytes;
                lower[at] = static_cast<std::uint8_t>(value);
                if (take(std::move(lower))) {
                    better = true;
                    break;
                }
            }
        }
    }
    return bytes;
}

} // namespace awaitscope::programs
