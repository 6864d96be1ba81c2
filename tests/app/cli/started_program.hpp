// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace awaitscope::test {

/// A folder that goes with it.
class Folder
{
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

std::string textOf(const std::filesystem::path& path);
void write(const std::filesystem::path& path, const std::string& text);

/// The text so many times.
std::string many(std::size_t count, const std::string& text);

struct Ended
{
    int code = -1; ///< -1: by a signal
    std::string out;
    std::string err;
};

/// The real program, started without a shell. `output` takes what it prints, else Ended::out.
Ended start(std::vector<std::string> arguments, const std::string& output = {});

/// Fails unless it is UTF-8 in short lines, without a character that moves the cursor.
void expectToBeReadable(const std::string& message);

} // namespace awaitscope::test
