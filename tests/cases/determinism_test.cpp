// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/runs_on_ours.hpp"
#include "cases/sandboxed.hpp"
#include "core/trace/source_index.hpp"
#include "lesson/run/sandbox.hpp"
#include "support/digest.hpp"
#include "support/golden.hpp"
#include "support/proof.hpp"
#include "support/source_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace awaitscope::cases {
namespace {

#ifdef __OPTIMIZE__
constexpr bool isWhole = false; // tests/cases/CMakeLists.txt says why
#else
constexpr bool isWhole = true;
#endif

/// The case as the sandbox that it is, in this process. For one at a time.
Lesson compiledIn(const Case& which)
{
    const string file = which.name + ".cpp";
    Lesson lesson = sandboxOf(file, textOf(which.name));
    // Where it was compiled its folder is another one than a sandbox's.
    lesson.sources = {std::make_shared<const SourceSet>("cases", std::vector<SourceIndex>{{file, textOf(which.name)}})};
    lesson.programs = {programOf(which)};
    return lesson;
}

/// Every line of the file tests/cases/traces.digest, or those of the cases that are compiled in.
void expectAsInRepository(const string& digests)
{
    const string all = test::readSource("tests/cases/traces.digest");
    string kept;
    for (const string& line : test::splitIntoLines(all)) {
        const string name = line.substr(line.find(' ') + 1);
        const bool isHere = std::ranges::any_of(allCases(), [&](const Case& which) { return name.substr(0, name.find(' ')) == which.name; });
        kept += isHere || isWhole ? line + '\n' : "";
    }
    if (digests == kept)
        return;
    if (isWhole)
        test::expectGolden(digests, "cases/traces.digest");
    else
        ADD_FAILURE() << "tests/cases/traces.digest differs " << test::differenceOf(kept, digests);
}

TEST(Determinism, EachCaseGivesTheSameBytesTenTimesAndOnEveryCompiler)
{
    string digests;
    for (const Case& which : allCases()) {
        const Lesson lesson = compiledIn(which);
        for (const Expectation& expectation : expectationsOf(textOf(which.name))) {
            const string first = jsonOf(lesson, expectation, 0);
            for (int i = 1; i < timesMade; ++i)
                ASSERT_EQ(jsonOf(lesson, expectation, i), first) << titleOf(which.name, expectation);
            test::Digest digest;
            digest.add(first);
            digests += digest.text() + ' ' + titleOf(which.name, expectation) + '\n';
        }
    }
    expectAsInRepository(digests);
    if (!HasFailure())
        test::reportProof("cases-determinism", std::to_string(allCases().size()) + " cases ten times, digests as in the repository; "
                                                   + test::compilerInWords());
}

} // namespace
} // namespace awaitscope::cases
