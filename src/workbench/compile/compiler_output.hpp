// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// The most messages that are kept of one compilation.
constexpr std::size_t mostCompilerMessages = 20;

/// What a compiler, or a scan for known traps, says of a learner's file.
struct CompilerMessage
{
    enum class Kind { error, warning };
    Kind kind = Kind::error;
    int line = 0;         ///< in the learner's file; 0: somewhere else, and nothing there caused it
    int column = 0;       ///< from 1; 0: unknown
    std::string text;     ///< one sentence of the compiler's
    std::string elsewhere; ///< "boost/asio/awaitable.hpp:123", where it was found; empty: in the learner's file itself
    std::string explanation; ///< in words, where it is a known trap; else empty

    friend bool operator==(const CompilerMessage&, const CompilerMessage&) = default;
};

/// With types called as those who use them do: a learner has never heard of the rest.
std::string withUsualNames(std::string_view text);

/// Reads what g++ or clang++ printed, without colours and in English. `file` is the learner's, as they call it. What was found in another
/// file is told at the line of the learner's file that led there. Errors come first, each place and text once.
std::vector<CompilerMessage> readCompilerOutput(std::string_view output, std::string_view file);

} // namespace awaitscope
