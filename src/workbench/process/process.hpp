// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace awaitscope {

struct ProcessOptions
{
    std::filesystem::path folder{};             ///< to work in; empty: where this process works
    std::vector<std::string> environment{};     ///< "NAME=value", instead of this process's own of these names
    std::chrono::milliseconds longest{120'000}; ///< asleep in one stretch, or computing: then it is killed (patience.hpp)
    std::size_t mostOutput = 4 * 1024 * 1024;   ///< bytes kept of each stream; what follows is read and dropped
};

struct ProcessResult
{
    enum class End { exited, signalled, stopped, tookTooLong, notStarted };
    End end = End::notStarted;
    int status = 0; ///< of `exited` the exit status, of `signalled` the signal
    std::string out;
    std::string err;

    bool succeeded() const { return end == End::exited && status == 0; }
};

/// Runs a program to its end, with nothing as its input; all that it started is killed when `stop` asks for it.
ProcessResult runProcess(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                         const ProcessOptions& options = {}, const std::stop_token& stop = {});

/// Where the shell would find it: `name` itself if it has a '/', else the first in $PATH that can be run. Empty: nowhere.
std::filesystem::path findProgram(const std::string& name);

} // namespace awaitscope
