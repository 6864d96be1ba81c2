// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/proof_tables.hpp"

#include "architecture/repository.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace awaitscope::architecture {
namespace {

TEST(ProofTables, NameTestsThatThereAre)
{
    const std::vector<SourceFile> files = readRepository(AWAITSCOPE_SOURCE_DIR);
    const auto readme = std::ranges::find(files, "src/README.md", &SourceFile::path);
    ASSERT_NE(readme, files.end());
    const std::vector<std::string> named = provenBy(readme->text);
    EXPECT_GT(named.size(), 50U) << "the tables were not found";
    const std::set<std::string> tests = testsIn(files);
    for (const std::string& name : named)
        EXPECT_TRUE(tests.contains(name)) << "src/README.md says that something is proven by " << name << ", and there is no such test";
}

TEST(ProofTables, AreThoseWhoseLastColumnIsCalledSo)
{
    EXPECT_EQ(provenBy("| a | proven by |\n|---|---|\n| `x` \\| y | `One`, `Two.Three` |\n| b | it is plain |\n\n| c | by |\n|---|---|\n| d | `no` |\n"),
              (std::vector<std::string>{"One", "Two.Three", "\" b \""}));
}

TEST(ProofTables, TestsAreFoundByTheirMacros)
{
    const std::set<std::string> found = testsIn({{"tests/a/b.cpp", "TEST(One, Two)\n{}\nTEST_P(Three, Four) {}\n// TEST(No, None)\n"
                                                                    "INSTANTIATE_TEST_SUITE_P(Five, Three, x);\nTYPED_TEST(Six, Seven)\n"},
                                                 {"tests/cases/a_case.cpp", "\n// On a plain io_context: 0 run returned\n"},
                                                 {"tests/cases/cases.cpp", "no case"}});
    EXPECT_EQ(found, (std::set<std::string>{"One", "One.Two", "Three", "Three.Four", "Five/Three", "Six", "Six.Seven", "Case.a_case"}));
}

} // namespace
} // namespace awaitscope::architecture
