// SPDX-License-Identifier: GPL-3.0-or-later
// A receive that is cancelled fails with channel_cancelled, and not with operation_aborted.
// On a plain io_context, cancelled at 100 ms: 100 aborted: no, channel_cancelled: yes | 100 run returned
// On a plain io_context: run stuck
#include "case.hpp"

awaitable<void> run()
{
    asio::experimental::channel<void(error_code, int)> channel{co_await asio::this_coro::executor, 1};
    try {
        co_await channel.async_receive(asio::use_awaitable);
    } catch (const system_error& error) {
        println("aborted: ", error.code() == asio::error::operation_aborted ? "yes" : "no", ", channel_cancelled: ",
                error.code() == asio::experimental::error::channel_cancelled ? "yes" : "no");
    }
}
