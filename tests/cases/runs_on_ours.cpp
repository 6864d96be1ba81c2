// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/stage.hpp"
#include "core/support/test_run.hpp"
#include "core/trace/trace_json.hpp"

#include <nlohmann/json.hpp>

namespace awaitscope::cases {

Outcome runCase(const string& file, awaitable<void> (*run)(), std::optional<std::chrono::milliseconds> cancelAfter)
{
    constexpr std::uint64_t mostEvents = 1'000'000;
    Outcome outcome;
    {
        test::TestRun recorded{file, {}, mostEvents};
        console().print = [&](const string& text) {
            if (text.empty()) {
                outcome.lines.emplace_back("run stuck");
                return;
            }
            recorded.recorder().addLogLine(text);
            outcome.lines.push_back(std::to_string(toMicroseconds(recorded.context().now()) / 1000) + ' ' + text);
        };
        perform(recorded.context(), run, cancelAfter, [&] { recorded.context().run(); });
        console().print = [](const string&) {}; // what its frames print when they are torn down is not the case's
        Recording recording = recorded.recorder().finish();
        const AwaitNumbers numbers{recording, recorded.sources(), "run"};
        outcome.trace = toJson(buildTrace(std::move(recording), recorded.sources(), "run", numbers, nullptr)).dump();
    }
    console().print = nullptr;
    return outcome;
}

} // namespace awaitscope::cases
