// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/toolchain.hpp"
#include "workbench/process/process.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <thread>

namespace awaitscope {

namespace {

/// Of this process, until it goes.
class Environment
{
public:
    Environment(const char* name, const char* value) : m_name(name)
    {
        if (const char* const before = std::getenv(name))
            m_before = before;
        setenv(name, value, 1);
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;
    ~Environment()
    {
        if (m_before)
            setenv(m_name, m_before->c_str(), 1);
        else
            unsetenv(m_name);
    }

private:
    const char* m_name;
    std::optional<std::string> m_before;
};

} // namespace

TEST(Toolchain, IsTheOneThatTheProgramWasBuiltWith)
{
    const auto found = findToolchain(Installation::of("/proc/self/exe").compiler);
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->version.empty());
}

TEST(Toolchain, WithoutACompilerSaysWhatToInstall)
{
    const Environment path{"PATH", "/nowhere"};
    const Environment chosen{"CXX", "/nowhere/c++"};
    const auto found = findToolchain("/nowhere/g++");
    ASSERT_FALSE(found);
    EXPECT_NE(found.error().message.find("sudo apt install g++"), std::string::npos);
}

TEST(Toolchain, PassesOverACompilerThatDoesNotWork)
{
    const std::string broken = testing::TempDir() + "broken-compiler";
    std::ofstream{broken} << "#!/bin/sh\nexit 1\n";
    std::filesystem::permissions(broken, std::filesystem::perms::owner_all);
    const auto found = findToolchain(broken);
    ASSERT_TRUE(found);
    EXPECT_NE(found->compiler.string(), broken);
    std::filesystem::remove(broken);
}

TEST(Process, GivesStatusAndBothStreams)
{
    const ProcessResult result = runProcess("/bin/sh", {"-c", "echo out; echo err >&2; exit 3"});
    EXPECT_EQ(result.end, ProcessResult::End::exited);
    EXPECT_EQ(result.status, 3);
    EXPECT_EQ(result.out, "out\n");
    EXPECT_EQ(result.err, "err\n");
}

TEST(Process, ReadsMoreThanAPipeHoldsAndKeepsNoMoreThanItMay)
{
    ProcessOptions options;
    options.mostOutput = 1000;
    const ProcessResult result = runProcess("/bin/sh", {"-c", "head -c 1000000 /dev/zero"}, options);
    EXPECT_TRUE(result.succeeded());
    EXPECT_EQ(result.out.size(), 1000U);
}

TEST(Process, OneThatSleepsOrComputesTooLongIsKilledWithAllThatItStarted)
{
    ProcessOptions options;
    options.longest = std::chrono::milliseconds{400};
    for (const std::string command : {"sleep 600 & wait", "(while :; do :; done) & wait"}) {
        const ProcessResult result = runProcess("/bin/sh", {"-c", command}, options);
        EXPECT_EQ(result.end, ProcessResult::End::tookTooLong) << command;
    }
}

TEST(Process, OneThatWorksAndRestsInTurnsIsWaitedFor)
{
    ProcessOptions options;
    options.longest = std::chrono::milliseconds{1'000};
    // In all it sleeps for longer than that, and never in one stretch.
    const ProcessResult result =
        runProcess("/bin/sh", {"-c", "for turn in 1 2 3 4; do sleep 0.4; head -c 30000000 /dev/zero | cksum > /dev/null; done"}, options);
    EXPECT_TRUE(result.succeeded());
}

TEST(Process, IsKilledWithAllThatItStartedWhenItIsStopped)
{
    std::stop_source stop;
    const std::string mark = testing::TempDir() + "started";
    std::filesystem::remove(mark);
    std::jthread stopper{[&] {
        while (!std::filesystem::exists(mark))
            std::this_thread::yield();
        stop.request_stop();
    }};
    const ProcessResult result = runProcess("/bin/sh", {"-c", "sleep 600 & touch " + mark + "; wait"}, {}, stop.get_token());
    EXPECT_EQ(result.end, ProcessResult::End::stopped);
    std::filesystem::remove(mark);
}

TEST(Process, SaysWhenItDoesNotStart)
{
    EXPECT_EQ(runProcess("/nowhere/program", {}).end, ProcessResult::End::notStarted);
}

} // namespace awaitscope
