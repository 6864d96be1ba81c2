// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cases/case.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace awaitscope::cases {

/// Where println() of the running case goes: as in a sandbox file it is a function that knows of no run.
struct Console
{
    std::function<void(const string&)> print; ///< empty while none runs
    std::vector<string> judged;
};
Console& console();

struct Outcome
{
    std::vector<string> lines; ///< "100 text"
    string trace;              ///< the bytes of it; empty where nothing is recorded
};

/// Runs it once on the executor that this program is about.
Outcome runCase(const string& file, awaitable<void> (*run)(), std::optional<std::chrono::milliseconds> cancelAfter);

/// Starts run(), and its cancellation if one is asked for, then calls `runContext` until it throws no more. Prints how it ended.
template <class Context, class RunContext>
void perform(Context& context, awaitable<void> (*run)(), std::optional<std::chrono::milliseconds> cancelAfter,
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
    if (!ended)
        console().print("");
}

} // namespace awaitscope::cases
