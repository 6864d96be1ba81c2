// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/module_lines.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

const std::vector<LessonFile> sources{{"my-buggy.cpp", "void f()\n{\n  while (true)\n    g();\n}\n"}, {"scenario.cpp", ""}};

} // namespace

TEST(ModuleLines, OfTheLessonsFilesAreRead)
{
    EXPECT_EQ(readPlaces("alan/my-buggy.cpp:12 (discriminator 2)\n??:0\n/usr/include/x.hpp:3\nalan/scenario.cpp:7\n"
                         "alan/my-buggy.cpp:?\nalan/not-my-buggy.cpp:5\n",
                         sources),
              (std::vector<CodePlace>{{"my-buggy.cpp", 12}, {"scenario.cpp", 7}}));
}

TEST(ModuleLines, ALoopIsWhereItIsMostOftenAndNotWhereItsFunctionBegins)
{
    const std::vector<CodePlace> samples{{"my-buggy.cpp", 1}, {"my-buggy.cpp", 1}, {"my-buggy.cpp", 1}, {"my-buggy.cpp", 4},
                                         {"my-buggy.cpp", 3}, {"my-buggy.cpp", 4}, {"scenario.cpp", 9}};
    EXPECT_EQ(mostFrequent(samples, sources.front()), (CodePlace{"my-buggy.cpp", 4}));
}

TEST(ModuleLines, WhereThereIsNothingElseItIsTheFunction)
{
    EXPECT_EQ(mostFrequent({{"my-buggy.cpp", 1}}, sources.front()), (CodePlace{"my-buggy.cpp", 1}));
    EXPECT_EQ(mostFrequent({{"scenario.cpp", 1}}, sources.front()), std::nullopt);
}

} // namespace awaitscope
