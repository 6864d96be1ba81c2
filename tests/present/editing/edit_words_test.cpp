// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/editing/edits.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

using Kind = EditProblem::Kind;

TEST(EditWords, WhatItMeansComesBeforeTheCompilersWords)
{
    EXPECT_EQ(problemText({Kind::error, 12, 3, "cannot convert", "A co_await is missing.", {}}),
              "✗ Error, line 12: A co_await is missing.\nIn the compiler's words: cannot convert");
    EXPECT_EQ(problemText({Kind::warning, 3, 0, "unused", {}, {}}), "! Warning, line 3: unused");
    EXPECT_EQ(problemText({Kind::fault, 0, 0, "It gave up.", {}, {}}), "✗ When it ran: It gave up.");
    EXPECT_EQ(problemText({Kind::error, 9, 0, "no match", {}, "boost/x.hpp:7"}),
              "✗ Error, line 9: no match\nThe compiler found it at boost/x.hpp:7, because of this line.");
}

TEST(EditWords, TheNextProblemIsBelowAndThenTheFirstAgain)
{
    const std::vector<EditProblem> problems{{Kind::error, 12, 0, "b", {}, {}}, {Kind::error, 0, 0, "nowhere", {}, {}},
                                            {Kind::warning, 4, 0, "a", {}, {}}};
    EXPECT_EQ(problemAfter(problems, 1)->line, 4);
    EXPECT_EQ(problemAfter(problems, 4)->line, 12);
    EXPECT_EQ(problemAfter(problems, 12)->line, 4);
    EXPECT_EQ(problemAfter({problems[1]}, 1), nullptr);
}

TEST(EditWords, ProblemsAreCountedInOneLine)
{
    EXPECT_EQ(problemWords({}), "");
    EXPECT_EQ(problemWords({{Kind::error, 1, 0, {}, {}, {}}}), "1 error");
    EXPECT_EQ(problemWords({{Kind::warning, 1, 0, {}, {}, {}}, {Kind::error, 1, 0, {}, {}, {}}, {Kind::error, 1, 0, {}, {}, {}}}),
              "2 errors, 1 warning");
}

TEST(EditWords, AStageSaysWhatTheTimelineShows)
{
    Edit edit;
    EXPECT_TRUE(stageWords(edit).contains("Not run yet"));
    edit.hasRun = true;
    EXPECT_TRUE(stageWords(edit).contains("the version before"));
    edit.stage = Edit::Stage::failed;
    EXPECT_TRUE(stageWords(edit).contains("Not in the timeline") && stageWords(edit).contains("the version before"));
    edit.stage = Edit::Stage::ran;
    EXPECT_TRUE(stageWords(edit).contains("as it is"));
}

} // namespace awaitscope
