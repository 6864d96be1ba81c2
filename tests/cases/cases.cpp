// SPDX-License-Identifier: GPL-3.0-or-later

// Makes a test of each case: what it prints is what the first lines of its file say, on the executor that this program is
// about.

#include "cases/cases.hpp"
#include "support/source_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <sstream>

namespace awaitscope::cases {

namespace {

std::vector<Case>& registry()
{
    static std::vector<Case> all;
    return all;
}

Lines split(const string& text)
{
    Lines parts;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = text.find(" | ", begin);
        parts.push_back(text.substr(begin, end == string::npos ? end : end - begin));
        if (end == string::npos)
            return parts;
        begin = end + 3;
    }
}

class CaseTest : public testing::Test
{
public:
    explicit CaseTest(Case which) : m_case(std::move(which)) {}

    void TestBody() override
    {
        const std::vector<Expectation> expectations = expectationsOf(textOf(m_case));
        ASSERT_FALSE(expectations.empty()) << m_case.name << ".cpp does not say what it prints";
        for (const Expectation& expectation : expectations)
            EXPECT_EQ(linesOf(m_case, expectation.cancelAfter), expectation.lines);
    }

private:
    Case m_case;
};

} // namespace

const std::vector<Case>& allCases()
{
    std::ranges::sort(registry(), {}, &Case::name);
    return registry();
}

bool add(const char* name, awaitable<void> (*run)(), void (*judge)())
{
    const Case added{name, run, judge == &::judge ? nullptr : judge};
    registry().push_back(added);
    const string file = string{"tests/cases/"} + name + ".cpp";
    // The class is not derived from one with a fixture of its own: gtest wants to know its name and place all the same.
    testing::RegisterTest("Case", name, nullptr, nullptr, file.c_str(), 1,
                          [added]() -> testing::Test* { return new CaseTest{added}; });
    return true;
}

string textOf(const Case& which) { return test::readSource("tests/cases/" + which.name + ".cpp"); }

std::vector<Expectation> expectationsOf(const string& text)
{
    const string intro = "// On a plain io_context";
    const string cancelled = ", cancelled at ";
    const string continued = "//   ";
    Lines found;
    std::istringstream lines{text};
    for (string line; std::getline(lines, line) && line.starts_with("//");) {
        if (line.starts_with(intro))
            found.push_back(line.substr(intro.size()));
        else if (line.starts_with(continued) && !found.empty())
            found.back() += ' ' + line.substr(continued.size());
    }
    std::vector<Expectation> expectations;
    for (const string& line : found) {
        Expectation expectation;
        if (line.starts_with(cancelled)) {
            int milliseconds = 0;
            std::from_chars(line.data() + cancelled.size(), line.data() + line.size(), milliseconds);
            expectation.cancelAfter = std::chrono::milliseconds{milliseconds};
        }
        const std::size_t colon = line.find(": ");
        if (colon != string::npos)
            expectation.lines = split(line.substr(colon + 2));
        expectations.push_back(std::move(expectation));
    }
    return expectations;
}

} // namespace awaitscope::cases
