// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <cstdlib>
#include <iostream>

namespace awaitscope {

/// Ends the program if the result holds none: a benchmark of failures measures nothing.
template <class T>
T valueOf(Result<T> result)
{
    if (!result) {
        std::cerr << result.error().toText() << '\n';
        std::exit(EXIT_FAILURE);
    }
    return *std::move(result);
}

} // namespace awaitscope
