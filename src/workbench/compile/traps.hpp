// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/compile/compiler_output.hpp"

#include <string_view>
#include <vector>

namespace awaitscope {

/// What compiles and is wrong all the same, each a warning at its line with an explanation: what findMiscompiled() finds, a
/// coroutine that takes a reference or a view, a lambda coroutine that captures, several awaits in one statement, and, once,
/// a channel of Asio's where Boost breaks it.
std::vector<CompilerMessage> findTraps(std::string_view source);

/// What is right by the language and what g++ 12 makes wrong code of: a co_await inside the braces of an initialiser, a
/// conditional operator around a co_await or inside its operand, an await in the condition of a statement in a coroutine
/// that has no variable. Found by a scan of the text, which may take a braced constructor's call for an aggregate.
std::vector<CompilerMessage> findMiscompiled(std::string_view source);

/// Explains those of a compiler's messages that are known, in their `explanation`: what explainFirstErrors() does, a forgotten co_await, a return or
/// co_return that does not fit, a file of Asio's, a name that the teaching world has too. `source` is the learner's file.
void explain(std::vector<CompilerMessage>& messages, std::string_view source);

} // namespace awaitscope
