// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/sandboxed.hpp"
#include "support/digest.hpp"
#include "support/golden.hpp"
#include "support/proof.hpp"

#include <gtest/gtest.h>

namespace awaitscope::cases {
namespace {

TEST(Determinism, EachCaseGivesTheSameBytesTenTimesAndOnEveryCompiler)
{
    string digests;
    for (const Case& which : allCases()) {
        const Lesson lesson = compiledIn(which);
        for (const Expectation& expectation : expectationsOf(textOf(which))) {
            const string first = jsonOf(lesson, expectation, 0);
            for (int i = 1; i < timesMade; ++i)
                ASSERT_EQ(jsonOf(lesson, expectation, i), first) << titleOf(which, expectation);
            test::Digest digest;
            digest.add(first);
            digests += digest.text() + ' ' + titleOf(which, expectation) + '\n';
        }
    }
    test::expectGolden(digests, "cases/traces.digest");
    if (!HasFailure())
        test::reportProof("cases-determinism", std::to_string(allCases().size()) + " cases ten times, digests as in the repository; "
                                                   + test::compilerInWords());
}

} // namespace
} // namespace awaitscope::cases
