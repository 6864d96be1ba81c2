// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/compiler_output.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

using Kind = CompilerMessage::Kind;

} // namespace

TEST(CompilerOutput, AnErrorOfTheFileHasItsLineAndColumn)
{
    const auto messages = readCompilerOutput("alan/my.cpp: In member function 'f':\n"
                                             "alan/my.cpp:12:20: error: 'respones' was not declared in this scope\n"
                                             "   12 |   channel.send(respones);\n      |                ^~~~~~~~\n",
                                             "alan/my.cpp");
    ASSERT_EQ(messages.size(), 1U);
    EXPECT_EQ(messages.front(), (CompilerMessage{Kind::error, 12, 20, "'respones' was not declared in this scope", {}, {}}));
}

TEST(CompilerOutput, GccsAvalancheIsFoldedToTheLineThatCausedIt)
{
    const auto messages = readCompilerOutput(
        "In file included from /usr/include/boost/asio/awaitable.hpp:20,\n"
        "                 from /src/core/world/world.hpp:5:\n"
        "/usr/include/boost/asio/impl/awaitable.hpp: In instantiation of 'class X':\n"
        "/usr/include/boost/asio/impl/x.hpp:7:3:   required from 'struct Y'\n"
        "/tmp/awaitscope-1/alan/my.cpp:9:30:   required from here\n"
        "/usr/include/boost/asio/impl/x.hpp:100:9: error: no match for call\n"
        "/usr/include/boost/asio/impl/x.hpp:110:9: error: and no type either\n",
        "alan/my.cpp");
    ASSERT_EQ(messages.size(), 1U);
    EXPECT_EQ(messages.front().line, 9);
    EXPECT_EQ(messages.front().elsewhere, "boost/asio/impl/x.hpp:100");
    EXPECT_EQ(messages.front().text, "no match for call");
}

TEST(CompilerOutput, ClangSaysInANoteWhereItWasAskedFor)
{
    const auto messages = readCompilerOutput("/usr/include/boost/x.hpp:5:1: error: no member named 'y'\n"
                                             "alan/my.cpp:21:3: note: in instantiation of function 'z' requested here\n",
                                             "alan/my.cpp");
    ASSERT_EQ(messages.size(), 1U);
    EXPECT_EQ(messages.front().line, 21);
}

TEST(CompilerOutput, ErrorsComeFirstAndNothingTwice)
{
    const auto messages = readCompilerOutput("alan/my.cpp:3:1: warning: unused variable 'x' [-Wunused-variable]\n"
                                             "alan/my.cpp:9:1: error: expected ';'\n"
                                             "alan/my.cpp:9:4: error: expected ';'\n",
                                             "alan/my.cpp");
    ASSERT_EQ(messages.size(), 2U);
    EXPECT_EQ(messages[0].kind, Kind::error);
    EXPECT_EQ(messages[1].kind, Kind::warning);
}

TEST(CompilerOutput, AFileOfASimilarNameIsNotTheLearners)
{
    const auto messages = readCompilerOutput("lib/notalan/my.cpp:3:1: warning: w\n", "alan/my.cpp");
    EXPECT_TRUE(messages.empty());
}

TEST(CompilerOutput, CallsTypesAsTheirUsersDo)
{
    const auto messages = readCompilerOutput(
        "alan/my.cpp:3:1: error: cannot convert "
        "'boost::asio::awaitable<std::__cxx11::basic_string<char>, boost::asio::any_io_executor>' to 'std::string'\n",
        "alan/my.cpp");
    ASSERT_EQ(messages.size(), 1U);
    EXPECT_EQ(messages.front().text, "cannot convert 'awaitable<std::string>' to 'std::string'");
}

TEST(CompilerOutput, TakesAnyBytes)
{
    std::string rubbish;
    for (int i = 0; i < 20000; ++i)
        rubbish += static_cast<char>((i * 7919) % 256);
    EXPECT_LE(readCompilerOutput(rubbish, "alan/my.cpp").size(), mostCompilerMessages);
    EXPECT_TRUE(readCompilerOutput(":::::\n:1:\n1:1:1:\n", "alan/my.cpp").empty());
    std::string many;
    for (int i = 1; i < 500; ++i)
        many += "alan/my.cpp:" + std::to_string(i) + ":1: error: e\n";
    EXPECT_EQ(readCompilerOutput(many, "alan/my.cpp").size(), mostCompilerMessages);
}

} // namespace awaitscope
