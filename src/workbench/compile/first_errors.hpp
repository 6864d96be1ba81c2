// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/compile/compiler_output.hpp"

#include <string_view>
#include <vector>

namespace awaitscope {

/// The errors that everybody makes at first, in plain words and at the line that is to be changed, which is often not where the
/// compiler found them: a missing semicolon or brace, an unknown name, a forgotten co_await whose result is used later, a
/// function that was meant to be a coroutine and awaits and returns nothing, and `return` in a coroutine. What follows from one of
/// them is left out. A function that gives back nothing where an awaitable is promised is an error, whatever the compiler calls it.
/// `source` is the learner's file.
void explainFirstErrors(std::vector<CompilerMessage>& messages, std::string_view source);

} // namespace awaitscope
