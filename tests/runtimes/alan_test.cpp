// SPDX-License-Identifier: GPL-3.0-or-later
//
// Alan's story as tokio, futures-lite, Node.js and asyncio run it, against what the sandbox says of each under its meaning of cancelling.
#include "lessons/lesson_test.hpp"
#include "runtimes/runtime.hpp"
#include "support/proof.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <sstream>

namespace awaitscope::test {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;

struct Times
{
    int downstream = 0; ///< ms
    int client = 0;     ///< ms
};

class OtherRuntimes : public AlanTest
{
protected:
    /// Every instant at which something of the story happens: there the order of timers decides, which is each runtime's own.
    std::set<VirtualTime> instantsOf(const std::string& variant, const Times& times) const
    {
        const ScenarioRun whole = run(keys(variant, CancelModel::asio, times) + "&timeout=none");
        std::set<VirtualTime> instants;
        for (const TraceEvent& event : whole.variants.at(0).trace->events)
            instants.insert(event.at);
        return instants;
    }

    static std::string keys(const std::string& variant, CancelModel model, const Times& times)
    {
        return "variants=" + variant + "&model=" + std::string{toText(model)}
               + "&downstream=" + std::to_string(times.downstream) + "ms&client=" + std::to_string(times.client) + "ms";
    }

    /// What the sandbox says, in the form in which the programs tell it.
    json expected(const std::string& variant, CancelModel model, const Times& times, int timeout) const
    {
        const ScenarioRun ran = run(keys(variant, model, times) + "&timeout=" + std::to_string(timeout) + "ms");
        const Trace& trace = *ran.variants.at(0).trace;
        const auto milliseconds = [](VirtualTime at) { return toMicroseconds(at) / 1000; };
        const auto write = std::ranges::find(trace.effects, "cache.set", &TraceEffect::what);
        const bool wrote = write != trace.effects.end();
        return {{"variant", variant},
                {"timeout_ms", timeout},
                {"winner", toText(trace.winner.value())},
                {"over_ms", milliseconds(trace.raceOverAt.value())},
                {"wrote", wrote},
                {"wrote_ms", wrote ? json(milliseconds(write->at)) : json()},
                {"client", trace.clientOutcome.substr(std::string{"gets "}.size(), 2)}};
    }

    /// Runs both variants at every timeout from 10 to 400 ms in steps of 10 that is no tie; how many runs were compared.
    int compare(const std::string& folder, const std::string& ending, CancelModel model, const Times& times,
                const std::string& instead) const
    {
        int compared = 0;
        for (const std::string variant : {"buggy", "fixed"}) {
            const std::set<VirtualTime> ties = instantsOf(variant, times);
            std::vector<int> timeouts;
            for (int timeout = 10; timeout <= 400; timeout += 10) {
                if (!ties.contains(VirtualTime{std::chrono::milliseconds{timeout}}))
                    timeouts.push_back(timeout);
            }
            const std::string file =
                AWAITSCOPE_SOURCE_DIR "/lessons/alan-caches-requests/" + folder + '/' + variant + ending;
            std::ostringstream command;
            command << commandOf(file, instead) << ' ' << times.downstream << ' ' << times.client;
            for (const int timeout : timeouts)
                command << ' ' << timeout;
            const Output output = shell(command.str());
            const std::vector<std::string> lines = output.lines();
            EXPECT_EQ(output.code, 0) << output.text;
            EXPECT_EQ(lines.size(), timeouts.size()) << output.text;
            for (std::size_t i = 0; i < std::min(lines.size(), timeouts.size()); ++i, ++compared)
                EXPECT_EQ(json::parse(lines[i], nullptr, false), expected(variant, model, times, timeouts[i]))
                    << file << " at " << timeouts[i] << " ms: " << lines[i];
        }
        return compared;
    }

    /// `instead` as in commandOf().
    void prove(const Runtime& runtime, const std::string& folder, const std::string& ending, CancelModel model,
               const std::string& instead = {}) const
    {
        const int usual = compare(folder, ending, model, {200, 100}, instead);
        // What is shown follows the lesson's parameters.
        const int others = compare(folder, ending, model, {130, 210}, instead);
        EXPECT_EQ(usual, 2 * 38) << "40 timeouts less the ties at 200 and 300 ms";
        EXPECT_EQ(others, 2 * 38) << "40 timeouts less the ties at 130 and 340 ms";
        if (!HasFailure())
            reportProof(runtime.proof, runtime.version + ": " + std::to_string(usual + others)
                                           + " runs of Alan's story as the sandbox says under "
                                           + std::string{toText(model)});
    }
};

TEST_F(OtherRuntimes, TokioDoesAsTheSandboxSaysUnderDrop)
{
    const Runtime tokio = findTokio();
    AWAITSCOPE_NEED_RUNTIME(tokio);
    prove(tokio, "rust", ".rs", CancelModel::drop);
}

/// As the story was first told: async-std's race(), whose maintained successor is or().
TEST_F(OtherRuntimes, TheOrOfFuturesLiteDoesAsTheSandboxSaysUnderDrop)
{
    const Runtime futuresLite = findFuturesLite();
    AWAITSCOPE_NEED_RUNTIME(futuresLite);
    prove(futuresLite, "rust", ".rs", CancelModel::drop, AWAITSCOPE_SOURCE_DIR "/tests/runtimes/futures_lite");
}

TEST_F(OtherRuntimes, NodeDoesAsTheSandboxSaysUnderEager)
{
    const Runtime node = findNode();
    AWAITSCOPE_NEED_RUNTIME(node);
    prove(node, "js", ".mjs", CancelModel::eager);
}

TEST_F(OtherRuntimes, AsyncioDoesAsTheSandboxSaysUnderAsioCancel)
{
    const Runtime asyncio = findAsyncio();
    AWAITSCOPE_NEED_RUNTIME(asyncio);
    prove(asyncio, "python", ".py", CancelModel::asio);
}

} // namespace
} // namespace awaitscope::test
