// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// Where the parts are that a learner's code is compiled with and run by.
struct Installation
{
    std::filesystem::path worker;                ///< the program awaitscope-worker; need not exist
    std::vector<std::filesystem::path> includes; ///< the first has core/run/teaching.hpp
    std::vector<std::string> flags;              ///< that change the layout of types: those of this very build
    std::string compiler;                        ///< this build was made with
    std::filesystem::path cache;                 ///< need not exist

    /// Of the program at `program`, in its build folder or installed; the cache is $XDG_CACHE_HOME/awaitscope.
    static Installation of(const std::filesystem::path& program);
};

/// A compiler that works, and what it works with.
struct Toolchain
{
    enum class Family { gcc, clang };
    std::filesystem::path compiler;
    Family family = Family::gcc;
    std::string version;                ///< the first line of what it says of itself
    std::vector<std::string> linkFlags; ///< for the fastest linker there is
    std::filesystem::path addressReader; ///< addr2line; empty: there is none, and faults tell no lines of the code
};

/// The first that works of: the one that the program was built with, $CXX, g++, clang++. The error says what to install.
Result<Toolchain> findToolchain(const std::string& builtWith);

} // namespace awaitscope
