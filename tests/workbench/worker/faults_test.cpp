// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/edited_alan.hpp"
#include "workbench/workbench_test.hpp"

#include <algorithm>
#include <cctype>
#include <csignal>

namespace awaitscope {

class FaultsTest : public WorkbenchTest, public testing::WithParamInterface<test::MadeFault>
{
};

TEST_P(FaultsTest, IsASentenceWithItsLine)
{
    const test::MadeFault& made = GetParam();
    const auto host = hostOf(test::editedAlan(made.line, made.before));
    const Diagnostic fault = faultOf(*host);
    EXPECT_TRUE(fault.isFault);
    EXPECT_NE(fault.message.find(made.sentence), std::string::npos) << fault.message;
    EXPECT_EQ(fault.file, "my-buggy.cpp");
    EXPECT_EQ(fault.line, made.at) << fault.message;
    const int id = host->workerId();
    const auto trace = host->run(settings(), VirtualDuration{250'000});
    ASSERT_EQ(trace.has_value(), made.isShown);
    if (trace && !made.isSurvived) {
        EXPECT_EQ(trace->ended.how, RunEnd::crashed);
        EXPECT_EQ(toMicroseconds(trace->ended.at), 200'000) << "when the response was there";
        EXPECT_EQ(trace->log.front().text, "miss user/42");
        EXPECT_TRUE(trace->checks.empty());
    }
    EXPECT_TRUE(id == 0 || made.isSurvived) << "the process is gone, but for what a run can tell itself";
}

INSTANTIATE_TEST_SUITE_P(Workbench, FaultsTest, testing::ValuesIn(test::madeFaults()), [](const auto& parameter) {
    std::string name = parameter.param.name;
    std::ranges::replace_if(name, [](unsigned char c) { return !std::isalnum(c); }, '_');
    return name;
});

using OtherFaultsTest = WorkbenchTest;

TEST_F(OtherFaultsTest, AStaticObjectThatNeverComesToBeIsToldWithItsLine)
{
    const auto host = hostOf(test::editedAlan("", "struct S { S() { for (volatile int i = 0;; ++i) {} } } early;"));
    const Diagnostic fault = faultOf(*host);
    EXPECT_EQ(fault.line, 2) << fault.message;
    EXPECT_NE(fault.message.find("computed for two seconds"), std::string::npos) << fault.message;
}

TEST_F(OtherFaultsTest, ALongLastWordIsCutAndStillOne)
{
    const auto host = hostOf(test::editedAlan("[]() noexcept { throw std::runtime_error(string(9'000, 'x')); }();"));
    const Diagnostic fault = faultOf(*host);
    EXPECT_TRUE(fault.message.starts_with("The exception \"xxx")) << fault.message;
    EXPECT_NE(fault.message.find("was thrown where nobody can catch it"), std::string::npos) << fault.message;
    EXPECT_EQ(fault.line, test::editedLine);
}

TEST_F(OtherFaultsTest, LastWordsArePassedOnAsTheyAre)
{
    const auto host = hostOf(test::editedAlan(R"([]() noexcept { throw std::runtime_error("\xff \"quoted\" \xc3\xa9"); }();)"));
    const Diagnostic fault = faultOf(*host);
    EXPECT_TRUE(fault.message.starts_with("The exception \"? \"quoted\" \u00e9\"")) << fault.message;
    EXPECT_EQ(fault.line, test::editedLine);
}

TEST_F(OtherFaultsTest, AHangOnShutdownIsToldWithItsLine)
{
    const auto host = hostOf(test::editedAlan("", "struct S { ~S() { for (volatile int i = 0;; ++i) {} } } late;"));
    EXPECT_EQ(faultOf(*host).message, "") << "the run itself is well";
    const int id = host->workerId();
    const auto last = host->shutDown();
    ASSERT_TRUE(last);
    EXPECT_NE(last->message.find("did not end when it was asked to"), std::string::npos);
    EXPECT_EQ(last->line, 2);
    EXPECT_NE(kill(id, 0), 0);
}

TEST_F(OtherFaultsTest, AGoodProgramEndsWhenItIsAskedTo)
{
    const auto host = hostOf(test::editedAlan("println(\"well\");"));
    EXPECT_EQ(faultOf(*host).message, "");
    EXPECT_FALSE(host->shutDown());
}

TEST_F(OtherFaultsTest, AddressSanitizerFindsWhatWouldHaveGoneUnnoticed)
{
    const auto host = hostOf(test::editedAlan("auto* p = new int(3); delete p; println(*p);"), true);
    const Diagnostic fault = faultOf(*host);
    EXPECT_NE(fault.message.find("heap-use-after-free"), std::string::npos) << fault.message;
    EXPECT_EQ(fault.line, test::editedLine);
}

TEST_F(OtherFaultsTest, UndefinedBehaviorSanitizerToo)
{
    const auto host = hostOf(test::editedAlan("int most = 2147483647; most += static_cast<int>(key.size()); println(most);"), true);
    const Diagnostic fault = faultOf(*host);
    EXPECT_NE(fault.message.find("signed integer overflow"), std::string::npos) << fault.message;
    EXPECT_EQ(fault.line, test::editedLine);
}

TEST_F(OtherFaultsTest, AFaultAtOneTimeoutLeavesTheOthersAlone)
{
    const auto host = hostOf(test::editedAlan(
        "try { co_await channel.send(response); } catch (...) { *static_cast<volatile int*>(nullptr) = 1; }"));
    EXPECT_TRUE(host->runWithoutTimeout(settings()));
    EXPECT_NE(faultOf(*host).message.find("memory that is not its own"), std::string::npos);
    EXPECT_TRUE(host->run(settings(), VirtualDuration{100'000})) << "in a worker of its own";
}

} // namespace awaitscope
