// SPDX-License-Identifier: GPL-3.0-or-later
//
// A C++ file of one's own in place of a lesson, compiled and run in a worker as people do it.
#include "commands.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace awaitscope::cli {
namespace {

using Json = nlohmann::ordered_json;

class SandboxTest : public testing::Test
{
protected:
    SandboxTest() { std::filesystem::create_directories(folder); }
    ~SandboxTest() override { std::filesystem::remove_all(folder); }

    Outcome call(const std::string& command, const std::string& text, std::vector<std::string> more = {})
    {
        const std::string path = folder + "/mine.cpp";
        std::ofstream{path} << text;
        std::vector<std::string> arguments{command, path};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto read = readCommandLine(arguments);
        if (const auto* const outcome = std::get_if<Outcome>(&read))
            return *outcome;
        return execute(std::get<Request>(read), builtInLessons(), {}, Installation::of(AWAITSCOPE_CLI));
    }

    Json run(const std::string& text, std::vector<std::string> more = {}, ExitCode expected = ExitCode::done)
    {
        more.emplace_back("--json");
        const Outcome outcome = call("run", text, std::move(more));
        EXPECT_EQ(outcome.exitCode, expected) << outcome.err;
        return outcome.out.empty() ? Json::object() : Json::parse(outcome.out);
    }

    std::string folder = testing::TempDir() + "sandbox-" + std::to_string(getpid());
};

/// "250 woke" for each line that was printed.
std::vector<std::string> linesOf(const Json& trace)
{
    std::vector<std::string> lines;
    for (const Json& line : trace.at("log"))
        lines.push_back(std::to_string(line.at("at_us").get<int>() / 1000) + ' ' + line.at("text").get<std::string>());
    return lines;
}

using Lines = std::vector<std::string>;

const std::string waits = R"(awaitable<void> run()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 200ms);
  co_await t.async_wait(asio::use_awaitable);
  effect("stored", "v2");
  println("woke");
}
)";

TEST_F(SandboxTest, NeedsNoMoreThanARunAndNoInclude)
{
    const Json trace = run(waits);
    EXPECT_EQ(linesOf(trace), Lines{"200 woke"});
    EXPECT_EQ(trace["effects"][0]["what"], "stored");
    EXPECT_EQ(trace["effects"][0]["line"], 5);
    EXPECT_EQ(trace["ended"]["how"], "finished");
    EXPECT_EQ(trace["ended"]["at_us"], 200'000);
}

TEST_F(SandboxTest, BuildsWithThePartsOfTheWorldWithoutAnInclude)
{
    const Json trace = run(R"(awaitable<void> fill(Queue<string>& jobs)
{
  co_await jobs.async_push("one");
  co_await sleep_for(world(), 100ms);
  co_await jobs.async_push("two");
}
awaitable<void> run()
{
  Queue<string> jobs(world(), "jobs", 1);
  Task filling(world(), "filling", fill(jobs));
  println(co_await jobs.async_pop());
  println(co_await jobs.async_pop());
}
)");
    EXPECT_EQ(linesOf(trace), (Lines{"0 one", "100 two"}));
    EXPECT_TRUE(std::ranges::any_of(trace["lanes"], [](const Json& lane) { return lane["name"] == "jobs"; }));
}

TEST_F(SandboxTest, MeansItsOwnNamesWhereTheWorldHasThemToo)
{
    const Json trace = run(R"(#include <deque>
template <class T>
class Queue
{
public:
  explicit Queue(asio::any_io_executor executor) : m_bell(executor, asio::steady_timer::time_point::max()) {}
  void push(T value) { m_values.push_back(std::move(value)); m_bell.cancel(); }
  awaitable<T> pop()
  {
    while (m_values.empty())
    {
      boost::system::error_code woken;
      co_await m_bell.async_wait(asio::redirect_error(asio::use_awaitable, woken));
    }
    T value = std::move(m_values.front());
    m_values.pop_front();
    co_return value;
  }
private:
  std::deque<T> m_values;
  asio::steady_timer m_bell;
};
using Channel = asio::experimental::channel<void(boost::system::error_code, int)>;
struct Event { int number = 3; };
struct Lane { int number = 4; };
int race = 5;
awaitable<void> sleep_for(std::chrono::milliseconds duration)
{
  asio::steady_timer timer(co_await asio::this_coro::executor, duration);
  co_await timer.async_wait(asio::use_awaitable);
}
awaitable<void> run()
{
  Queue<Event> queue(co_await asio::this_coro::executor);
  Channel channel(co_await asio::this_coro::executor, 1);
  channel.try_send(boost::system::error_code{}, Lane{}.number);
  co_await sleep_for(100ms);
  queue.push(Event{});
  Event event = co_await queue.pop();
  int received = co_await channel.async_receive(asio::use_awaitable);
  println(event.number, received, race);
}
)");
    EXPECT_EQ(linesOf(trace), Lines{"100 345"});
}

TEST_F(SandboxTest, ThatDoesNotKnowTheTimeoutIsCancelledByItFromOutside)
{
    for (const char* const option : {"--timeout", "--cancel"}) {
        const Json trace = run(waits, {option, "100ms"});
        EXPECT_EQ(linesOf(trace), Lines{}) << option;
        EXPECT_EQ(trace["fired_at_us"], 100'000);
        EXPECT_EQ(trace["ended"]["how"], "threw");
        EXPECT_EQ(trace["ended"]["what"], "operation_aborted");
        EXPECT_EQ(trace["ended"]["line"], 4);
        EXPECT_EQ(trace["lost"][0]["what"], "stored");
    }
    EXPECT_EQ(run(waits, {"--timeout", "100ms", "--model", "drop"})["awaits"][0]["end"], "dropped");
    EXPECT_EQ(linesOf(run(waits, {"--timeout", "100ms", "--model", "eager"})), Lines{"200 woke"});
    EXPECT_EQ(run(waits, {"--await", "1"})["fired_at_us"], 100'000);
}

const std::string expects = R"(int paid = 0;
int shipped = 0;
awaitable<void> run()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 200ms);
  co_await t.async_wait(asio::use_awaitable);
  ++paid;
  t.expires_after(100ms);
  co_await t.async_wait(asio::use_awaitable);
  ++shipped;
}
void judge() { expect("what is paid is shipped", paid == shipped); }
)";

