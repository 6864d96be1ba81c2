// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/queue.hpp"

#include "core/support/shown.hpp"
#include "core/support/somebody.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"
#include "core/world/spawn.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>

#include <gtest/gtest.h>

#include <optional>

namespace awaitscope::test {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;

using Letters = Queue<std::string>;

/// What is left in it, in order.
std::string drained(Letters& queue)
{
    std::string all;
    while (const std::optional<std::string> item = queue.try_pop())
        all += *item;
    return all;
}

awaitable<void> pushesLetters(World& world, Letters& queue)
{
    for (const char* const letter : {"a", "b", "c"}) {
        co_await queue.async_push(letter);
        Println{world}("pushed ", letter);
    }
    queue.close();
}

awaitable<void> popsLetters(World& world, Letters& queue)
{
    const Spawn spawn{world};
    spawn(pushesLetters(world, queue));
    co_await sleep_for(world, 1ms);
    for (;;) {
        const auto [error, letter] = co_await queue.async_pop(asio::as_tuple(asio::use_awaitable));
        if (error)
            break;
        Println{world}("popped ", letter);
        co_await sleep_for(world, 1ms);
    }
    Println{world}("end");
}

TEST(Queue, HoldsSoManyAndGivesThemInTheOrderInWhichTheyCame)
{
    TestRun run{__FILE__};
    Letters queue{run.world(), "letters", 1};
    const Trace trace = run.run([&](World& world) { return popsLetters(world, queue); }, "popsLetters");
    EXPECT_EQ(logOf(trace), (Strings{"0 pushed a", "1000 popped a", "1000 pushed b", "2000 popped b", "2000 pushed c",
                                     "3000 popped c", "4000 end"}));
    EXPECT_EQ(valuesOf(trace, "letters"), (Strings{"0 empty", "0 a", "1000 b", "2000 c", "2000 c; closed", "3000 empty; closed"}));
    EXPECT_EQ(awaitsOf(trace)[2], "0 queue.push resumed 0-1000");
    EXPECT_EQ(awaitsOf(trace)[3], "2 queue.pop resumed 1000-1000");
}

TEST(Queue, ServesThoseWhoPopInTheOrderInWhichTheyAsked)
{
    TestRun run{__FILE__};
    Letters queue{run.world(), "letters", 4};
    Somebody first{run.world()};
    Somebody second{run.world()};
    std::string firsts;
    std::string seconds;
    queue.async_pop(first.into(firsts));
    queue.async_pop(second.into(seconds));
    EXPECT_TRUE(queue.try_push("a"));
    EXPECT_TRUE(queue.try_push("b"));
    EXPECT_EQ(queue.try_pop(), std::nullopt) << "they are the others' before these are resumed";
    EXPECT_TRUE(queue.try_push("c"));
    run.context().run();
    EXPECT_EQ(firsts, "a");
    EXPECT_EQ(seconds, "b");
    EXPECT_EQ(drained(queue), "c");
}

TEST(Queue, ServesThoseWhoPushAndReserveInTheOrderInWhichTheyAsked)
{
    TestRun run{__FILE__};
    Letters queue{run.world(), "letters", 1};
    Somebody first{run.world()};
    Somebody second{run.world()};
    Letters::Permit permit;
    ASSERT_TRUE(queue.try_push("a"));
    queue.async_reserve(first.into(permit));
    queue.async_push("c", second.into());
    std::string rejected = "x";
    EXPECT_FALSE(queue.try_push(std::move(rejected)));
    EXPECT_EQ(rejected, "x") // NOLINT(bugprone-use-after-move): that is what is tested
        << "what does not fit stays with whoever has it";
    EXPECT_EQ(queue.try_pop(), "a");
    EXPECT_FALSE(queue.try_push("x")) << "the place is reserved";
    run.context().run();
    ASSERT_TRUE(permit);
    EXPECT_EQ(second.state(), "waits");
    permit.send("b");
    EXPECT_FALSE(permit);
    EXPECT_THROW(permit.send("x"), std::logic_error);
    EXPECT_EQ(queue.try_pop(), "b");
    run.context().run();
    EXPECT_EQ(second.state(), "done");
    EXPECT_EQ(drained(queue), "c");
}

TEST(Queue, APermitThatGoesUnsentGivesItsPlaceUp)
{
    TestRun run{__FILE__};
    Letters queue{run.world(), "letters", 1};
    Somebody first{run.world()};
    Somebody second{run.world()};
    Letters::Permit permit;
    Letters::Permit other;
    queue.async_reserve(first.into(permit));
    run.context().run();
    queue.async_reserve(second.into(other));
    Letters::Permit moved = std::move(permit);
    run.context().run();
    EXPECT_EQ(second.state(), "waits");
    moved = {};
    run.context().run();
    EXPECT_TRUE(other);
}

TEST(Queue, OfNoCapacityIsAnAuthorsMistake)
{
    TestRun run{__FILE__};
    EXPECT_THROW((Letters{run.world(), "letters", 0}), std::logic_error);
}

TEST(Queue, APopThatIsCancelledWhileItWaitsTakesNothingAndALaterCancelFindsNothing)
{
    for (const auto type : everyType) {
        TestRun run{__FILE__};
        Letters queue{run.world(), "letters", 4};
        Somebody early{run.world()};
        Somebody late{run.world()};
        std::string earlys;
        std::string lates;
        queue.async_pop(early.into(earlys));
        queue.async_pop(late.into(lates));
        early.cancel(type);
        ASSERT_TRUE(queue.try_push("a"));
        late.cancel(type);
        run.context().run();
        EXPECT_EQ(early.state(), "aborted");
        EXPECT_EQ(earlys, "");
        EXPECT_EQ(late.state(), "done");
        EXPECT_EQ(lates, "a");
    }
}

TEST(Queue, APushThatIsCancelledWhileItWaitsPutsNothingInAndALaterCancelFindsNothing)
{
    for (const auto type : everyType) {
        TestRun run{__FILE__};
        Letters queue{run.world(), "letters", 1};
        ASSERT_TRUE(queue.try_push("a"));
        Somebody early{run.world()};
        Somebody late{run.world()};
        Somebody reserving{run.world()};
        Letters::Permit permit;
        queue.async_push("x", early.into());
        queue.async_reserve(reserving.into(permit));
        queue.async_push("b", late.into());
        early.cancel(type);
        reserving.cancel(type);
        EXPECT_EQ(queue.try_pop(), "a");
        late.cancel(type);
        run.context().run();
        EXPECT_EQ(early.state(), "aborted");
        EXPECT_EQ(reserving.state(), "aborted");
        EXPECT_FALSE(permit);
        EXPECT_EQ(late.state(), "done");
        EXPECT_EQ(drained(queue), "b");
    }
}

TEST(Queue, WhoIsDroppedWhileHeWaitsLeavesTheLine)
{
    TestRun run{__FILE__};
    Letters queue{run.world(), "letters", 1};
    Somebody popping{run.world()};
    Somebody pushing{run.world()};
    std::string popped;
    queue.async_pop(popping.into(popped));
    popping.drop();
    ASSERT_TRUE(queue.try_push("a"));
    queue.async_push("x", pushing.into());
    pushing.drop();
    run.context().run();
    EXPECT_EQ(popped, "");
    EXPECT_EQ(drained(queue), "a");
}

TEST(Queue, AnItemWhosePopperIsDroppedOnItsWayIsBackAtTheFront)
{
    TestRun run{__FILE__};
    Letters queue{run.world(), "letters", 2};
    Somebody first{run.world()};
    Somebody second{run.world()};
    std::string popped;
    queue.async_pop(first.into(popped));
    queue.async_pop(second.into(popped));
    for (const char* const letter : {"a", "b", "c", "d"})
        ASSERT_TRUE(queue.try_push(letter));
    // In this order each would come back before the one that went before it.
    first.drop();
    second.drop();
    EXPECT_EQ(queue.size(), 4U) << "more than there is room for, for once";
    EXPECT_FALSE(queue.try_push("x"));
    run.context().run();
    EXPECT_EQ(popped, "");
    EXPECT_EQ(drained(queue), "abcd");
}

TEST(Queue, AnItemWhosePopperIsDroppedOnItsWayGoesToTheNextWhoWaits)
{
    TestRun run{__FILE__};
    Letters queue{run.world(), "letters", 2};
    Somebody first{run.world()};
    Somebody second{run.world()};
    std::string firsts;
    std::string seconds;
    queue.async_pop(first.into(firsts));
    queue.async_pop(second.into(seconds));
    ASSERT_TRUE(queue.try_push("a"));
    first.drop();
    run.context().run();
    EXPECT_EQ(firsts, "");
    EXPECT_EQ(seconds, "a");
}

TEST(Queue, WhatWasPushedStaysThoughItsPusherIsDroppedOnItsWay)
{
    TestRun run{__FILE__};
    Letters queue{run.world(), "letters", 1};
    Somebody pushing{run.world()};
    queue.async_push("a", pushing.into());
    pushing.drop();
    run.context().run();
    EXPECT_EQ(pushing.state(), "waits");
    EXPECT_EQ(drained(queue), "a");
}

TEST(Queue, APlaceWhosePermitIsDroppedOnItsWayGoesToTheNextWhoWaits)
{
    TestRun run{__FILE__};
    Letters queue{run.world(), "letters", 1};
    Somebody reserving{run.world()};
    Somebody pushing{run.world()};
    Letters::Permit permit;
    queue.async_reserve(reserving.into(permit));
    queue.async_push("a", pushing.into());
    reserving.drop();
    run.context().run();
    EXPECT_FALSE(permit);
    EXPECT_EQ(pushing.state(), "done");
    EXPECT_EQ(drained(queue), "a");
}

TEST(Queue, ThatIsClosedIsPoppedToItsEndAndTakesNothingMore)
{
    TestRun run{__FILE__};
    Letters queue{run.world(), "letters", 1};
    Somebody reserving{run.world()};
    Somebody pushing{run.world()};
    Somebody popping{run.world()};
    Somebody late{run.world()};
    Letters::Permit permit;
    std::string popped;
    queue.async_reserve(reserving.into(permit));
    run.context().run();
    queue.async_push("x", pushing.into());
    queue.close();
    queue.async_push("y", late.into());
    queue.async_pop(popping.into(popped));
    EXPECT_TRUE(queue.is_closed());
    EXPECT_FALSE(queue.try_push("x"));
    run.context().run();
    EXPECT_EQ(pushing.state(), "broken pipe");
    EXPECT_EQ(late.state(), "broken pipe");
    EXPECT_EQ(popping.state(), "waits") << "a permit is out";
    permit.send("a");
    run.context().run();
    EXPECT_EQ(popped, "a");
    Somebody last{run.world()};
    queue.async_pop(last.into(popped));
    run.context().run();
    EXPECT_EQ(last.state(), "eof");
}

TEST(Queue, NobodyIsToldThatItIsAtItsEndWhileAnItemMayComeBack)
{
    TestRun run{__FILE__};
    Letters queue{run.world(), "letters", 1};
    Somebody first{run.world()};
    Somebody second{run.world()};
    std::string firsts;
    std::string seconds;
    queue.async_pop(first.into(firsts));
    queue.async_pop(second.into(seconds));
    ASSERT_TRUE(queue.try_push("a"));
    queue.close();
    first.drop();
    run.context().run();
    EXPECT_EQ(second.state(), "done");
    EXPECT_EQ(seconds, "a");
}

TEST(Queue, ThatGoesCancelsWhoWaits)
{
    TestRun run{__FILE__};
    Somebody popping{run.world()};
    std::string popped;
    {
        Letters queue{run.world(), "letters", 1};
        queue.async_pop(popping.into(popped));
    }
    run.context().run();
    EXPECT_EQ(popping.state(), "aborted");
}

awaitable<void> popsInManyWays(World& world, Letters& queue)
{
    const Println println{world};
    auto either = co_await (queue.async_pop() || sleep_for(world, 1ms));
    println(either.index());
    queue.try_push("a");
    queue.try_push("b");
    either = co_await (queue.async_pop() || sleep_for(world, 1ms));
    println(either.index(), ' ', std::get<0>(either));
    auto group = asio::experimental::make_parallel_group(queue.async_pop(asio::deferred), queue.async_pop(asio::deferred));
    const auto [order, error1, item1, error2, item2] =
        co_await group.async_wait(asio::experimental::wait_for_one(), asio::use_awaitable);
    println(order[0], ' ', item1, ' ', error2.message(), ' ', item2);
    queue.try_push("c");
    const std::string last = co_await queue.async_pop(asio::deferred);
    println(last);
}

TEST(Queue, WorksInEithersAndGroupsAndWithAnyToken)
{
    TestRun run{__FILE__};
    Letters queue{run.world(), "letters", 4};
    const Trace trace = run.run([&](World& world) { return popsInManyWays(world, queue); });
    EXPECT_FALSE(run.failure());
    EXPECT_EQ(logOf(trace), (Strings{"1000 1", "1000 0 a", "1000 0 b Operation canceled ", "1000 c"}));
}

awaitable<void> popsOne(World& world, Letters& queue)
{
    const std::string item = co_await queue.async_pop();
    Println{world}("got ", item);
    co_await sleep_for(world, 1ms);
}

awaitable<void> racesPopper(World& world, Letters& queue)
{
    co_await race(timeout(world.deadline()), popsOne(world, queue));
    Println{world}(queue.size(), " left");
}

TEST(Queue, NoItemIsLostToARaceInEitherWindowOfThePop)
{
    const auto logWith = [](CancelModel model, std::uint32_t completion) {
        TestRun run{__FILE__, {model, Deadline{.after = std::nullopt, .atWatchedAwait = true}, {}}};
        Letters queue{run.world(), "letters", 1};
        if (completion > 0)
            queue.try_push("a");
        run.recorder().watchAwait(2, completion);
        return logOf(run.run([&](World& world) { return racesPopper(world, queue); }, "popsOne"));
    };
    EXPECT_EQ(logWith(CancelModel::asio, 0), (Strings{"0 0 left"}));
    EXPECT_EQ(logWith(CancelModel::drop, 0), (Strings{"0 0 left"}));
    EXPECT_EQ(logWith(CancelModel::asio, 1), (Strings{"0 got a", "0 0 left"})) << "it was too late to cancel";
    EXPECT_EQ(logWith(CancelModel::drop, 1), (Strings{"0 1 left"}));
}

TEST(Queue, ItsItemsCanBeOfAnyTypeThatMoves)
{
    TestRun run{__FILE__};
    Queue<std::unique_ptr<int>> pointers{run.world(), "pointers", 1};
    Queue<int> numbers{run.world(), "numbers", 1};
    ASSERT_TRUE(pointers.try_push(std::make_unique<int>(7)));
    ASSERT_TRUE(numbers.try_push(8));
    Somebody first{run.world()};
    std::unique_ptr<int> got;
    pointers.async_pop(first.into(got));
    run.context().run();
    ASSERT_TRUE(got);
    EXPECT_EQ(*got, 7);
    const Recording recording = run.recorder().finish();
    Strings shown;
    for (const TraceValue& value : recording.values)
        shown.push_back(value.lane + ' ' + value.text);
    EXPECT_EQ(shown, (Strings{"pointers empty", "numbers empty", "pointers item", "numbers 8", "pointers empty"}));
}

} // namespace
} // namespace awaitscope::test
