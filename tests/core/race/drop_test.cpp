// SPDX-License-Identifier: GPL-3.0-or-later
//
// Under Rust drop all that the raced coroutine started goes, by whichever way it is reached; or the run is refused.
#include "core/race/race.hpp"

#include "core/support/test_run.hpp"
#include "core/world/http.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/experimental/coro.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/experimental/promise.hpp>
#include <boost/asio/experimental/use_coro.hpp>
#include <boost/asio/experimental/use_promise.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>

#include <gtest/gtest.h>
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#endif

namespace awaitscope::test::drop {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;
using Messages = asio::experimental::channel<void(boost::system::error_code, int)>;

/// Prints when it goes, as any local object with a destructor.
struct Guard
{
    Println println;
    ~Guard() { println("destructor"); }
};

/// What a run of `work` prints that is dropped at 10 ms, and the caller a moment later; or why it was refused.
Strings dropped(awaitable<void> (*work)(World&))
{
    const auto caller = [work](World& world) -> awaitable<void> {
        const Winner winner = co_await race(timeout(world.deadline()), work(world));
        Println{world}(toText(winner));
    };
    TestRun run{__FILE__, {CancelModel::drop, Deadline{.after = 10ms}, {}}};
    const Trace trace = run.run(caller);
    if (run.recorder().refusal())
        return {"refused: " + run.recorder().refusal()->message};
    return logOf(trace);
}

const Strings goneAtOnce{"10000 destructor", "10000 timeout"};

awaitable<void> onAStrand(World& world)
{
    const Guard guard{Println{world}};
    Http http{world, 30ms, [](const std::string&) { return "v2"; }};
    auto strand = asio::make_strand(co_await asio::this_coro::executor);
    co_await http.make_request("key", asio::bind_executor(strand, asio::use_awaitable));
    guard.println("went on");
}

TEST(Drop, TakesAnOperationThatCompletesOnAStrand) { EXPECT_EQ(dropped(onAStrand), goneAtOnce); }

awaitable<void> inAGroup(World& world)
{
    const Guard guard{Println{world}};
    co_await asio::experimental::make_parallel_group(sleep_for(world, 20ms, asio::deferred), sleep_for(world, 30ms, asio::deferred))
        .async_wait(asio::experimental::wait_for_all(), asio::use_awaitable);
    guard.println("went on");
}

TEST(Drop, TakesTheOperationsOfAParallelGroup) { EXPECT_EQ(dropped(inAGroup), goneAtOnce); }

awaitable<void> atAChannel(World& world)
{
    const Guard guard{Println{world}};
    Messages messages{co_await asio::this_coro::executor};
    co_await messages.async_receive(asio::use_awaitable);
    guard.println("went on");
}

TEST(Drop, TakesACoroutineFromAChannelOfAsios) { EXPECT_EQ(dropped(atAChannel), goneAtOnce); }

awaitable<void> eitherAtAChannel(World& world)
{
    const Guard guard{Println{world}};
    Messages messages{co_await asio::this_coro::executor};
    co_await (messages.async_receive(asio::use_awaitable) || sleep_for(world, 30ms));
    guard.println("went on");
}

TEST(Drop, TakesBothOperandsOfOrWhereOneWaitsAtAChannel) { EXPECT_EQ(dropped(eitherAtAChannel), goneAtOnce); }

awaitable<void> withACallback(World& world)
{
    const Guard guard{Println{world}};
    asio::steady_timer timer{world.executor(), 20ms}; // made elsewhere, as a service's would be
    timer.async_wait([println = Println{world}](boost::system::error_code) { println("called back"); });
    co_await sleep_for(world, 30ms);
    guard.println("went on");
}

TEST(Drop, TakesACallbackThatTheCoroutineWaitsForByTheWay) { EXPECT_EQ(dropped(withACallback), goneAtOnce); }

awaitable<void> child(World& world)
{
    co_await sleep_for(world, 20ms);
    Println{world}("child went on");
}

awaitable<void> withAChild(World& world)
{
    const Guard guard{Println{world}};
    asio::co_spawn(co_await asio::this_coro::executor, child(world), asio::detached);
    co_await sleep_for(world, 30ms);
    guard.println("went on");
}

TEST(Drop, TakesWhatTheCoroutineSpawnedOnItsOwnExecutor) { EXPECT_EQ(dropped(withAChild), goneAtOnce); }

awaitable<void> waitsOnAStrandWithAChild(World& world)
{
    const Guard guard{Println{world}};
    const asio::any_io_executor strand = asio::make_strand(co_await asio::this_coro::executor);
    asio::co_spawn(strand, child(world), asio::detached);
    co_await sleep_for(world, 30ms);
    guard.println("went on");
}

TEST(Drop, IsRefusedForWhatTheCoroutineSpawnedOnAStrand)
{
    const Strings said = dropped(waitsOnAStrandWithAChild);
    ASSERT_EQ(said.size(), 1U);
    EXPECT_NE(said[0].find("refused: Rust drop cannot take child from where it waits, sleep_for:"), std::string::npos) << said[0];
}

awaitable<void> onAStrandThatWasThereBefore(World& world, asio::any_io_executor strand)
{
    const Guard guard{Println{world}};
    co_await asio::co_spawn(strand, child(world), asio::use_awaitable);
    guard.println("went on");
}

TEST(Drop, IsRefusedForWhatWasSpawnedOnAStrandThatIsNotTheRacesOwn)
{
    const auto caller = [](World& world) -> awaitable<void> {
        const asio::any_io_executor strand = asio::make_strand(co_await asio::this_coro::executor);
        const Winner winner = co_await race(timeout(world.deadline()), onAStrandThatWasThereBefore(world, strand));
        Println{world}(toText(winner));
    };
    TestRun run{__FILE__, {CancelModel::drop, Deadline{.after = 10ms}, {}}};
    const Trace trace = run.run(caller);
    ASSERT_TRUE(run.recorder().refusal()) << testing::PrintToString(logOf(trace));
    EXPECT_NE(run.recorder().refusal()->message.find("Rust drop cannot take onAStrandThatWasThereBefore from where it waits, asio::co_spawn:"), std::string::npos)
        << run.recorder().refusal()->message;
}

awaitable<void> receives(std::shared_ptr<Messages> messages, Println println)
{
    co_await messages->async_receive(asio::use_awaitable);
    println("child went on");
}

awaitable<void> withAChildAtAChannel(World& world)
{
    const Guard guard{Println{world}};
    const auto messages = std::make_shared<Messages>(world.executor());
    asio::co_spawn(co_await asio::this_coro::executor, receives(messages, guard.println), asio::detached);
    co_await sleep_for(world, 30ms);
    guard.println("went on");
}

TEST(Drop, IsRefusedWhereNothingCanTakeTheCoroutineFromWhereItWaits)
{
    const Strings said = dropped(withAChildAtAChannel);
    ASSERT_EQ(said.size(), 1U);
    EXPECT_NE(said[0].find("refused: Rust drop cannot take receives from where it waits, messages->async_receive:"),
              std::string::npos)
        << said[0];
}

asio::experimental::coro<void> generates(asio::any_io_executor executor)
{
    asio::steady_timer timer{executor, 30ms};
    co_await timer.async_wait(asio::experimental::use_coro);
}

awaitable<void> atACoro(World& world)
{
    const Guard guard{Println{world}};
    auto generated = generates(co_await asio::this_coro::executor);
    co_await generated.async_resume(asio::use_awaitable);
    guard.println("went on");
}

TEST(Drop, IsRefusedWhereACoroOfAsiosIsWaitedFor)
{
    // A coro and who waits for it own each other: a plain io_context that goes meanwhile leaves both behind too (Boost 1.81).
#if defined(__SANITIZE_ADDRESS__)
    const __lsan::ScopedDisabler leaksAreAsios;
#endif
    const Strings said = dropped(atACoro);
    ASSERT_EQ(said.size(), 1U);
    EXPECT_NE(said[0].find("refused: Rust drop cannot take atACoro from where it waits"), std::string::npos) << said[0];
}

awaitable<void> withAPromise(World& world)
{
    const Guard guard{Println{world}};
    auto promise = asio::co_spawn(co_await asio::this_coro::executor, child(world), asio::experimental::use_promise);
    co_await sleep_for(world, 30ms);
    guard.println("went on");
}

TEST(Drop, TakesWhatAPromiseStandsFor) { EXPECT_EQ(dropped(withAPromise), goneAtOnce); }

/// A cleanup that would outlive what is dropped.
struct PostsWhenItGoes
{
    asio::any_io_executor executor;
    Println println;
    ~PostsWhenItGoes() { asio::post(executor, [println = println] { println("ran afterwards"); }); }
};

awaitable<void> postsInADestructor(World& world)
{
    const Guard guard{Println{world}};
    const PostsWhenItGoes cleanup{co_await asio::this_coro::executor, guard.println};
    co_await sleep_for(world, 30ms);
}

TEST(Drop, LetsNothingOfTheDomainRunAnyMoreWhateverADestructorPosts) { EXPECT_EQ(dropped(postsInADestructor), goneAtOnce); }

} // namespace
} // namespace awaitscope::test::drop
