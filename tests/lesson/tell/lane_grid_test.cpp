// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/tell/lane_grid.hpp"
#include "lesson/text/text.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

TEST(LaneGrid, DrawsABarWhileSomethingGoesOn)
{
    LaneGrid grid{{"caller", "work"}};
    grid.startMoment("0 ms");
    grid.add({0, "┌", {}, "waits", Ink::waiting, true});
    grid.add({1, "┌", "1", "request", Ink::waiting, true});
    grid.startMoment("20 ms");
    grid.add({1, "└", "1", "resumes", Ink::waiting, false});
    grid.startMoment("300 ms");
    grid.add({0, "└", {}, "done", Ink::waiting, false});
    EXPECT_EQ(grid.toText(100, false), "  time  caller    work\n"
                                       "─────────────────────────────\n"
                                       "  0 ms  ┌ waits   ┌ 1 request\n"
                                       "        │         │\n"
                                       " 20 ms  │         └ 1 resumes\n"
                                       "        │\n"
                                       "300 ms  └ done\n");
}

TEST(LaneGrid, KeepsTheOrderOfOneMomentFromTopToBottom)
{
    LaneGrid grid{{"a", "b"}};
    grid.startMoment("0 ms");
    grid.add({1, "■", {}, "first", Ink::plain, false});
    grid.add({1, "■", {}, "second", Ink::plain, false});
    grid.add({0, "■", {}, "third", Ink::plain, false});
    grid.addRule("timeout");
    grid.add({0, "■", {}, "fourth", Ink::plain, false});
    const std::string text = grid.toText(100, false);
    EXPECT_LT(text.find("first"), text.find("second"));
    EXPECT_LT(text.find("first\n"), text.find("third")) << "never on a line above what came before it";
    EXPECT_LT(text.find("third"), text.find("╳╌╌ timeout ╌"));
    EXPECT_LT(text.find("timeout"), text.find("fourth"));
}

TEST(LaneGrid, WrapsLongTextAndGoesOnWithTheBar)
{
    LaneGrid grid{{"cache"}};
    grid.startMoment("0 ms");
    grid.add({0, "│", {}, "user/42 → v1, expired", Ink::plain, true});
    EXPECT_EQ(grid.toText(23, false), "time  cache\n"
                                      "───────────────────────\n"
                                      "0 ms  │ user/42 → v1,\n"
                                      "      │ expired\n");
}

TEST(LaneGrid, BreaksWordsOnlyWhereNothingElseHelps)
{
    LaneGrid grid{{"one", "two"}};
    grid.startMoment("0 ms");
    grid.add({0, "┌", "1", "http.make_request", Ink::waiting, true});
    grid.add({1, "●", {}, "gets v1, which is three weeks old", Ink::plain, false});
    EXPECT_NE(grid.toText(50, false).find("http.make_request"), std::string::npos);
    const std::string narrow = grid.toText(28, false);
    EXPECT_EQ(narrow.find("http.make_request"), std::string::npos);
    for (const std::string_view line : linesOf(narrow))
        EXPECT_LE(displayWidth(line), 28U) << line;
}

TEST(LaneGrid, AlignsByColumnsRatherThanBytes)
{
    LaneGrid grid{{"a", "b"}};
    grid.startMoment("0 ms");
    grid.add({0, "●", {}, "漢字 → é", Ink::plain, false});
    grid.add({1, "●", {}, "x", Ink::plain, false});
    grid.startMoment("1 ms");
    grid.add({0, "●", {}, "12345678", Ink::plain, false});
    grid.add({1, "●", {}, "x", Ink::plain, false});
    const std::string text = grid.toText(100, false);
    std::vector<std::size_t> columns;
    for (const std::string_view line : linesOf(text)) {
        if (const std::size_t at = line.rfind("● x"); at != std::string_view::npos)
            columns.push_back(displayWidth(line.substr(0, at)));
    }
    ASSERT_EQ(columns.size(), 2U);
    EXPECT_EQ(columns[0], columns[1]);
}

TEST(Ink, PaintsOnlyWhereColoursAreOn)
{
    EXPECT_EQ(painted("lost", Ink::violated, false), "lost");
    EXPECT_EQ(painted("lost", Ink::plain, true), "lost");
    EXPECT_EQ(painted("  ", Ink::badge, true), "  ");
    const std::string lost = painted("lost", Ink::violated, true);
    EXPECT_TRUE(lost.starts_with("\x1b["));
    EXPECT_TRUE(lost.ends_with("lost\x1b[0m"));
}

} // namespace
} // namespace awaitscope
