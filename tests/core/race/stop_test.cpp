// SPDX-License-Identifier: GPL-3.0-or-later

// A timeout that cancels the pending operation, and not its coroutine (CancelOn::operation). That it is what Asio does is
// proven by tests/core/semantics/stop_test.cpp, on a plain io_context too.

#include "core/support/handoff.hpp"
#include "core/support/test_run.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/this_coro.hpp>

#include <gtest/gtest.h>

namespace awaitscope::test {
namespace {

using boost::asio::awaitable;
using namespace std::chrono_literals;

using Work = awaitable<void> (*)(World&);

awaitable<void> sleepsTwiceInTurn(World& world)
{
    const Println println{world};
    co_await sleep_for(world, 10ms);
    println("first");
    co_await sleep_for(world, 10ms);
    println("second");
}

/// What happens when the timeout fires after that time.
Strings stopped(Work work, VirtualDuration after, CancelOn target = CancelOn::operation)
{
    TestRun run{__FILE__, {CancelModel::asio, Deadline{.after = after}, {}, target}};
    return logOf(run.run([work](World& world) -> awaitable<void> {
        const Winner winner = co_await race(timeout(world.deadline()), work(world));
        Println{world}(winner == Winner::timeout ? "timeout won" : "work won");
    }));
}

TEST(StoppingTheOperation, ThrowsAtThePendingAwaitAndTheTimeoutWins)
{
    EXPECT_EQ(stopped(sleepsTwiceInTurn, 5ms), (Strings{"5000 timeout won"}));
    EXPECT_EQ(stopped(sleepsTwiceInTurn, 15ms), (Strings{"10000 first", "15000 timeout won"}));
}

TEST(StoppingTheOperation, InTheTickOfItsCompletionIsLostForGoodWhereACancelOfTheCoroutineCountsAtTheNextAwait)
{
    EXPECT_EQ(stopped(sleepsTwiceInTurn, 10ms), (Strings{"10000 first", "20000 second", "20000 work won"}));
    EXPECT_EQ(stopped(sleepsTwiceInTurn, 10ms, CancelOn::coroutine), (Strings{"10000 first", "10000 timeout won"}));
}

awaitable<void> catchesAndGoesOn(World& world)
{
    const Println println{world};
    try {
        co_await sleep_for(world, 10ms);
    } catch (const boost::system::system_error&) {
        println("caught");
    }
    co_await sleep_for(world, 10ms);
    println("went on");
}

TEST(StoppingTheOperation, IsNotSticky)
{
    EXPECT_EQ(stopped(catchesAndGoesOn, 5ms), (Strings{"5000 caught", "15000 went on", "15000 work won"}));
    EXPECT_EQ(stopped(catchesAndGoesOn, 5ms, CancelOn::coroutine), (Strings{"5000 caught", "5000 timeout won"}));
}

awaitable<void> shieldsItself(World& world)
{
    co_await boost::asio::this_coro::reset_cancellation_state(boost::asio::disable_cancellation());
    co_await sleep_for(world, 10ms);
    Println{world}("shielded");
}

TEST(StoppingTheOperation, GoesPastTheFiltersOfTheCoroutine)
{
    EXPECT_EQ(stopped(shieldsItself, 5ms), (Strings{"5000 timeout won"}));
    EXPECT_EQ(stopped(shieldsItself, 5ms, CancelOn::coroutine), (Strings{"10000 shielded", "10000 timeout won"}));
}

awaitable<void> awaitsBoth(World& world)
{
    using namespace boost::asio::experimental::awaitable_operators;
    try {
        co_await (catchesAndGoesOn(world) && sleepsTwiceInTurn(world));
    } catch (const std::exception&) {
        Println{world}("both stopped");
    }
    co_await sleep_for(world, 10ms);
    Println{world}("the outer one went on");
}

TEST(StoppingTheOperation, OfAGroupCancelsTheCoroutinesInItAndNotTheOneThatWaitsForThem)
{
    EXPECT_EQ(stopped(awaitsBoth, 5ms),
              (Strings{"5000 caught", "5000 both stopped", "15000 the outer one went on", "15000 work won"}));
}

awaitable<void> calls(World& world)
{
    co_await sleepsTwiceInTurn(world);
    Println{world}("called");
}

TEST(StoppingTheOperation, OfACoroutineThatIsAwaitedReachesTheOperationAtTheEndOfTheChain)
{
    EXPECT_EQ(stopped(calls, 15ms), (Strings{"10000 first", "15000 timeout won"}));
}

TEST(StoppingTheOperation, LeavesACallerThatIsCancelledAsItIs)
{
    // An outer race of its own, by operator||, cancels the inner one: coroutine and all.
    TestRun run{__FILE__, {CancelModel::asio, Deadline{.after = 50ms}, {}, CancelOn::operation}};
    const auto inner = [](World& world) -> awaitable<void> {
        co_await race(timeout(world.deadline()), catchesAndGoesOn(world));
        Println{world}("unreachable");
    };
    EXPECT_EQ(logOf(run.run([&inner](World& world) -> awaitable<void> {
        co_await race(timeout(5ms), inner(world));
        Println{world}("over");
    })),
              (Strings{"5000 caught", "5000 over"}));
}

TEST(StoppingTheOperation, GivesTheValueOfTheWork)
{
    TestRun run{__FILE__, {CancelModel::asio, Deadline{.after = 10ms}, {}, CancelOn::operation}};
    run.run([](World& world) -> awaitable<void> {
        const auto work = [](World& on) -> awaitable<int> {
            co_await sleep_for(on, 10ms);
            co_return 7;
        };
        const RaceResult<int> result = co_await race(timeout(world.deadline()), work(world));
        EXPECT_EQ(result.value, 7) << "the operation had completed";
    });
    EXPECT_FALSE(run.failure());
}

} // namespace
} // namespace awaitscope::test
