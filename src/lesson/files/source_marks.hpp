// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// A line of a source that the story can point at: it ends in the comment "// mark: NAME".
struct SourceMark
{
    std::string name;
    int line = 0;
};

/// The marks of a C++ source, in order; what looks like one inside a string is none.
std::vector<SourceMark> marksOf(std::string_view source);

} // namespace awaitscope
