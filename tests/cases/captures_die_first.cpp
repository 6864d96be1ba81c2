// SPDX-License-Identifier: GPL-3.0-or-later
// A capturing lambda that is called to make a coroutine: what it captured goes before its first await resumes. One that is
// passed lives as long as its coroutine.
// On a plain io_context: 50 called: gone, passed: there | 50 run returned
#include "case.hpp"

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    std::weak_ptr<int> called;
    std::weak_ptr<int> passed;
    {
        auto captured = std::make_shared<int>(1);
        called = captured;
        asio::co_spawn(executor, [captured]() -> awaitable<void> { co_await nap(100ms); }(), asio::detached);
    }
    {
        auto captured = std::make_shared<int>(1);
        passed = captured;
        asio::co_spawn(executor, [captured]() -> awaitable<void> { co_await nap(100ms); }, asio::detached);
    }
    co_await nap(50ms);
    println("called: ", called.expired() ? "gone" : "there", ", passed: ", passed.expired() ? "gone" : "there");
}
