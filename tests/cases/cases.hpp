// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cases/case.hpp"
#include "cases/expectations.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace awaitscope::cases {

/// One that is compiled in.
struct Case
{
    string name; ///< of its file, without ".cpp"
    awaitable<void> (*run)() = nullptr;
    void (*judge)() = nullptr; ///< null: it expects nothing
};

/// Every case of this program, by name.
const std::vector<Case>& allCases();

/// Called by the unit that CMake wraps around each file. `judge` is the global one where the case has none.
bool add(const char* name, awaitable<void> (*run)(), void (*judge)());

/// Runs it once on the executor that this program is about: "100 text" for each line that it prints.
Lines linesOf(const Case& which, std::optional<std::chrono::milliseconds> cancelAfter);

} // namespace awaitscope::cases
