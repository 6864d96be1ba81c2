// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/system/result.hpp>

#include <string>
#include <vector>

namespace awaitscope {

/// A mistake in something that a person wrote: what is wrong, where, and what to do.
struct Diagnostic
{
    std::string message;  ///< a sentence; says what is allowed where that helps
    std::string file;     ///< empty: not in a file (a scenario string, an option)
    int line = 0;         ///< 0: the file as a whole
    bool isFault = false; ///< the code under test did it when it ran, such as an endless loop

    /// "lesson.toml:12: message", or the message alone.
    std::string toText() const
    {
        if (file.empty())
            return message;
        return line > 0 ? file + ':' + std::to_string(line) + ": " + message : file + ": " + message;
    }
};

/// A value, or what was wrong with the input it should have been made from.
template <class T>
using Result = boost::system::result<T, Diagnostic>;

/// Only called when somebody takes the value of a Result that holds none: a bug.
[[noreturn]] void throw_exception_from_error(const Diagnostic& diagnostic, const boost::source_location& where);

} // namespace awaitscope
