// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "architecture/include_rules.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope::architecture {

/// What stands between `…` in the column "proven by" of the tables of a Markdown text that have such a one, each row's once. A row
/// without any is given as its first cell, in quotes.
std::vector<std::string> provenBy(std::string_view markdown);

/// The tests of these files: "Suite", "Suite.Test", "Instantiation/Suite", and "Case.name" for a file of tests/cases.
std::set<std::string> testsIn(const std::vector<SourceFile>& files);

} // namespace awaitscope::architecture
