// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/scenario.hpp"
#include "lesson/tell/run_table.hpp"
#include "lesson/text/text.hpp"
#include "support/builtin_catalogue.hpp"
#include "support/golden.hpp"

#include <gtest/gtest.h>

#include <regex>

namespace awaitscope {
namespace {

std::vector<std::string> tablesOf(const std::string& patch, const TextStyle& style = {})
{
    const Result<Scenario> scenario = parseScenario(patch, test::builtInAlan(), defaultScenario(test::builtInAlan()));
    EXPECT_TRUE(scenario) << scenario.error().toText();
    const Result<ScenarioRun> run = runScenario(test::builtInAlan(), *scenario);
    EXPECT_TRUE(run) << run.error().toText();
    std::vector<std::string> tables;
    for (const VariantRun& variant : run->variants)
        tables.push_back(runTable(test::builtInAlan(), variant, style));
    return tables;
}

std::string withoutColours(const std::string& text)
{
    return std::regex_replace(text, std::regex{"\x1b\\[[0-9;]*m"}, "");
}

TEST(RunTable, ReadsAsItsGoldenDoes)
{
    const std::vector<std::pair<const char*, const char*>> cases = {
        {"awaitscope:?variants=buggy", "buggy"},
        {"awaitscope:?variants=buggy&timeout=250ms", "buggy_250ms_asio"},
        {"awaitscope:?variants=buggy&timeout=250ms&model=drop", "buggy_250ms_drop"},
        {"awaitscope:?variants=buggy&timeout=250ms&model=eager", "buggy_250ms_eager"},
        {"awaitscope:?variants=buggy&await=1", "buggy_await_1"},
        {"awaitscope:?variants=buggy&await=2+", "buggy_await_2_completed_asio"},
        {"awaitscope:?variants=buggy&await=2+&model=drop", "buggy_await_2_completed_drop"},
        {"awaitscope:?variants=fixed&timeout=250ms", "fixed_250ms_asio"},
        {"awaitscope:?variants=buggy&timeout=200ms", "buggy_200ms_asio"},
    };
    for (const auto& [patch, name] : cases)
        test::expectGolden(tablesOf(patch).front(), std::string{"lesson/goldens/run_"} + name + ".txt");
}

TEST(RunTable, SaysThatThereIsATimeoutWhereNoTimeHitsItsAwait)
{
    const std::string table = tablesOf("awaitscope:?variants=buggy&await=2&client=0ms").front();
    EXPECT_TRUE(table.starts_with("Alan caches requests: buggy · Asio cancel · timeout (at await 2)\n")) << table;
    EXPECT_NE(tablesOf("awaitscope:?timeout=none").front().find(" · no timeout\n"), std::string::npos);
}

TEST(RunTable, FitsItsWidthWhateverIsRun)
{
    for (const char* const model : {"asio", "drop", "eager"}) {
        for (const char* const timeout : {"none", "0ms", "1us", "200ms", "200001us", "299999us", "300ms", "1s"}) {
            for (const std::size_t width : {100U, 80U}) {
                const std::string patch = std::string{"awaitscope:?model="} + model + "&timeout=" + timeout;
                for (const std::string& table : tablesOf(patch, {false, width})) {
                    // The scenario string is one word: it is there to be copied.
                    const std::string rest = table.substr(table.find("\n\n"));
                    for (const std::string_view line : linesOf(rest))
                        EXPECT_LE(displayWidth(line), width) << line;
                }
            }
        }
    }
}

TEST(RunTable, ColoursChangeNothingElse)
{
    const std::string plain = tablesOf("awaitscope:?timeout=250ms").front();
    const std::string coloured = tablesOf("awaitscope:?timeout=250ms", {true, 100}).front();
    EXPECT_EQ(plain.find('\x1b'), std::string::npos);
    EXPECT_NE(coloured, plain);
    EXPECT_EQ(withoutColours(coloured), plain);
}

TEST(RunTable, OrangeIsForWhatIsViolated)
{
    const std::string orange = "38;5;166";
    EXPECT_NE(tablesOf("awaitscope:?variants=buggy&timeout=250ms", {true, 100}).front().find(orange),
              std::string::npos);
    EXPECT_EQ(tablesOf("awaitscope:?variants=buggy&timeout=100ms", {true, 100}).front().find(orange), std::string::npos)
        << "what was never fetched is not lost";
    EXPECT_EQ(tablesOf("awaitscope:?variants=fixed&timeout=250ms", {true, 100}).front().find(orange),
              std::string::npos);
}

/// What the lesson does not do: a coroutine that the subject calls, exceptions, an await that is refused, one for ever.
TEST(RunTable, TellsEveryEndOfAnAwait)
{
    using Kind = TraceEvent::Kind;
    const auto at = [](int milliseconds) { return VirtualTime{std::chrono::milliseconds{milliseconds}}; };
    Trace trace;
    trace.variant = "buggy";
    trace.subject = 2;
    trace.coroutines = {{1, "serve", {}, "scenario.cpp", 1, at(0), at(5), CoroutineEnd::returned},
                        {2, "get_response", 1, "buggy.cpp", 2, at(0), {}, CoroutineEnd::running},
                        {3, "fetch", 2, "buggy.cpp", 9, at(0), at(3), CoroutineEnd::threw}};
    trace.awaits = {{1, 0, false, 2, "fetch", "buggy.cpp", 3, at(0), at(3), AwaitEnd::threw},
                    {2, 1, false, 3, "http.make_request", "buggy.cpp", 10, at(0), at(3), AwaitEnd::threw},
                    {3, 2, true, 2, "channel.send", "buggy.cpp", 4, at(3), at(3), AwaitEnd::refused},
                    {4, 3, true, 2, "never", "buggy.cpp", 5, at(4), {}, AwaitEnd::pending}};
    trace.events = {
        {Kind::coroutineBegan, 0, at(0)}, {Kind::coroutineBegan, 1, at(0)}, {Kind::awaitSuspended, 0, at(0)},
        {Kind::coroutineBegan, 2, at(0)}, {Kind::awaitSuspended, 1, at(0)}, {Kind::awaitEnded, 1, at(3)},
        {Kind::coroutineEnded, 2, at(3)}, {Kind::awaitEnded, 0, at(3)},     {Kind::awaitEnded, 2, at(3)},
        {Kind::awaitSuspended, 3, at(4)}, {Kind::coroutineEnded, 0, at(5)}};
    trace.checks = {{"obtained-response-is-cached", "A response that was obtained is cached.", Verdict::notApplicable,
                     "Nothing was obtained."}};
    trace.callerOutcome = "gave up";
    trace.clientOutcome = "gets nothing";
    const VariantRun run{"buggy", std::make_shared<const Trace>(trace), {}};
    test::expectGolden(runTable(test::builtInAlan(), run), "lesson/goldens/run_every_end.txt");
}

} // namespace
} // namespace awaitscope
