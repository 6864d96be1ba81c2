// SPDX-License-Identifier: GPL-3.0-or-later
// Two limits around each other: the shorter one ends it, wherever it stands.
// On a plain io_context: 100 inner | 200 outer | 200 run returned
#include "case.hpp"

awaitable<const char*> within(std::chrono::milliseconds inner, std::chrono::milliseconds outer)
{
    const auto inside = [inner]() -> awaitable<bool> {
        const auto result = co_await (nap(500ms) || nap(inner));
        co_return result.index() == 1;
    };
    const auto result = co_await (inside() || nap(outer));
    co_return result.index() == 1 ? "outer" : "inner";
}

awaitable<void> run()
{
    const char* const first = co_await within(100ms, 200ms);
    println(first);
    const char* const second = co_await within(200ms, 100ms);
    println(second);
}
