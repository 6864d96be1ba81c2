// SPDX-License-Identifier: GPL-3.0-or-later
// A group of a vector of timers ends with the first, and tells the order.
// On a plain io_context: 30 1 no error | 30 0 operation_aborted | 30 2 operation_aborted | 30 run returned
#include "case.hpp"

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    std::vector<asio::steady_timer> timers;
    for (int duration : {70, 30, 50})
        timers.emplace_back(executor, std::chrono::milliseconds{duration});
    std::vector<decltype(timers[0].async_wait(asio::deferred))> operations;
    for (asio::steady_timer& timer : timers)
        operations.push_back(timer.async_wait(asio::deferred));
    auto [order, errors] = co_await asio::experimental::make_parallel_group(std::move(operations))
                               .async_wait(asio::experimental::wait_for_one{}, asio::use_awaitable);
    for (const std::size_t index : order)
        println(index, " ", nameOf(errors[index]));
}
