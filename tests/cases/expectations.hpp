// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace awaitscope::cases {

using Lines = std::vector<std::string>;

/// Of the file of that name, which is without ".cpp".
std::string textOf(const std::string& name);

/// What the first lines of a case promise, with or without a cancellation.
struct Expectation
{
    std::optional<std::chrono::milliseconds> cancelAfter;
    Lines lines;
};
std::vector<Expectation> expectationsOf(const std::string& text);

} // namespace awaitscope::cases
