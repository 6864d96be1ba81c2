// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/catalogue.hpp"
#include "lesson/format/claim.hpp"
#include "lesson/text/text.hpp"
#include "support/builtin_catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace awaitscope {
namespace {

std::string readme()
{
    std::ifstream stream{AWAITSCOPE_SOURCE_DIR "/lessons/README.md"};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// The fenced blocks, without their fences.
std::vector<std::string> examplesOf(const std::string& text)
{
    std::vector<std::string> examples;
    std::string fence;
    for (const std::string_view line : linesOf(text)) {
        const std::string ticks{line.substr(0, std::min(line.find_first_not_of('`'), line.size()))};
        if (fence.empty() && ticks.size() >= 3) {
            fence = ticks;
            examples.emplace_back();
        } else if (!fence.empty() && line == fence) {
            fence.clear();
        } else if (!fence.empty()) {
            examples.back().append(line).append("\n");
        }
    }
    return examples;
}

TEST(LessonsReadme, ItsExamplesAreFromALesson)
{
    const Lesson& lesson = *test::builtInCatalogue().find("alan-caches-requests");
    const std::vector<std::string> examples = examplesOf(readme());
    EXPECT_GE(examples.size(), 10U);
    for (const std::string& example : examples) {
        const std::string_view text = trimmed(example);
        EXPECT_TRUE(std::any_of(lesson.files.begin(), lesson.files.end(),
                                [&](const LessonFile& file) { return file.text.find(text) != std::string::npos; }))
            << "no file of the lesson has\n"
            << example;
    }
}

TEST(LessonsReadme, ItsClaimsAreClaims)
{
    const Lesson& lesson = *test::builtInCatalogue().find("alan-caches-requests");
    int claims = 0;
    const std::string text = readme();
    for (const std::string_view line : linesOf(text)) {
        if (!line.starts_with("| `buggy ") && !line.starts_with("| `fixed "))
            continue;
        const std::string_view claim = line.substr(3, line.find('`', 3) - 3);
        const Result<std::vector<Claim>> parsed = parseClaims(claim, lesson);
        EXPECT_TRUE(parsed) << claim << ": " << parsed.error().toText();
        ++claims;
    }
    EXPECT_EQ(claims, 11);
}

} // namespace
} // namespace awaitscope
