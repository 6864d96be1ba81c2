// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/shown.hpp"
#include "core/world/cache.hpp"
#include "core/world/channel.hpp"
#include "core/world/http.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"
#include "core/world/spawn.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/deferred.hpp>

#include <gtest/gtest.h>

#include <stdexcept>

namespace awaitscope::test {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using asio::cancellation_type;
using namespace std::chrono_literals;

TEST(Cache, GetGivesFreshEntriesOnlyAndGetAnyAllOfThem)
{
    TestRun run{__FILE__};
    Cache cache{run.world(), 24h};
    cache.preload("old", "v1", 3 * 7 * 24h, "three weeks old");
    cache.preload("new", "v2", 1h, "one hour old");
    EXPECT_EQ(cache.get("old"), std::nullopt);
    ASSERT_TRUE(cache.get_any("old"));
    EXPECT_EQ(cache.get_any("old")->toText(), "v1, three weeks old");
    EXPECT_EQ(cache.get("new"), "v2");
    EXPECT_EQ(cache.get_any("absent"), std::nullopt);
    cache.set("new", "v3");
    EXPECT_EQ(cache.get_any("new")->toText(), "v3");
}

awaitable<void> writesAndWaits(World& world)
{
    Cache cache{world, 5ms};
    cache.set("k", "a");
    co_await sleep_for(world, 3ms);
    cache.set("k", "b");
    co_await sleep_for(world, 4ms);
    Println{world}(cache.get("k") ? "fresh" : "expired");
    co_await sleep_for(world, 4ms);
    Println{world}(cache.get("k") ? "fresh" : "expired");
}

TEST(Cache, AnEntryExpiresAndTheLaneShowsWhen)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(writesAndWaits);
    EXPECT_EQ(valuesOf(trace, "cache"), (Strings{"0 k → a", "3000 k → b", "8000 k → b, expired"}));
    ASSERT_EQ(trace.log.size(), 2U);
    EXPECT_EQ(trace.log[0].text, "fresh");
    EXPECT_EQ(trace.log[1].text, "expired");
}

awaitable<void> writesTwice(World& world)
{
    Cache cache{world, 24h};
    cache.set("k", "a");
    co_await sleep_for(world, 3ms);
    cache.set("k",
              "b");
}

TEST(Cache, AWriteIsAnEffectWithItsLineAndCoroutine)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(writesTwice);
    ASSERT_EQ(trace.effects.size(), 2U);
    EXPECT_EQ(trace.effects[1].what, "cache.set");
    EXPECT_EQ(trace.effects[1].detail, "k → b");
    EXPECT_EQ(trace.effects[1].coroutine, 1);
    EXPECT_EQ(trace.effects[1].at, fromMicroseconds(3000));
    EXPECT_EQ(trace.effects[1].line, trace.effects[0].line + 2);
    EXPECT_EQ(trace.end, fromMicroseconds(3000)) << "an entry that would expire later does not keep the run going";
}

