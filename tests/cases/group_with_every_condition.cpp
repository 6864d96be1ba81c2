// SPDX-License-Identifier: GPL-3.0-or-later
// make_parallel_group with each of Asio's conditions, of two coroutines and of a vector: whom the end of the first cuts.
// On a plain io_context: 30 all: 10 -, 30 ok | 40 one: 10 -, 10 - | 70 one success: 10 -, 30 ok | 80 one error: 10 -, 10 - |
//   110 vector, all: 10 -, 30 ok | 120 vector, one: 10 -, 10 - | 150 vector, one success: 10 -, 30 ok |
//   160 vector, one error: 10 -, 10 - | 160 run returned
#include "case.hpp"

struct Ended
{
    std::chrono::steady_clock::duration after{};
    bool isWhole = false;
};

awaitable<void> works(std::chrono::milliseconds duration, bool fails, std::shared_ptr<Ended> ended)
{
    auto executor = co_await asio::this_coro::executor;
    const auto begin = clockOf(executor);
    try {
        co_await nap(duration);
        ended->isWhole = !fails;
    } catch (const system_error&) {
        ended->isWhole = false;
    }
    ended->after = clockOf(executor) - begin;
    if (!ended->isWhole)
        throw std::runtime_error{"no"};
}

string told(const Ended& ended)
{
    const auto after = std::chrono::floor<std::chrono::milliseconds>(ended.after).count();
    return std::to_string(after) + (ended.isWhole ? " ok" : " -");
}

template <class Condition>
awaitable<void> two(const char* name, Condition condition)
{
    auto executor = co_await asio::this_coro::executor;
    auto early = std::make_shared<Ended>();
    auto late = std::make_shared<Ended>();
    co_await asio::experimental::make_parallel_group(asio::co_spawn(executor, works(10ms, true, early), asio::deferred),
                                                     asio::co_spawn(executor, works(30ms, false, late), asio::deferred))
        .async_wait(condition, asio::use_awaitable);
    println(name, ": ", told(*early), ", ", told(*late));
}

template <class Condition>
awaitable<void> many(const char* name, Condition condition)
{
    auto executor = co_await asio::this_coro::executor;
    auto early = std::make_shared<Ended>();
    auto late = std::make_shared<Ended>();
    using Operation = decltype(asio::co_spawn(executor, works(10ms, true, early), asio::deferred));
    std::vector<Operation> operations;
    operations.push_back(asio::co_spawn(executor, works(10ms, true, early), asio::deferred));
    operations.push_back(asio::co_spawn(executor, works(30ms, false, late), asio::deferred));
    co_await asio::experimental::make_parallel_group(std::move(operations)).async_wait(condition, asio::use_awaitable);
    println("vector, ", name, ": ", told(*early), ", ", told(*late));
}

awaitable<void> run()
{
    co_await two("all", asio::experimental::wait_for_all{});
    co_await two("one", asio::experimental::wait_for_one{});
    co_await two("one success", asio::experimental::wait_for_one_success{});
    co_await two("one error", asio::experimental::wait_for_one_error{});
    co_await many("all", asio::experimental::wait_for_all{});
    co_await many("one", asio::experimental::wait_for_one{});
    co_await many("one success", asio::experimental::wait_for_one_success{});
    co_await many("one error", asio::experimental::wait_for_one_error{});
}
