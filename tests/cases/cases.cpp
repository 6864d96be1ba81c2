// SPDX-License-Identifier: GPL-3.0-or-later

// Makes a test of each case: what it prints is what the first lines of its file say, on the executor that this program is
// about.

#include "cases/cases.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace awaitscope::cases {

namespace {

std::vector<Case>& registry()
{
    static std::vector<Case> all;
    return all;
}

class CaseTest : public testing::Test
{
public:
    explicit CaseTest(Case which) : m_case(std::move(which)) {}

    void TestBody() override
    {
        const std::vector<Expectation> expectations = expectationsOf(textOf(m_case.name));
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

} // namespace awaitscope::cases
