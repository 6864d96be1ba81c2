// SPDX-License-Identifier: GPL-3.0-or-later
// A concurrent_channel without a buffer: whoever sends waits for a receiver, and cancelling one sender leaves the others.
// On a plain io_context: 0 a waits | 0 b waits | 20 b is cut | 50 a is taken | 50 received 1 | 50 nobody else: yes | 50 run returned
#include "case.hpp"

using IntChannel = asio::experimental::concurrent_channel<void(error_code, int)>;

awaitable<void> sends(string name, int value, std::shared_ptr<IntChannel> channel)
{
    println(name, " waits");
    const auto [error] = co_await channel->async_send(error_code{}, value, asio::as_tuple(asio::use_awaitable));
    println(name, error ? " is cut" : " is taken");
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    const auto channel = std::make_shared<IntChannel>(executor, 0);
    const auto signal = std::make_shared<asio::cancellation_signal>(); // it must outlive what is bound to it
    asio::co_spawn(executor, sends("a", 1, channel), asio::detached);
    asio::co_spawn(executor, sends("b", 2, channel), asio::bind_cancellation_slot(signal->slot(), [signal](const std::exception_ptr&) {}));
    co_await nap(20ms);
    signal->emit(asio::cancellation_type::terminal);
    co_await nap(30ms);
    const int received = co_await channel->async_receive(asio::use_awaitable);
    println("received ", received);
    println("nobody else: ", channel->try_receive([](error_code, int) {}) ? "no" : "yes");
}
