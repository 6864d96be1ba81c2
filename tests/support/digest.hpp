// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <iomanip>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

namespace awaitscope::test {

/// Of texts that are too long to be kept in the repository.
class Digest
{
public:
    void add(std::string_view text)
    {
        for (const char character : text) {
            m_hash ^= static_cast<unsigned char>(character);
            m_hash *= 1099511628211ULL; // FNV-1a
        }
    }
    std::string text() const
    {
        std::ostringstream stream;
        stream << std::hex << std::setw(16) << std::setfill('0') << m_hash;
        return std::move(stream).str();
    }

private:
    std::uint64_t m_hash = 14695981039346656037ULL;
};

/// "g++ 12.2.0, not optimised": what this test was compiled by.
inline std::string compilerInWords()
{
#ifdef __clang__
    const std::string name = "clang++ " __clang_version__;
#else
    const std::string name = "g++ " __VERSION__;
#endif
#ifdef __OPTIMIZE__
    return name.substr(0, name.find_last_not_of(' ') + 1) + ", optimised";
#else
    return name.substr(0, name.find_last_not_of(' ') + 1) + ", not optimised";
#endif
}

} // namespace awaitscope::test
