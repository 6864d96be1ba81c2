// SPDX-License-Identifier: GPL-3.0-or-later
// A coroutine that cancels itself goes on to its next await. If it has not waited before, its end is refused as well: the
// exception leaves run(), and its handler is never called.
// On a plain io_context: 1 goes on | 1 io_context::run threw co_await: operation_aborted | 21 run returned
#include "case.hpp"

awaitable<void> works(asio::cancellation_signal& own)
{
    own.emit(asio::cancellation_type::terminal);
    println("goes on");
    co_await nap(10ms);
    println("never said");
}

awaitable<void> run()
{
    asio::cancellation_signal own;
    auto executor = co_await asio::this_coro::executor;
    co_await nap(1ms);
    asio::co_spawn(executor, works(own), asio::bind_cancellation_slot(own.slot(), [](const std::exception_ptr& error) {
                       println(error ? "failed" : "done");
                   }));
    co_await nap(20ms);
}
