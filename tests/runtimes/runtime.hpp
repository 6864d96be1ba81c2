// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace awaitscope::test {

/// Another language's runtime, as far as this machine has it.
struct Runtime
{
    std::string proof;                  ///< its name in tests/proofs: "tokio"
    std::string version;                ///< "rustc 1.63.0, tokio 1.24.2"
    std::optional<std::string> missing; ///< why nothing of it can be run: "node is missing (Debian: nodejs)"
};

Runtime findTokio();
Runtime findFuturesLite();
Runtime findNode();
Runtime findAsyncio();

/// What a shell command printed, errors included, and the code it ended with.
struct Output
{
    std::string text;
    int code = -1;

    std::vector<std::string> lines() const;
};
Output shell(const std::string& command);

/// The command that runs a program: `node FILE.mjs`, `python3 FILE.py`, or what cargo made of FILE.rs. A Rust program's
/// folder has a Cargo.toml; it is built first, offline, with the crates that Debian has installed, and outside of the
/// sources. What lies in the folder `instead`, Cargo.toml first of all, is taken in the place of what has its name in the program's.
/// An error of the build is thrown as std::runtime_error.
std::string commandOf(const std::string& file, const std::string& instead = {});

/// Leaves the test if a runtime is missing, never in silence: it is reported as a proof that was not run, and where CI is
/// set, as in a whole run on a server, it is a failure.
#define AWAITSCOPE_NEED_RUNTIME(runtime)                                                                               \
    if (runtime.missing) {                                                                                             \
        reportProof(runtime.proof, "not run: " + *runtime.missing);                                                    \
        if (isInCi())                                                                                                  \
            FAIL() << "not run: " << *runtime.missing;                                                                 \
        GTEST_SKIP() << "not run: " << *runtime.missing;                                                               \
    }                                                                                                                  \
    static_assert(true)

bool isInCi();

} // namespace awaitscope::test
