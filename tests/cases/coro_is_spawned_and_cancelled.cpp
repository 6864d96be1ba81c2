// SPDX-License-Identifier: GPL-3.0-or-later
// experimental::co_spawn of an experimental::coro: a signal that is bound to it cuts what it waits for. In Boost 1.81 use_coro
// keeps the error to itself, and the coro goes on.
// On a plain io_context: 10 works | 10 first: ok | 25 works | 25 second: ok | 100 run returned
#include "case.hpp"

asio::experimental::coro<void> works(asio::any_io_executor executor, std::chrono::milliseconds duration)
{
    asio::steady_timer timer{executor, duration};
    co_await timer.async_wait(asio::experimental::use_coro);
    println("works");
}

string outcomeOf(const std::exception_ptr& error)
{
    try {
        if (error)
            std::rethrow_exception(error);
        return "ok";
    } catch (const system_error& thrown) {
        return nameOf(thrown.code());
    }
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    const auto signal = std::make_shared<asio::cancellation_signal>(); // it must outlive what is bound to it
    asio::experimental::co_spawn(works(executor, 10ms), [](const std::exception_ptr& error) { println("first: ", outcomeOf(error)); });
    asio::experimental::co_spawn(
        works(executor, 90ms),
        asio::bind_cancellation_slot(signal->slot(), [signal](const std::exception_ptr& error) { println("second: ", outcomeOf(error)); }));
    co_await nap(25ms);
    signal->emit(asio::cancellation_type::all);
    co_await nap(75ms);
}