TEST_F(SandboxTest, TellsByItsExitCodeThatAnExpectationIsViolatedOnlyIfItIsToBeStrict)
{
    EXPECT_EQ(call("run", expects, {"--cancel", "250ms"}).exitCode, ExitCode::done);
    EXPECT_EQ(call("run", expects, {"--cancel", "250ms", "--strict"}).exitCode, ExitCode::violated);
    EXPECT_EQ(call("run", expects, {"--cancel", "50ms", "--strict"}).exitCode, ExitCode::done);
    EXPECT_EQ(call("sweep", expects).exitCode, ExitCode::done);
    EXPECT_EQ(call("sweep", expects, {"--strict"}).exitCode, ExitCode::violated);
    EXPECT_EQ(call("sweep", waits, {"--strict"}).exitCode, ExitCode::done);
}

TEST_F(SandboxTest, IsSearchedForTheSmallestCaseThatBreaksIt)
{
    const Outcome told = call("sweep", expects, {"--find-break"});
    EXPECT_EQ(told.exitCode, ExitCode::done) << told.err;
    EXPECT_TRUE(told.out.find("With a timeout of 200 ms, ") == 0) << told.out;
    EXPECT_TRUE(told.out.find("\"what is paid is shipped\" is violated.") != std::string::npos) << told.out;
    EXPECT_TRUE(told.out.find("\nawaitscope:sandbox?cancel=200ms\n") != std::string::npos
                || told.out.find("\nawaitscope:sandbox?timeout=200ms\n") != std::string::npos)
        << told.out;
    EXPECT_EQ(call("sweep", expects, {"--find-break", "--strict"}).exitCode, ExitCode::violated);
    const Json json = Json::parse(call("sweep", waits, {"--find-break", "--move-times", "--json"}).out);
    EXPECT_TRUE(json["found"].is_null());
    EXPECT_EQ(json["moves"], 2);
    EXPECT_EQ(json["awaits"], 1);
}

TEST_F(SandboxTest, IsBrokenByATimeThatIsMovedWhereNoTimeoutBreaksIt)
{
    const std::string rings = R"(awaitable<void> run()
{
  asio::steady_timer bell(co_await asio::this_coro::executor, asio::steady_timer::time_point::max());
  asio::steady_timer ready(co_await asio::this_coro::executor, 60ms);
  asio::steady_timer ring(co_await asio::this_coro::executor, 100ms);
  ring.async_wait([&bell](auto error) { if (!error) bell.cancel(); });
  co_await ready.async_wait(asio::use_awaitable);
  co_await bell.async_wait(asio::as_tuple(asio::use_awaitable));
}
)";
    const Json json = Json::parse(call("sweep", rings, {"--find-break", "--move-times", "--json"}).out);
    ASSERT_FALSE(json["found"].is_null()) << json.dump(2);
    EXPECT_EQ(json["found"]["moved"]["before"], "60ms");
    EXPECT_EQ(json["found"]["moved"]["after"], "120ms");
    EXPECT_EQ(json["found"]["moved"]["line"], 4);
    EXPECT_TRUE(json["found"]["text"].get<std::string>().find("run() is stuck") != std::string::npos) << json["found"]["text"];
}

