// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace awaitscope {

/// How often people are told how far something is: a thread counts faster than anybody reads.
class WordPace
{
public:
    /// Whether it is time to tell; if so, the next time is a tenth of a second away.
    bool isDue()
    {
        constexpr std::chrono::milliseconds pauseBetweenWords{100};
        const auto now = std::chrono::steady_clock::now();
        if (now - m_told < pauseBetweenWords)
            return false;
        m_told = now;
        return true;
    }

private:
    std::chrono::steady_clock::time_point m_told = std::chrono::steady_clock::now();
};

} // namespace awaitscope
