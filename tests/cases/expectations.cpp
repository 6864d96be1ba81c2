// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/expectations.hpp"

#include "support/source_text.hpp"

#include <charconv>
#include <sstream>
#include <utility>

namespace awaitscope::cases {

namespace {

Lines split(const std::string& text)
{
    Lines parts;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = text.find(" | ", begin);
        parts.push_back(text.substr(begin, end == std::string::npos ? end : end - begin));
        if (end == std::string::npos)
            return parts;
        begin = end + 3;
    }
}

} // namespace

std::string textOf(const std::string& name) { return test::readSource("tests/cases/" + name + ".cpp"); }

std::vector<Expectation> expectationsOf(const std::string& text)
{
    const std::string intro = "// On a plain io_context";
    const std::string cancelled = ", cancelled at ";
    const std::string continued = "//   ";
    Lines found;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line) && line.starts_with("//");) {
        if (line.starts_with(intro))
            found.push_back(line.substr(intro.size()));
        else if (line.starts_with(continued) && !found.empty())
            found.back() += ' ' + line.substr(continued.size());
    }
    std::vector<Expectation> expectations;
    for (const std::string& line : found) {
        Expectation expectation;
        if (line.starts_with(cancelled)) {
            int milliseconds = 0;
            std::from_chars(line.data() + cancelled.size(), line.data() + line.size(), milliseconds);
            expectation.cancelAfter = std::chrono::milliseconds{milliseconds};
        }
        const std::size_t colon = line.find(": ");
        if (colon != std::string::npos)
            expectation.lines = split(line.substr(colon + 2));
        expectations.push_back(std::move(expectation));
    }
    return expectations;
}

} // namespace awaitscope::cases
