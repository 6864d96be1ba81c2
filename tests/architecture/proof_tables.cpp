// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/proof_tables.hpp"

#include <regex>
#include <sstream>
#include <utility>

namespace awaitscope::architecture {

namespace {

/// Of "| a | b \| c |": "a" and "b \| c", each with a blank around it.
std::vector<std::string> cellsOf(const std::string& row)
{
    std::vector<std::string> cells;
    std::string cell;
    for (std::size_t i = 1; i < row.size(); ++i) {
        if (row[i] == '|' && row[i - 1] != '\\')
            cells.push_back(std::exchange(cell, {}));
        else
            cell += row[i];
    }
    return cells;
}

} // namespace

std::vector<std::string> provenBy(std::string_view markdown)
{
    static const std::regex quoted{"`([^`]+)`"};
    std::vector<std::string> names;
    std::istringstream lines{std::string{markdown}};
    bool isInTable = false;
    for (std::string line; std::getline(lines, line);) {
        const std::vector<std::string> cells = line.starts_with('|') ? cellsOf(line) : std::vector<std::string>{};
        if (cells.empty() || cells.back() == " proven by ") {
            isInTable = !cells.empty();
            continue;
        }
        if (!isInTable || line.starts_with("|---"))
            continue;
        const std::sregex_iterator begin{cells.back().begin(), cells.back().end(), quoted};
        if (begin == std::sregex_iterator{})
            names.push_back('"' + cells.front() + '"');
        for (auto match = begin; match != std::sregex_iterator{}; ++match)
            names.push_back(match->str(1));
    }
    return names;
}

std::set<std::string> testsIn(const std::vector<SourceFile>& files)
{
    static const std::regex test{R"((?:^|\n)(?:TYPED_)?TEST(?:_F|_P)?\((\w+), (\w+)\))"};
    static const std::regex instance{R"(\nINSTANTIATE_TEST_SUITE_P\((\w+), (\w+),)"};
    static const std::regex asCase{R"(^tests/cases/(\w+)\.cpp$)"};
    std::set<std::string> tests;
    for (const SourceFile& file : files) {
        if (!file.path.starts_with("tests/") || !file.path.ends_with(".cpp"))
            continue;
        for (std::sregex_iterator match{file.text.begin(), file.text.end(), test}, end; match != end; ++match) {
            tests.insert(match->str(1));
            tests.insert(match->str(1) + '.' + match->str(2));
        }
        for (std::sregex_iterator match{file.text.begin(), file.text.end(), instance}, end; match != end; ++match)
            tests.insert(match->str(1) + '/' + match->str(2));
        std::smatch match;
        if (std::regex_match(file.path, match, asCase) && file.text.find("\n// On a plain io_context") != std::string::npos)
            tests.insert("Case." + match.str(1));
    }
    return tests;
}

} // namespace awaitscope::architecture
