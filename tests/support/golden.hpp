// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace awaitscope::test {

inline std::vector<std::string> splitIntoLines(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

/// The lines from the first that differs to the last that does, as "-golden" and "+actual".
inline std::string differenceOf(const std::string& golden, const std::string& actual)
{
    std::vector<std::string> before = splitIntoLines(golden);
    std::vector<std::string> after = splitIntoLines(actual);
    std::size_t line = 1;
    while (!before.empty() && !after.empty() && before.front() == after.front()) {
        before.erase(before.begin());
        after.erase(after.begin());
        ++line;
    }
    while (!before.empty() && !after.empty() && before.back() == after.back()) {
        before.pop_back();
        after.pop_back();
    }
    std::string text = "from line " + std::to_string(line) + ":\n";
    for (const std::string& each : before)
        text += '-' + each + '\n';
    for (const std::string& each : after)
        text += '+' + each + '\n';
    return text;
}

/// Compares with the file `path`, relative to tests/. If it differs, writes PATH.actual beside it and shows the difference:
/// where the new text is right, rename it.
inline void expectGolden(const std::string& actual, const std::string& path)
{
    const std::filesystem::path golden = std::filesystem::path{AWAITSCOPE_SOURCE_DIR} / "tests" / path;
    std::ifstream stream{golden, std::ios::binary};
    const std::string expected{std::istreambuf_iterator<char>{stream}, {}};
    if (stream && expected == actual)
        return;
    std::ofstream{golden.string() + ".actual", std::ios::binary} << actual;
    ADD_FAILURE() << golden.string() << " differs " << differenceOf(expected, actual);
}

} // namespace awaitscope::test
