// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/files/catalogue.hpp"
#include "request.hpp"
#include "workbench/compile/toolchain.hpp"

#include <cstddef>
#include <vector>

namespace awaitscope::cli {

/// Where the output goes.
struct Terminal
{
    bool isTerminal = false;
    bool prefersNoColour = false; ///< NO_COLOR is set
    std::size_t width = 100;      ///< columns that text may take
};

/// Does what the request asks for, but for the writing. Depends on nothing but its arguments and the folder or file it names
/// and, for code that is not in the program, on the compiler and the worker of `installation`.
Outcome execute(const Request& request, const std::vector<BuiltInLesson>& lessons, const Terminal& terminal,
                const Installation& installation = {});

} // namespace awaitscope::cli
