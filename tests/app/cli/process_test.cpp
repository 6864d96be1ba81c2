// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
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
    const std::string said = shell(program + " run nothing 2>&1 >/dev/null").first;
    EXPECT_TRUE(said.starts_with("There is no lesson \"nothing\". Allowed: alan-caches-requests")) << said;
    EXPECT_EQ(said.find('\n'), said.size() - 1) << said;
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

/// A folder of its own for the files of a test.
class ProcessWithPerfetto : public testing::Test
{
protected:
    ProcessWithPerfetto() { std::filesystem::create_directories(folder); }
    ~ProcessWithPerfetto() override { std::filesystem::remove_all(folder); }

    std::pair<std::string, int> runInto(const std::string& file,
                                        const std::string& redirected = "2>&1 >/dev/null") const
    {
        return shell("cd '" + folder.string() + "' && " + program
                     + " run alan-caches-requests --timeout 250ms --perfetto '" + file + "' " + redirected);
    }
    std::string contentOf(const std::string& name) const
    {
        std::ifstream file{folder / name};
        return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    }
    std::ptrdiff_t filesInFolder() const
    {
        return std::distance(std::filesystem::directory_iterator{folder}, std::filesystem::directory_iterator{});
    }

    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("awaitscope-perfetto." + std::to_string(getpid()));
};

TEST_F(ProcessWithPerfetto, WritesTheFileBesideWhatItPrintsAndReplacesAnOlderOne)
{
    std::ofstream{folder / "run.json"} << "older";
    EXPECT_EQ(runInto("run.json", "2>&1 >/dev/null"), (std::pair<std::string, int>{"", 0}));
    const std::string first = contentOf("run.json");
    EXPECT_TRUE(first.starts_with("{\n \"displayTimeUnit\": \"ms\"")) << first.substr(0, 100);
    EXPECT_TRUE(first.ends_with("}\n"));
    EXPECT_EQ(runInto("other.json", "--json 2>&1 >/dev/null").second, 0);
    EXPECT_EQ(contentOf("other.json"), first) << "the same bytes every time";
    EXPECT_EQ(filesInFolder(), 2);
}

TEST_F(ProcessWithPerfetto, WritesThroughALinkAndIntoAPipe)
{
    std::ofstream{folder / "target.json"} << "older";
    std::filesystem::create_symlink("target.json", folder / "link.json");
    EXPECT_EQ(runInto("link.json").second, 0);
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.json"));
    EXPECT_TRUE(contentOf("target.json").starts_with("{\n")) << contentOf("target.json");
    const auto [text, code] = runInto("/dev/stderr", "2>&1 >/dev/null | cat");
    EXPECT_EQ(text, contentOf("target.json"));
}

TEST_F(ProcessWithPerfetto, MakesTheFileThatALinkPromisesAndKeepsPermissions)
{
    namespace fs = std::filesystem;
    fs::create_symlink("promised.json", folder / "link.json");
    EXPECT_EQ(runInto("link.json").second, 0);
    EXPECT_TRUE(fs::is_symlink(folder / "link.json"));
    EXPECT_TRUE(contentOf("promised.json").starts_with("{\n"));

    fs::permissions(folder / "promised.json", fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(runInto("promised.json").second, 0);
    EXPECT_EQ(fs::status(folder / "promised.json").permissions(), fs::perms::owner_read | fs::perms::owner_write);

    fs::create_symlink("missing/run.json", folder / "nowhere.json");
    EXPECT_EQ(runInto("nowhere.json").second, 2);
    EXPECT_TRUE(fs::is_symlink(folder / "nowhere.json"));

    const std::string longName(250, 'n');
    EXPECT_EQ(runInto(longName).second, 0);
    EXPECT_EQ(filesInFolder(), 4);
}

TEST_F(ProcessWithPerfetto, TheFileThatTheProgramPrintsToIsNotReplaced)
{
    for (const std::string file : {"/dev/stdout", "both.json"}) {
        const auto [text, code] = runInto(file, "--json 2>&1 >both.json");
        EXPECT_EQ(code, 2) << file;
        EXPECT_TRUE(text.starts_with("The Perfetto trace could not be written to \"" + file + "\": ")) << text;
        EXPECT_EQ(contentOf("both.json"), "") << file;
    }
}

TEST_F(ProcessWithPerfetto, AFileThatCannotBeWrittenIsOneMessageNothingIsPrintedAndNothingIsLeft)
{
    const std::string advice = ". Name a file in a folder that exists, can be written to and has room.\n";
    std::filesystem::create_directory(folder / "a-folder");
    const std::pair<std::string, std::string> cases[] = {
        {"missing/run.json", "No such file or directory"},
        {"a-folder", "Is a directory"},
        {"/dev/full", "No space left on device"},
        {"/proc/run.json", "No such file or directory"},
    };
    for (const auto& [file, why] : cases) {
        EXPECT_EQ(runInto(file),
                  (std::pair<std::string, int>{
                      "The Perfetto trace could not be written to \"" + file + "\": " + why + advice, 2}));
        EXPECT_EQ(runInto(file, "2>/dev/null"), (std::pair<std::string, int>{"", 2}));
    }
    EXPECT_EQ(filesInFolder(), 1) << "the folder that the test made";
}

TEST_F(ProcessWithPerfetto, WhereRoomRunsOutTheOlderFileStays)
{
    std::ofstream{folder / "run.json"} << "older";
    const auto [text, code] = shell("cd '" + folder.string() + "' && ulimit -f 1 && trap '' XFSZ && " + program
                                    + " run alan-caches-requests --perfetto run.json 2>&1 >/dev/null");
    EXPECT_EQ(code, 2);
    EXPECT_TRUE(text.starts_with("The Perfetto trace could not be written to \"run.json\": File too large.")) << text;
    EXPECT_EQ(contentOf("run.json"), "older");
    EXPECT_EQ(filesInFolder(), 1);
}

TEST(Process, GivesTheSameBytesEveryTime)
{
    const std::string command = program + " run alan-caches-requests --variant buggy --timeout 250ms --json";
    EXPECT_EQ(shell(command), shell(command));
}

} // namespace
