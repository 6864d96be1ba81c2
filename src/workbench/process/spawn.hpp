// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace awaitscope {

/// A program to be started.
struct SpawnRequest
{
    std::filesystem::path program;
    std::vector<std::string> arguments;   ///< without the program's name
    std::vector<std::string> environment; ///< "NAME=value", all of it
    std::filesystem::path folder;         ///< to work in
    int in = -1;                          ///< its standard input, output and error; -1: /dev/null
    int out = -1;
    int err = -1;
    int shared = -1; ///< its file 3; -1: it has none
};

/// Starts it in a process group of its own, so that it can be killed with all that it starts, with no other files than these. Its process id, or 0 and `error` set to what errno would be.
///
/// posix_spawn, and not a fork with something done before the exec: the child of a program with threads may then not even
/// allocate, and Boost 1.81's Process does; under AddressSanitizer it hangs in that.
pid_t spawn(const SpawnRequest& request, int& error);

} // namespace awaitscope
