// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>

namespace awaitscope {

/// A page of 300 lines with twelve coroutines that go on side by side, with five awaits each, of which every second one is caught.
inline std::string longPage()
{
    std::string text = "// Twelve coroutines.\n";
    for (int coroutine = 1; coroutine <= 12; ++coroutine) {
        const std::string number = std::to_string(coroutine);
        text += "awaitable<void> work" + number + "()\n{\n  asio::steady_timer timer(co_await asio::this_coro::executor);\n";
        for (int step = 1; step <= 5; ++step) {
            const std::string wait = "timer.expires_after(" + std::to_string(7 * coroutine + 13 * step) + "ms);\n";
            text += step % 2 == 0 ? "  try {\n    " + wait + "    co_await timer.async_wait(asio::use_awaitable);\n  } catch (const std::exception&) {\n  }\n"
                                  : "  " + wait + "  co_await timer.async_wait(asio::use_awaitable);\n";
        }
        text += "  effect(\"stored\", \"" + number + "\");\n}\n\n";
    }
    text += "awaitable<void> run()\n{\n  auto executor = co_await asio::this_coro::executor;\n";
    for (int coroutine = 2; coroutine <= 12; ++coroutine)
        text += "  asio::co_spawn(executor, work" + std::to_string(coroutine) + "(), asio::detached);\n";
    text += "  co_await work1();\n}\n";
    while (std::ranges::count(text, '\n') < 300)
        text += "// and so on\n";
    return text;
}

} // namespace awaitscope