TEST(Http, ACallbackGetsTheResponseWhenTheDownstreamIsDone)
{
    TestRun run{__FILE__};
    Http http{run.world(), 200ms, [](const std::string& key) { return "response to " + key; }};
    std::string got;
    http.make_request("k", [&](boost::system::error_code error, std::string response) {
        EXPECT_FALSE(error);
        got = std::move(response);
    });
    run.context().run();
    EXPECT_EQ(got, "response to k");
    EXPECT_EQ(run.world().now(), fromMicroseconds(200'000));
}

TEST(Http, IsCancelledByTerminalAndPartialButNotByTotal)
{
    for (const auto& [type, cancelled] : {std::pair{cancellation_type::terminal, true},
                                          {cancellation_type::partial, true},
                                          {cancellation_type::total, false}}) {
        TestRun run{__FILE__};
        Http http{run.world(), 200ms, [](const std::string&) { return "v2"; }};
        asio::cancellation_signal signal;
        boost::system::error_code result;
        http.make_request("k", asio::bind_cancellation_slot(signal.slot(), [&](auto error, const std::string& text) {
                              result = error;
                              EXPECT_EQ(text.empty(), bool{error});
                          }));
        signal.emit(type);
        run.context().run();
        EXPECT_EQ(result == asio::error::operation_aborted, cancelled);
    }
}

awaitable<void> asksInManyWays(World& world, Http& http)
{
    Println println{world};
    println(co_await http.make_request("a"));
    println(co_await http.make_request("b", asio::deferred));
    const auto [error, text] = co_await http.make_request("c", asio::as_tuple(asio::use_awaitable));
    println(error.message(), ' ', text);
}

TEST(Http, AnyCompletionTokenWillDo)
{
    TestRun run{__FILE__};
    Http http{run.world(), 1ms, [](const std::string& key) { return key + "!"; }};
    const Trace trace = run.run([&](World& world) { return asksInManyWays(world, http); }, "asksInManyWays");
    ASSERT_EQ(trace.log.size(), 3U);
    EXPECT_EQ(trace.log[0].text, "a!");
    EXPECT_EQ(trace.log[1].text, "b!");
    EXPECT_EQ(trace.log[2].text, "Success c!");
    EXPECT_EQ(awaitsOf(trace),
              (Strings{"1 http.make_request resumed 0-1000", "2 http.make_request resumed 1000-2000",
                       "3 http.make_request resumed 2000-3000"}));
    EXPECT_EQ(spansOf(trace, "downstream"), (Strings{"0-1000 working", "1000-2000 working", "2000-3000 working"}));
}

awaitable<void> sendsTwice(World& world, Channel& channel)
{
    co_await channel.send("v2");
    channel.answer(Cache::Found{"v1", "three weeks old"});
    co_await sleep_for(world, 1ms);
}

TEST(Channel, DeliversWhenTheClientIsReadyAndTheFirstAnswerCounts)
{
    TestRun run{__FILE__};
    Channel channel{run.world(), 100ms};
    const Trace trace = run.run([&](World& world) { return sendsTwice(world, channel); }, "sendsTwice");
    EXPECT_EQ(channel.received(), "v2");
    EXPECT_EQ(spansOf(trace, "client"), (Strings{"0-100000 not ready"}));
    EXPECT_EQ(valuesOf(trace, "client"),
              (Strings{"100000 gets v2", "100000 v1, three weeks old comes too late: already answered"}));
}

awaitable<void> answersWhileItSends(World& world, Channel& channel)
{
    co_await sleep_for(world, 50ms);
    channel.answer(Cache::Found{"v1", ""});
    co_await sleep_for(world, 200ms);
}

TEST(Channel, AnAnswerIsDecidedAtOnceAndWaitsForTheClientAsEverySendDoes)
{
    TestRun run{__FILE__};
    Channel channel{run.world(), 100ms};
    channel.send("v2", asio::bind_executor(run.world().executor(), [](auto) {}));
    const Trace trace = run.run([&](World& world) { return answersWhileItSends(world, channel); }, "answersWhileItSends");
    EXPECT_EQ(channel.received(), "v1");
    EXPECT_EQ(spansOf(trace, "client"), (Strings{"0-100000 not ready"}));
    EXPECT_EQ(valuesOf(trace, "client"), (Strings{"100000 gets v1", "100000 v2 comes too late: already answered"}));
}

TEST(Channel, AClientThatNobodyHasSentAnythingGetsReadyForAnAnswer)
{
    TestRun run{__FILE__};
    Channel channel{run.world(), 100ms};
    const Trace trace = run.run([&](World& world) { return answersWhileItSends(world, channel); }, "answersWhileItSends");
    EXPECT_EQ(spansOf(trace, "client"), (Strings{"50000-150000 not ready"}));
    EXPECT_EQ(valuesOf(trace, "client"), (Strings{"150000 gets v1"}));
}

TEST(Channel, ASendThatWasTakenBackMakesTheClientReadyNoLater)
{
    TestRun run{__FILE__};
    Channel channel{run.world(), 100ms};
    asio::cancellation_signal signal;
    channel.send("v2", asio::bind_cancellation_slot(signal.slot(), asio::bind_executor(run.world().executor(), [](auto) {})));
    signal.emit(cancellation_type::all);
    const Trace trace = run.run([&](World& world) { return answersWhileItSends(world, channel); }, "answersWhileItSends");
    EXPECT_EQ(spansOf(trace, "client"), (Strings{"0-100000 not ready"}));
    EXPECT_EQ(valuesOf(trace, "client"), (Strings{"100000 gets v1"}));
}

TEST(Channel, DeliversNothingWhenItIsCancelledWithAnyType)
{
    for (const auto type : {cancellation_type::terminal, cancellation_type::partial, cancellation_type::total}) {
        TestRun run{__FILE__};
        Channel channel{run.world(), 100ms};
        asio::cancellation_signal signal;
        boost::system::error_code result;
        channel.send("v2", asio::bind_cancellation_slot(signal.slot(), [&](auto error) { result = error; }));
        signal.emit(type);
        run.context().run();
        EXPECT_EQ(result, asio::error::operation_aborted);
        EXPECT_EQ(channel.received(), std::nullopt);
    }
}

awaitable<void> task(World& world)
{
    co_await sleep_for(world, 10ms);
    Println{world}("the task went on");
}

awaitable<void> failingTask(World& world)
{
    co_await sleep_for(world, 1ms);
    throw std::runtime_error{"no luck"};
}

awaitable<void> spawnsAndWaits(World& world)
{
    Spawn spawn{world};
    spawn(task(world));
    spawn(failingTask(world));
    co_await sleep_for(world, 100ms);
    Println{world}("never printed");
}

awaitable<void> racesSpawner(World& world)
{
    co_await race(timeout(5ms), spawnsAndWaits(world));
}

TEST(Spawn, NeitherACancelNorADropOfTheSpawnerReachesATask)
{
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop}) {
        TestRun run{__FILE__, {model, {}, {}}};
        const Trace trace = run.run(racesSpawner);
        ASSERT_EQ(trace.log.size(), 2U) << toText(model);
        EXPECT_EQ(trace.log[0].text, "a spawned task failed: no luck");
        EXPECT_EQ(trace.log[1].text, "the task went on");
        EXPECT_EQ(trace.end, fromMicroseconds(10'000));
    }
}

TEST(World, AParameterThatDoesNotExistIsNamedWithThoseThatDo)
{
    TestRun run{__FILE__, {CancelModel::asio, {}, {{"client", 100ms}, {"downstream", 200ms}}}};
    EXPECT_EQ(run.world().parameter("client"), 100ms);
    try {
        (void)run.world().parameter("server");
        FAIL();
    } catch (const UnknownParameter& error) {
        EXPECT_STREQ(error.what(), "The lesson has no parameter \"server\". Those of its lesson.toml: client, downstream.");
        EXPECT_EQ(error.where().line(), __LINE__ - 4U) << "where it was asked for";
    }
}

constexpr int lineOfItsBegin = __LINE__ + 1;
awaitable<void> storesByAHeader(World& world)
{
    Cache cache{world, 1h};
    cache.set("early", "1", somewhereInAHeader());
    co_await sleep_for(world, 1ms);
    cache.set("late", "2", somewhereInAHeader());
}
constexpr int lineOfItsAwait = lineOfItsBegin + 4;

TEST(World, AnEffectFromAHeaderHasThePlaceThatItsCoroutineIsAt)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(storesByAHeader);
    ASSERT_EQ(trace.effects.size(), 2U);
    EXPECT_EQ(trace.effects[0].file, "world_test.cpp");
    EXPECT_EQ(trace.effects[0].line, lineOfItsBegin) << "it has awaited nothing yet";
    EXPECT_EQ(trace.effects[1].file, "world_test.cpp");
    EXPECT_EQ(trace.effects[1].line, lineOfItsAwait);
}

} // namespace
} // namespace awaitscope::test
