// SPDX-License-Identifier: GPL-3.0-or-later
// && throws the failure itself if the other is done, and multiple_exceptions if it was still running.
// On a plain io_context: 50 caught Boom | 100 caught several, the first: Operation canceled [system:125] |
//   100 run returned
#include "case.hpp"

struct Boom : std::exception
{
    const char* what() const noexcept override { return "Boom"; }
};

awaitable<void> boom()
{
    co_await nap(50ms);
    throw Boom{};
}

awaitable<void> both(std::chrono::milliseconds other)
{
    try {
        co_await (nap(other) && boom());
    } catch (const Boom&) {
        println("caught Boom");
    } catch (const asio::multiple_exceptions& several) {
        try {
            std::rethrow_exception(several.first_exception());
        } catch (const std::exception& first) {
            println("caught several, the first: ", first.what());
        }
    }
}

awaitable<void> run()
{
    co_await both(20ms);
    co_await both(300ms);
}
