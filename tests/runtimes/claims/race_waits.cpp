// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plain Asio, nothing of ours: operator|| throws operation_aborted at the loser's co_await, the loser can catch it, and the
// race is over only when the loser has ended.
#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>

#include <iostream>

namespace asio = boost::asio;
using namespace asio::experimental::awaitable_operators;
using asio::awaitable;
using asio::use_awaitable;

namespace {

awaitable<void> winner()
{
    co_await asio::post(use_awaitable);
    std::cout << "winner\n";
}

awaitable<void> loser()
{
    asio::steady_timer never{co_await asio::this_coro::executor, asio::steady_timer::time_point::max()};
    bool isCancelled = false;
    try {
        co_await never.async_wait(use_awaitable);
    } catch (const boost::system::system_error& error) {
        isCancelled = error.code() == asio::error::operation_aborted;
    }
    std::cout << (isCancelled ? "operation_aborted at the co_await\n" : "another error\n");
    try {
        co_await asio::post(use_awaitable);
    } catch (const boost::system::system_error&) {
        std::cout << "and at the next\n";
    }
    co_await asio::this_coro::reset_cancellation_state();
    for (int step = 0; step < 10; ++step)
        co_await asio::post(use_awaitable);
    std::cout << "the loser went on\n";
}

awaitable<void> race()
{
    co_await (winner() || loser());
    std::cout << "race over\n";
}

} // namespace

int main()
{
    asio::io_context context;
    asio::co_spawn(context, race(), asio::detached);
    context.run();
}
