// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace awaitscope::test {

/// Alan's buggy variant with `line` in place of the line that prints what he got (line 12), and `before` before his
/// coroutine, in line 2 behind its include.
std::string editedAlan(const std::string& line, const std::string& before = {});

/// The line that `line` above stands in.
constexpr int editedLine = 13;

/// A mistake that code can make when it runs, and what is said of it.
struct MadeFault
{
    std::string name;
    std::string line;   ///< as above
    std::string before; ///< likewise
    std::string sentence; ///< a part of what is said
    int at = editedLine;  ///< the line that is named; 0: none can be
    bool isShown = true;  ///< there is a run as far as it goes, and the window shows it
    bool isSurvived = false; ///< by the process that runs it
};

/// One of each kind that the worker tells apart.
std::vector<MadeFault> madeFaults();

} // namespace awaitscope::test
