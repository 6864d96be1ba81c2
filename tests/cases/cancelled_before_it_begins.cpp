// SPDX-License-Identifier: GPL-3.0-or-later
// A coroutine that is cancelled before it begins, as its strand is busy: it begins, and its first await is refused.
// On a plain io_context: 0 cancelled | 0 the strand is busy | 0 begins | 0 failed | 20 run returned
#include "case.hpp"

awaitable<void> works()
{
    println("begins");
    co_await nap(10ms);
    println("never said");
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    asio::cancellation_signal stop;
    auto strand = asio::make_strand(executor);
    asio::post(strand, [] { println("the strand is busy"); });
    asio::co_spawn(strand, works(), asio::bind_cancellation_slot(stop.slot(), [](const std::exception_ptr& error) {
                       println(error ? "failed" : "done");
                   }));
    stop.emit(asio::cancellation_type::terminal);
    println("cancelled");
    co_await nap(20ms);
}
