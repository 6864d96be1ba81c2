// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/readers.hpp"

#include <cstddef>
#include <cstdint>

// The name is libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) // NOLINT(readability-identifier-naming)
{
    awaitscope::fuzz::AWAITSCOPE_FUZZ_READER({reinterpret_cast<const char*>(data), size});
    return 0;
}