TEST_F(SandboxTest, CanBeCancelledBeforeItsFirstStep)
{
    const Json trace = run(waits, {"--start", "1"});
    EXPECT_EQ(trace["start"], 1);
    EXPECT_EQ(trace["fired_at_us"], 0);
    EXPECT_EQ(trace["coroutines"].size(), 0U) << "its body never ran";
    EXPECT_EQ(trace["starts"][0]["what"], "run");
    EXPECT_EQ(trace["ended"]["what"], "operation_aborted");
}

const std::string races = R"(awaitable<void> work()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 200ms);
  co_await t.async_wait(asio::use_awaitable);
  println("worked");
}
awaitable<void> run()
{
  auto r = co_await (work() || timeout());
  println("index ", r.index());
  auto winner = co_await race(timeout(), work());
  println(winner == Winner::timeout ? "timeout" : "work");
}
)";

TEST_F(SandboxTest, WhoseOwnCodeDecidesWhatItsTimeoutCancelsIsToldSo)
{
    const Json trace = run(waits, {"--timeout", "100ms", "--cancel-on", "operation"});
    EXPECT_EQ(trace["cancel_on"], "operation");
    EXPECT_EQ(trace["ended"]["what"], "operation_aborted");
    EXPECT_EQ(linesOf(run(waits, {"--timeout", "200ms", "--cancel-on", "operation"})), Lines{"200 woke"});
    run(races, {"--timeout", "100ms", "--cancel-on", "operation"}, ExitCode::wrongUse);
}

TEST_F(SandboxTest, WaitsForTheTimeoutAsForAnyAwaitable)
{
    EXPECT_EQ(linesOf(run(races, {"--timeout", "100ms"})), (Lines{"100 index 1", "200 timeout"}));
    EXPECT_EQ(linesOf(run(races)), (Lines{"200 worked", "200 index 0", "400 worked", "400 work"}));
}

