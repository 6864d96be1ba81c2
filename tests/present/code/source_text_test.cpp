// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/code/source_text.hpp"
#include "support/scripted_alan.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

TEST(SourceText, FindsAFunctionWithItsRealLines)
{
    EXPECT_EQ(findFunction(test::buggySource, "get_response"), (LineRange{4, 13}));
    EXPECT_EQ(findFunction(test::buggySource, "response"), std::nullopt);
    EXPECT_EQ(findFunction(test::buggySource, ""), std::nullopt);
    EXPECT_EQ(findFunction("awaitable<void>\nf(int x)\n{\n}\n", "f"), (LineRange{1, 4}));
    EXPECT_EQ(findFunction("int g;\nf()\n{ // }\n}\n", "f"), (LineRange{2, 4}));
}

TEST(SourceText, FindsTheRaceOfACaller)
{
    const std::string source =
        "awaitable<void> f()\n{\n  int x;\n  x = co_await race(timeout(y),\n                    g());\n}\n";
    EXPECT_EQ(findFirstAwait(source, "f"), (LineRange{4, 5}));
    EXPECT_EQ(findFirstAwait(source, "g"), std::nullopt);
    EXPECT_EQ(findFirstAwait("void f()\n{\n}\n", "f"), std::nullopt);
}

TEST(SourceText, SaysThatOneLineMovedAndThatItIsNotTheAwait)
{
    const SourceDifference difference = differenceOf(test::buggySource, test::fixedSource);
    EXPECT_EQ(difference.onlyInFirst, std::vector{12});
    EXPECT_EQ(difference.onlyInSecond, std::vector{11});
    EXPECT_EQ(difference.moved, (std::vector{std::pair{12, 11}}));
    EXPECT_EQ(difference.toText(), "one line moved");
}

TEST(SourceText, HoldsOnToTheAwaitWhenTwoLinesChangePlacesWithIt)
{
    const SourceDifference difference =
        differenceOf("co_await send();\nset();\nkeep();\n", "set();\nkeep();\nco_await send();\n");
    EXPECT_EQ(difference.moved, (std::vector{std::pair{2, 1}, std::pair{3, 2}}));
    EXPECT_EQ(difference.toText(), "two lines moved");
}

TEST(SourceText, CountsLinesThatCameOrWent)
{
    EXPECT_EQ(differenceOf("a;\n", "a;\nb;\n").toText(), "one line added");
    EXPECT_EQ(differenceOf("a;\nb;\nc;\n", "a;\n").toText(), "two lines removed");
    EXPECT_EQ(differenceOf("a;\nb;\n", "a;\nc;\n").toText(), "one line differs");
    EXPECT_EQ(differenceOf("a;\n", "a;\n").toText(), "");
}

TEST(SourceText, IgnoresCommentsSpaceAndOutputButNotLiterals)
{
    EXPECT_EQ(differenceOf("a;\nprintln(\"x\");\n", "  println(\"y\");\na;\n").toText(), "");
    EXPECT_EQ(differenceOf("// one\nf( a );  // x\n\n", "/* two */\n  f(a);\n").toText(), "");
    EXPECT_EQ(differenceOf("f(\"a\");\n", "f(\"b\");\n").toText(), "one line differs");
    EXPECT_EQ(differenceOf("f(\n\"a\"\n);\n", "f(\n\"b\"\n);\n").toText(), "one line differs");
}

TEST(SourceText, FindsMarksAtTheEndOfALine)
{
    EXPECT_EQ(findMark(test::buggySource, "write"), std::vector{12});
    EXPECT_EQ(findMark(test::buggySource, "writ"), std::vector<int>{});
    EXPECT_EQ(findMark("a; // mark: x\nb; // mark: xy\n", "x"), std::vector{1});
}

} // namespace awaitscope
