// SPDX-License-Identifier: GPL-3.0-or-later
// A cancel from outside reaches every operation of a group, which completes with all their errors.
// On a plain io_context, cancelled at 150 ms: 150 no error, operation_aborted, first 0 | 150 run returned
// On a plain io_context, cancelled at 50 ms: 50 operation_aborted, operation_aborted, first 0 | 50 run returned
// On a plain io_context: 200 no error, no error, first 0 | 200 run returned
#include "case.hpp"

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    asio::steady_timer one{executor, 100ms};
    asio::steady_timer other{executor, 200ms};
    auto [order, first, second] = co_await asio::experimental::make_parallel_group(one.async_wait(asio::deferred),
                                                                                   other.async_wait(asio::deferred))
                                      .async_wait(asio::experimental::wait_for_all{}, asio::use_awaitable);
    println(nameOf(first), ", ", nameOf(second), ", first ", order[0]);
}
