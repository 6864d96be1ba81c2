// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/wait.h>
#include <utility>

namespace {

/// What a shell command prints, and the code it ends with.
std::pair<std::string, int> shell(const std::string& command)
{
    std::FILE* const pipe = popen(command.c_str(), "r");
    if (pipe == nullptr)
        return {"popen failed", -1};
    std::string text;
    for (int character = std::fgetc(pipe); character != EOF; character = std::fgetc(pipe))
        text += static_cast<char>(character);
    const int status = pclose(pipe);
    return {text, WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

const std::string program = "'" AWAITSCOPE_CLI "'";

TEST(Process, RunsALessonPlainlyInAPipe)
{
    const auto [text, code] = shell(program + " run alan-caches-requests --timeout 250ms");
    EXPECT_EQ(code, 0);
    EXPECT_TRUE(text.starts_with("Alan caches requests: buggy · Asio cancel · timeout 250 ms\n")) << text;
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST(Process, KeepsTheTwoOutputsApart)
{
    EXPECT_EQ(shell(program + " run nothing 2>/dev/null"), (std::pair<std::string, int>{"", 2}));
    EXPECT_EQ(shell(program + " run nothing 2>&1 >/dev/null").first,
              "There is no lesson \"nothing\". Allowed: alan-caches-requests.\n");
}

TEST(Process, AReaderThatHasSeenEnoughIsNoMistake)
{
    // The reader is gone before the first byte is written.
    const auto [told, ended] =
        shell("exec 3>&1; { sleep 0.2; " + program + " run alan-caches-requests --json 2>&3; echo $? >&3; } | true");
    EXPECT_EQ(told, "0\n");
    EXPECT_EQ(ended, 0);
}

TEST(Process, SaysThatItsOutputCannotBeWritten)
{
    const auto [text, code] = shell(program + " run alan-caches-requests 2>&1 >/dev/full");
    EXPECT_EQ(text, "The output could not be written: No space left on device.\n");
    EXPECT_EQ(code, 2);
    EXPECT_EQ(shell(program + " lessons >&- 2>/dev/null").second, 2) << "closed";
}

TEST(Process, GivesTheSameBytesEveryTime)
{
    const std::string command = program + " run alan-caches-requests --variant buggy --timeout 250ms --json";
    EXPECT_EQ(shell(command), shell(command));
}

} // namespace
