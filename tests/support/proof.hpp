// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

namespace awaitscope::test {

/// Says what was proven, or why it could not be, for the list with which tests/run ends. `name` is a proof's in
/// tests/proofs ("tokio"); `result` one line ("rustc 1.63, tokio 1.24: 38 timeouts × 2 variants as under Rust drop", or
/// "not run: cargo is missing"). A test that fails reports nothing. Outside of tests/run it goes to standard output.
inline void reportProof(const std::string& name, const std::string& result)
{
    const char* const folder = std::getenv("AWAITSCOPE_PROOFS"); // NOLINT(concurrency-mt-unsafe)
    if (!folder) {
        std::cout << "Proof " << name << ": " << result << '\n';
        return;
    }
    // A file each: tests run side by side.
    std::ofstream{std::string{folder} + '/' + name} << result << '\n';
}

} // namespace awaitscope::test
