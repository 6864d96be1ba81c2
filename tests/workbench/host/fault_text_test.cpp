// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/host/fault_text.hpp"

#include <gtest/gtest.h>

#include <csignal>

namespace awaitscope {

TEST(FaultText, ASanitizersReportBecomesASentenceWithTheLine)
{
    const auto said = readSanitizer("==1==ERROR: AddressSanitizer: heap-use-after-free on address 0x1\n"
                                    "READ of size 4 at 0x1\n    #0 0x2 in f /tmp/x/my.cpp:14\n    #1 0x3 in g my.cpp:20\n",
                                    "my.cpp");
    ASSERT_TRUE(said);
    EXPECT_EQ(said->toText(), "my.cpp:14: It uses memory that was given back before. (AddressSanitizer: heap-use-after-free)");
    EXPECT_TRUE(said->isFault);
}

TEST(FaultText, UndefinedBehaviourIsQuoted)
{
    const auto said = readSanitizer("noise\nmy.cpp:9:3: runtime error: division by zero\nmore\n", "my.cpp");
    ASSERT_TRUE(said);
    EXPECT_EQ(said->line, 9);
    EXPECT_NE(said->message.find("division by zero"), std::string::npos);
    EXPECT_FALSE(readSanitizer("nothing of that kind", "my.cpp"));
}

TEST(FaultText, WhatTheLessonCallsAndTheFileLacksIsToldByItsUsualName)
{
    EXPECT_EQ(loadErrorText("The compiled code cannot be loaded: m.so: undefined symbol: "
                            "_ZN6edited7Service12get_responseENSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE"),
              "The lesson calls Service::get_response(std::string), which the file does not define. Define it with just these "
              "parameters.");
    EXPECT_EQ(loadErrorText("The compiled code cannot be loaded: no such file"), "The compiled code cannot be loaded: no such file");
}

TEST(FaultText, EveryEndHasASentence)
{
    for (const char* const kind : {"signal", "cpu", "wall", "memory", "flood", "exit", "exception", "shutdown", "news"}) {
        FaultReport report;
        report.kind = kind;
        EXPECT_GT(faultOf(report, {}, {}).message.size(), 20U) << kind;
    }
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGXFSZ, SIGSYS, SIGKILL, SIGHUP}) {
        WorkerEnd end;
        end.signal = signal;
        EXPECT_TRUE(faultOf({}, end, {}).message.ends_with('.')) << signal;
    }
}

} // namespace awaitscope
