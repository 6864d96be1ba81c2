// SPDX-License-Identifier: GPL-3.0-or-later

// Makes a test of each case: what it prints is what the first lines of its file say, on the executor that this program is
// about. On ours it runs ten times, and every time with the same bytes of trace.

#include "cases/stage.hpp"
#include "support/source_text.hpp"

#include <gtest/gtest.h>

#include <charconv>

namespace awaitscope::cases {

Console& console()
{
    static Console theOne;
    return theOne;
}

void printLine(const string& text)
{
    if (console().print)
        console().print(text);
}

void expect(const string& text, bool holds)
{
    console().judged.push_back((holds ? "holds: " : "violated: ") + text);
}

namespace {

struct Expectation
{
    std::optional<std::chrono::milliseconds> cancelAfter;
    std::vector<string> lines;
};

std::vector<string> split(const string& text)
{
    std::vector<string> parts;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = text.find(" | ", begin);
        parts.push_back(text.substr(begin, end == string::npos ? end : end - begin));
        if (end == string::npos)
            return parts;
        begin = end + 3;
    }
}

/// What the text of the file promises: it is the truth, and not a copy of it in the test.
std::vector<Expectation> expectationsOf(const string& source)
{
    const string intro = "// On a plain io_context";
    const string cancelled = ", cancelled at ";
    const string continued = "//   ";
    std::vector<string> found;
    std::istringstream lines{source};
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

class CaseTest : public testing::Test
{
public:
    CaseTest(string file, awaitable<void> (*run)(), void (*judge)()) : m_file(std::move(file)), m_run(run), m_judge(judge) {}

    void TestBody() override
    {
        const std::vector<Expectation> expectations = expectationsOf(test::readSource(m_file));
        ASSERT_FALSE(expectations.empty()) << m_file << " does not say what it prints";
        for (const Expectation& expectation : expectations) {
            const Outcome first = once(expectation);
            EXPECT_EQ(first.lines, expectation.lines);
            constexpr int times = 10;
            for (int i = 1; i < times && !HasFailure(); ++i) {
                const Outcome again = once(expectation);
                EXPECT_EQ(again.lines, first.lines);
                EXPECT_EQ(again.trace, first.trace);
            }
        }
    }

private:
    Outcome once(const Expectation& expectation) const
    {
        console().judged.clear();
        Outcome outcome = runCase(m_file, m_run, expectation.cancelAfter);
        if (m_judge)
            m_judge();
        for (const string& line : console().judged)
            outcome.lines.push_back(line);
        return outcome;
    }

    string m_file;
    awaitable<void> (*m_run)();
    void (*m_judge)();
};

} // namespace

bool add(const char* file, awaitable<void> (*run)(), void (*judge)())
{
    string name = file;
    name = name.substr(name.rfind('/') + 1);
    name.resize(name.rfind('.'));
    // The class is not derived from one with a fixture of its own: gtest wants to know its name and place all the same.
    testing::RegisterTest("Case", name.c_str(), nullptr, nullptr, file, 1,
                          [path = string{file}, run, judge]() -> testing::Test* { return new CaseTest{path, run, judge}; });
    return true;
}

} // namespace awaitscope::cases