TEST_F(SandboxTest, ThatKnowsTheTimeoutCanBeCancelledFromOutsideBesides)
{
    const Json trace = run(races, {"--timeout", "300ms", "--cancel", "50ms"});
    EXPECT_EQ(trace["ended"]["how"], "threw");
    EXPECT_EQ(trace["ended"]["at_us"], 50'000);
    EXPECT_EQ(trace["fired_at_us"], nullptr) << "the timeout is another one";
    EXPECT_EQ(trace["scenario"], "awaitscope:sandbox?timeout=300ms&cancel=50ms");
}

TEST_F(SandboxTest, HearsOfACancelOfTheTypesThatItHasEnabled)
{
    const Json deaf = run(waits, {"--timeout", "100ms", "--cancel-type", "total"});
    EXPECT_EQ(linesOf(deaf), Lines{"200 woke"}) << "what co_spawn starts lets terminal alone through";
    EXPECT_EQ(deaf["fired_at_us"], 100'000);
    EXPECT_EQ(deaf["scenario"], "awaitscope:sandbox?timeout=100ms&cancel_type=total");
    EXPECT_EQ(run(waits, {"--timeout", "100ms", "--cancel-type", "terminal"}), run(waits, {"--timeout", "100ms"}));

    std::string enables = waits;
    enables.insert(enables.find("{\n") + 2, "  co_await asio::this_coro::reset_cancellation_state(asio::enable_partial_cancellation());\n");
    for (const char* const type : {"terminal", "partial"}) {
        const Json heard = run(enables, {"--cancel", "100ms", "--cancel-type", type});
        EXPECT_EQ(heard["ended"]["what"], "operation_aborted") << type;
        EXPECT_EQ(heard["ended"]["at_us"], 100'000) << type;
    }
    EXPECT_EQ(linesOf(run(enables, {"--cancel", "100ms", "--cancel-type", "total"})), Lines{"200 woke"});

    const Outcome swept = call("sweep", waits, {"--cancel-type", "total"});
    EXPECT_NE(swept.out.find("Asio cancel, total"), std::string::npos) << swept.out;
    const Outcome none = call("run", waits, {"--model", "drop", "--cancel-type", "total"});
    EXPECT_EQ(none.exitCode, ExitCode::wrongUse);
    EXPECT_NE(none.err.find("cancel_type=total with model=drop"), std::string::npos) << none.err;

    const Outcome uncancelled = call("run", waits, {"--cancel-type", "total"});
    EXPECT_EQ(uncancelled.exitCode, ExitCode::done);
    EXPECT_EQ(uncancelled.err, "Nothing cancels run() in this run, so that --cancel-type total says nothing: give a --timeout or a --cancel too.\n");
    EXPECT_EQ(call("run", waits, {"--timeout", "100ms", "--cancel-type", "total"}).err, "");
    const Outcome ownTimeout = call("run", races, {"--timeout", "100ms", "--cancel-type", "total"});
    EXPECT_EQ(ownTimeout.exitCode, ExitCode::wrongUse);
    EXPECT_NE(ownTimeout.err.find("cancel_type=total, and nothing cancels run() from outside"), std::string::npos) << ownTimeout.err;
    EXPECT_EQ(call("run", races, {"--cancel", "100ms", "--cancel-type", "total"}).err, "");
}

TEST_F(SandboxTest, IsSharedWithTheTimeOfItsCancelAndShownAgain)
{
    const Outcome shared = call("share", waits, {"--cancel", "100ms", "--json"});
    ASSERT_EQ(shared.exitCode, ExitCode::done) << shared.err;
    const Json told = Json::parse(shared.out);
    EXPECT_EQ(told["scenario"], "awaitscope:sandbox?cancel=100ms");
    EXPECT_EQ(told["command"], "awaitscope-cli run '" + folder + "/mine.cpp' --cancel 100ms");

    const Outcome ran = call("run", waits, {"--cancel", "100ms", "--json"});
    EXPECT_EQ(Json::parse(ran.out)["scenario"], told["scenario"]);
    std::ofstream{folder + "/trace.json"} << ran.out;
    const auto execute = [](const std::vector<std::string>& arguments) {
        return cli::execute(std::get<Request>(readCommandLine(arguments)), builtInLessons(), {}, Installation::of(AWAITSCOPE_CLI));
    };
    EXPECT_EQ(execute({"show", folder + "/trace.json", "--json"}).out, ran.out);
    const std::string shown = execute({"show", folder + "/trace.json"}).out;
    EXPECT_NE(shown.find("· run() is cancelled at 100 ms\n"), std::string::npos);
    EXPECT_NE(shown.find("╌ cancel ╌"), std::string::npos) << shown;
    EXPECT_EQ(shown.find("╌ timeout ╌"), std::string::npos) << shown;
    EXPECT_EQ(execute({"run", told["scenario"], "--file", folder + "/mine.cpp", "--json"}).out, ran.out) << "the scenario string gives the run again";

    const Outcome alone = execute({"run", told["scenario"]});
    EXPECT_EQ(alone.exitCode, ExitCode::wrongUse);
    EXPECT_NE(alone.err.find("does not hold its code. Name the C++ file too, by --file."), std::string::npos) << alone.err;
    const Outcome lesson = execute({"run", "alan-caches-requests", "--cancel", "1ms"});
    EXPECT_EQ(lesson.exitCode, ExitCode::wrongUse);
    EXPECT_TRUE(lesson.err.starts_with("cancel is for a sandbox")) << lesson.err;
}

TEST_F(SandboxTest, IsSavedWithItsCodeAndRunAgainWithoutItsFile)
{
    const std::string saved = folder + "/mine.awaitscope";
    const Outcome shared = call("share", waits, {"--cancel", "100ms", "--save", saved});
    ASSERT_EQ(shared.files.size(), 1U) << shared.err;
    std::ofstream{saved} << shared.files.front().text;
    std::filesystem::remove(folder + "/mine.cpp");
    const auto read = readCommandLine({"run", saved, "--json"});
    const Outcome outcome = execute(std::get<Request>(read), builtInLessons(), {}, Installation::of(AWAITSCOPE_CLI));
    ASSERT_EQ(outcome.exitCode, ExitCode::done) << outcome.err;
    const Json trace = Json::parse(outcome.out);
    EXPECT_EQ(trace["fired_at_us"], 100'000);
    EXPECT_EQ(trace["lost"][0]["what"], "stored");
}

TEST_F(SandboxTest, ThatExpectsNothingIsSweptByWhatItDoes)
{
    const Outcome text = call("sweep", waits);
    EXPECT_EQ(text.exitCode, ExitCode::done) << text.err;
    EXPECT_NE(text.out.find("  0 ms – 199.999 ms   not stored\n  from 200 ms         stored\n"), std::string::npos) << text.out;
    EXPECT_EQ(text.out.find("not applicable"), std::string::npos) << text.out;

    const Outcome outcome = call("sweep", waits, {"--json"});
    const Json variant = Json::parse(outcome.out)["variants"][0];
    EXPECT_EQ(variant["outcomes"], Json::parse(R"([{"from_us": 0, "last_us": 199999, "outcome": "not stored"},
                                                   {"from_us": 200000, "last_us": null, "outcome": "stored"}])"));
    EXPECT_EQ(variant["map"], Json::parse(R"([{"from_us": 0, "last_us": null, "verdict": "not-applicable"}])"));
    EXPECT_EQ(variant["awaits"][0]["outcomes"][0]["outcome"], "not stored");
    EXPECT_EQ(variant["awaits"][0]["completed_outcome"], "stored");

    const Outcome expecting = call("sweep", waits + "void judge() { expect(\"one is one\", true); }\n", {"--json"});
    EXPECT_FALSE(Json::parse(expecting.out)["variants"][0].contains("outcomes")) << "that says what to tell them apart by";
}

TEST_F(SandboxTest, IsSweptToTheEndThoughItThrowsAtSomeTimeouts)
{
    const Outcome outcome = call("sweep", R"(awaitable<void> work()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 200ms);
  co_await t.async_wait(asio::use_awaitable);
}
awaitable<void> run()
{
  auto r = co_await (work() || timeout());
  if (r.index() == 1)
    throw std::bad_alloc();
}
)");
    EXPECT_EQ(outcome.exitCode, ExitCode::fault);
    EXPECT_NE(outcome.out.find("  0 ms – 199.999 ms   threw bad_alloc\n  from 200 ms         finished\n"), std::string::npos) << outcome.out;
    EXPECT_TRUE(outcome.err.starts_with(folder + "/mine.cpp:10: With a timeout of 0 ms: the exception")) << outcome.err;
}

TEST_F(SandboxTest, ExpectsWhatBecomesChecks)
{
    const Json trace = run(waits + R"(
int paid = 2;
void judge()
{
  expect("what is paid is shipped", paid == 1);
  expect("two are two", paid == 2);
})");
    EXPECT_EQ(trace["checks"][0]["text"], "what is paid is shipped");
    EXPECT_EQ(trace["checks"][0]["verdict"], "violated");
    EXPECT_EQ(trace["checks"][0]["why"], "It was not true at mine.cpp:12.");
    EXPECT_EQ(trace["checks"][1]["verdict"], "holds");
}

TEST_F(SandboxTest, IncludesWhatLiesBesideItAndSeesItsChanges)
{
    std::ofstream{folder + "/words.hpp"} << "inline const char* word() { return \"one\"; }\n";
    const std::string text = "#include \"words.hpp\"\nawaitable<void> run() { println(word()); co_return; }\n";
    EXPECT_EQ(linesOf(run(text)), Lines{"0 one"});
    std::ofstream{folder + "/words.hpp"} << "inline const char* word() { return \"two\"; }\n";
    EXPECT_EQ(linesOf(run(text)), Lines{"0 two"});
}

TEST_F(SandboxTest, IsStuckSpinsOrThrowsAndSaysSo)
{
    const Json stuck = run("awaitable<void> run() { co_await timeout(); }\n");
    EXPECT_EQ(stuck["ended"]["how"], "stuck");
    const Json spins = run("awaitable<void> run() {\n  for (;;)\n    co_await asio::post(co_await asio::this_coro::executor, asio::use_awaitable);\n}\n",
                           {}, ExitCode::fault);
    EXPECT_EQ(spins["ended"]["how"], "spins");
    EXPECT_EQ(spins["ended"]["line"], 3);
    const Json threw = run("awaitable<void> run() {\n  throw std::runtime_error(\"boom\");\n  co_return;\n}\n", {}, ExitCode::fault);
    EXPECT_EQ(threw["ended"]["how"], "threw");
    EXPECT_EQ(threw["ended"]["type"], "std::runtime_error");
    EXPECT_EQ(threw["ended"]["what"], "boom");
    EXPECT_EQ(threw["ended"]["line"], 2);
}

const std::string crashes = R"(awaitable<void> run()
{
  asio::steady_timer t(co_await asio::this_coro::executor, 100ms);
  co_await t.async_wait(asio::use_awaitable);
  println("half");
  t.expires_after(100ms);
  co_await t.async_wait(asio::use_awaitable);
  *static_cast<volatile int*>(nullptr) = 1;
}
void judge() { expect("it ends", true); }
)";

TEST_F(SandboxTest, ThatCrashesIsToldUpToThereAndByItsExitCode)
{
    const Outcome outcome = call("run", crashes, {"--json"});
    EXPECT_EQ(outcome.exitCode, ExitCode::fault);
    EXPECT_EQ(outcome.err, folder + "/mine.cpp:8: It reads or writes memory that is not its own (SIGSEGV). Look for a null pointer, or a reference, pointer or "
                                    "iterator to something that is gone.\n");
    const Json trace = Json::parse(outcome.out);
    EXPECT_EQ(trace["ended"]["how"], "crashed");
    EXPECT_EQ(trace["ended"]["at_us"], 200'000);
    EXPECT_EQ(trace["ended"]["line"], 8);
    EXPECT_EQ(trace["ended"]["type"], nullptr);
    EXPECT_EQ(linesOf(trace), Lines{"100 half"});
    EXPECT_EQ(trace["awaits"].size(), 2U);
    EXPECT_EQ(trace["awaits"][1]["number"], 2);
    EXPECT_EQ(trace["checks"].size(), 0U) << "nobody has asked them";

    const Outcome text = call("run", crashes, {"--strict"});
    EXPECT_EQ(text.exitCode, ExitCode::fault);
    EXPECT_EQ(text.err, outcome.err);
    EXPECT_NE(text.out.find("╳╌╌ crashed ╌"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("crashed    200 ms, mine.cpp:8: It reads or writes"), std::string::npos) << text.out;
    EXPECT_EQ(text.out.find("it ends"), std::string::npos) << text.out;
    std::ofstream{folder + "/trace.json"} << outcome.out;
    const auto shown = execute(std::get<Request>(readCommandLine({"show", folder + "/trace.json"})), builtInLessons(), {});
    EXPECT_EQ(shown.out.substr(shown.out.find('\n')), text.out.substr(text.out.find('\n'))) << "but for the title";

    EXPECT_EQ(call("run", crashes, {"--timeout", "50ms"}).exitCode, ExitCode::done) << "it does not come so far";
    EXPECT_EQ(call("share", crashes).exitCode, ExitCode::fault) << "what nobody can run is not worth sharing";
}

TEST_F(SandboxTest, ThatCrashesIsSweptAndCheckedAndItsCrashFound)
{
    const Outcome swept = call("sweep", crashes);
    EXPECT_EQ(swept.exitCode, ExitCode::fault);
    EXPECT_TRUE(swept.err.starts_with(folder + "/mine.cpp:8: It reads or writes memory")) << swept.err;
    EXPECT_NE(swept.out.find("  0 ms – 199.999 ms   ✓ holds\n  from 200 ms         – crashed\n"), std::string::npos) << swept.out;
    const Outcome found = call("sweep", crashes, {"--find-break"});
    EXPECT_TRUE(found.out.starts_with("Without a timeout, run() crashes: It reads or writes memory")) << found.out;
    const Outcome checked = call("check", crashes);
    EXPECT_EQ(checked.exitCode, ExitCode::fault);
    EXPECT_NE(checked.out.find("it crashes"), std::string::npos) << checked.out;
}

TEST_F(SandboxTest, TellsMistakesWithTheirPlaceAndTakesNoOptionsOfLessons)
{
    const Outcome broken = call("run", "awaitable<void> run()\n{\n  co_await nonsense();\n}\n");
    EXPECT_EQ(broken.exitCode, ExitCode::fault);
    EXPECT_NE(broken.err.find("mine.cpp:3:"), std::string::npos) << broken.err;
    const Outcome none = call("run", "int x = 1;\n");
    EXPECT_NE(none.exitCode, ExitCode::done);
    EXPECT_NE(none.err.find("run()"), std::string::npos) << none.err;
    EXPECT_EQ(call("run", waits, {"--variant", "buggy"}).exitCode, ExitCode::wrongUse);
    EXPECT_EQ(call("run", waits, {"--cancel", "soon"}).exitCode, ExitCode::wrongUse);
    EXPECT_EQ(call("run", waits, {"--cancel", "1ms", "--timeout", "2ms"}).exitCode, ExitCode::wrongUse);
}

} // namespace
} // namespace awaitscope::cli
