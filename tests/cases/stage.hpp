// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cases/cases.hpp"

namespace awaitscope::cases {

/// Starts run(), and its cancellation if one is asked for, then calls `runContext` until it throws no more. Prints how it
/// ended; false if it did not.
template <class Context, class RunContext>
bool perform(Context& context, awaitable<void> (*run)(), std::optional<std::chrono::milliseconds> cancelAfter,
             const RunContext& runContext)
{
    const auto describe = [](const std::exception_ptr& error) -> string {
        try {
            std::rethrow_exception(error);
        } catch (const asio::multiple_exceptions&) {
            return "multiple_exceptions";
        } catch (const system_error& exception) {
            const bool isRefused = string{exception.what()}.starts_with("co_await");
            return (isRefused ? "co_await: " : "") + nameOf(exception.code());
        } catch (const std::exception& exception) {
            return exception.what();
        }
    };
    asio::cancellation_signal signal;
    bool ended = false;
    asio::co_spawn(context, run(), asio::bind_cancellation_slot(signal.slot(), [&](const std::exception_ptr& error) {
                       ended = true;
                       println(error ? "run threw " + describe(error) : "run returned");
                   }));
    asio::steady_timer canceller{context};
    if (cancelAfter) {
        canceller.expires_after(*cancelAfter);
        canceller.async_wait([&](error_code) { signal.emit(asio::cancellation_type::terminal); });
    }
    for (bool again = true; again;) {
        try {
            runContext();
            again = false;
        } catch (const std::exception&) {
            println("io_context::run threw ", describe(std::current_exception()));
        }
    }
    return ended;
}

} // namespace awaitscope::cases
