// SPDX-License-Identifier: GPL-3.0-or-later
#include "started_program.hpp"

#include "lesson/text/text.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace awaitscope::test {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t longestMessage = 700; ///< bytes of a line

} // namespace

Folder::Folder()
{
    std::string name = (fs::temp_directory_path() / "awaitscope-hostile.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    m_path = name;
}

Folder::~Folder() { fs::remove_all(m_path); }

std::string textOf(const fs::path& path)
{
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

void write(const fs::path& path, const std::string& text) { std::ofstream{path, std::ios::binary} << text; }

Ended start(std::vector<std::string> arguments, const std::string& output)
{
    const Folder folder;
    const std::string out = output.empty() ? (folder.path() / "out").string() : output;
    const std::string err = (folder.path() / "err").string();
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 1, out.c_str(), O_CREAT | O_WRONLY, 0600);
    posix_spawn_file_actions_addopen(&files, 2, err.c_str(), O_CREAT | O_WRONLY, 0600);
    arguments.insert(arguments.begin(), AWAITSCOPE_CLI);
    std::vector<char*> words;
    for (std::string& argument : arguments)
        words.push_back(argument.data());
    words.push_back(nullptr);
    pid_t process = 0;
    const int failure = posix_spawn(&process, AWAITSCOPE_CLI, &files, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (failure != 0)
        return {};
    int status = 0;
    waitpid(process, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, output.empty() ? textOf(out) : std::string{}, textOf(err)};
}

void expectToBeReadable(const std::string& message)
{
    EXPECT_TRUE(isUtf8(message));
    EXPECT_EQ(findControl(message), std::string::npos) << message;
    for (const std::string_view line : linesOf(message))
        EXPECT_LE(line.size(), longestMessage) << line;
}

std::string many(std::size_t count, const std::string& text)
{
    std::string all;
    for (std::size_t index = 0; index < count; ++index)
        all += text;
    return all;
}

} // namespace awaitscope::test
