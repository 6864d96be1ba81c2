// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/mutex.hpp"

#include "core/support/shown.hpp"
#include "core/support/somebody.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"
#include "core/world/spawn.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>

#include <gtest/gtest.h>

namespace awaitscope::test {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;

awaitable<void> worksLocked(World& world, Mutex& mutex, std::string name, VirtualDuration duration)
{
    const Mutex::Lock lock = co_await mutex.async_lock();
    Println{world}(name, " has it");
    co_await sleep_for(world, duration);
}

awaitable<void> threeWorkLocked(World& world, Mutex& mutex)
{
    const Spawn spawn{world};
    spawn(worksLocked(world, mutex, "b", 2ms));
    spawn(worksLocked(world, mutex, "c", 3ms));
    co_await worksLocked(world, mutex, "a", 1ms);
    Println{world}(mutex.try_lock() ? "free" : "handed on");
}

TEST(Mutex, IsHeldUntilItsGuardGoesAndThenHandedToWhoAskedFirst)
{
    TestRun run{__FILE__};
    Mutex mutex{run.world(), "lock"};
    const Trace trace = run.run([&](World& world) { return threeWorkLocked(world, mutex); }, "worksLocked");
    EXPECT_EQ(logOf(trace), (Strings{"0 b has it", "2000 c has it", "5000 a has it", "6000 free"}));
    EXPECT_EQ(spansOf(trace, "lock"), (Strings{"0-2000 held", "2000-5000 held", "5000-6000 held", "6000-6000 held"}));
    EXPECT_EQ(trace.awaits[0].what, "mutex.lock");
}

TEST(Mutex, GoesToWhoAskedFirstAndNobodyComesBetween)
{
    TestRun run{__FILE__};
    Mutex mutex{run.world(), "lock"};
    Mutex::Lock held = mutex.try_lock();
    ASSERT_TRUE(held);
    Somebody first{run.world()};
    Somebody second{run.world()};
    Mutex::Lock firsts;
    Mutex::Lock seconds;
    mutex.async_lock(first.into(firsts));
    mutex.async_lock(second.into(seconds));
    held.unlock();
    EXPECT_FALSE(held.owns_lock());
    EXPECT_FALSE(mutex.try_lock()) << "it is the first one's before he is resumed";
    run.context().run();
    EXPECT_EQ(first.state(), "done");
    EXPECT_TRUE(firsts.owns_lock());
    EXPECT_EQ(second.state(), "waits");
    firsts = {};
    run.context().run();
    EXPECT_TRUE(seconds.owns_lock());
    seconds.unlock();
    seconds.unlock();
    EXPECT_FALSE(mutex.is_locked());
}

TEST(Mutex, ItsLockMovesAndIsGivenBackOnce)
{
    TestRun run{__FILE__};
    Mutex mutex{run.world(), "lock"};
    Mutex other{run.world(), "other"};
    Mutex::Lock lock = mutex.try_lock();
    Mutex::Lock moved = std::move(lock);
    EXPECT_TRUE(moved.owns_lock());
    moved = other.try_lock();
    EXPECT_FALSE(mutex.is_locked()) << "what a lock held before is given back";
    EXPECT_TRUE(other.is_locked());
}

TEST(Mutex, WhoIsCancelledWhileHeWaitsGetsNoLockAndLeavesTheLine)
{
    for (const auto type : everyType) {
        TestRun run{__FILE__};
        Mutex mutex{run.world(), "lock"};
        Mutex::Lock held = mutex.try_lock();
        Somebody first{run.world()};
        Somebody second{run.world()};
        Mutex::Lock firsts;
        Mutex::Lock seconds;
        mutex.async_lock(first.into(firsts));
        mutex.async_lock(second.into(seconds));
        first.cancel(type);
        held.unlock();
        run.context().run();
        EXPECT_EQ(first.state(), "aborted");
        EXPECT_FALSE(firsts);
        EXPECT_TRUE(seconds);
    }
}

TEST(Mutex, ACancelThatComesWhenTheLockIsGrantedFindsNothing)
{
    TestRun run{__FILE__};
    Mutex mutex{run.world(), "lock"};
    Somebody first{run.world()};
    Mutex::Lock firsts;
    mutex.async_lock(first.into(firsts));
    EXPECT_EQ(first.state(), "waits") << "not before its turn";
    first.cancel();
    run.context().run();
    EXPECT_EQ(first.state(), "done");
    EXPECT_TRUE(firsts);
}

TEST(Mutex, WhoIsDroppedWhileHeWaitsLeavesTheLine)
{
    TestRun run{__FILE__};
    Mutex mutex{run.world(), "lock"};
    Mutex::Lock held = mutex.try_lock();
    Somebody first{run.world()};
    Somebody second{run.world()};
    Mutex::Lock firsts;
    Mutex::Lock seconds;
    mutex.async_lock(first.into(firsts));
    mutex.async_lock(second.into(seconds));
    first.drop();
    held.unlock();
    run.context().run();
    EXPECT_EQ(first.state(), "waits");
    EXPECT_TRUE(seconds);
}

TEST(Mutex, AGrantThatIsDroppedOnItsWayGoesToTheNextOrIsFree)
{
    TestRun run{__FILE__};
    Mutex mutex{run.world(), "lock"};
    Mutex::Lock held = mutex.try_lock();
    Somebody first{run.world()};
    Somebody second{run.world()};
    Mutex::Lock firsts;
    Mutex::Lock seconds;
    mutex.async_lock(first.into(firsts));
    mutex.async_lock(second.into(seconds));
    held.unlock();
    first.drop();
    EXPECT_TRUE(mutex.is_locked()) << "it is the second one's";
    second.drop();
    EXPECT_FALSE(mutex.is_locked());
    run.context().run();
    EXPECT_EQ(first.state(), "waits");
    EXPECT_EQ(second.state(), "waits");
    EXPECT_EQ(run.recorder().finish().spans.size(), 3U) << "each of them had it";
}

TEST(Mutex, ALockReachesItsHandlerByWayOfABusyStrand)
{
    TestRun run{__FILE__};
    Mutex mutex{run.world(), "lock"};
    Somebody first{run.world()};
    Mutex::Lock firsts;
    const auto strand = asio::make_strand(first.executor());
    asio::post(strand, [&] {
        mutex.async_lock(first.on(strand, firsts));
        asio::post(run.world().executor(), [&] {
            EXPECT_EQ(first.state(), "waits") << "the operation is over, its handler lies in the strand";
            EXPECT_TRUE(mutex.is_locked());
        });
        asio::post(strand, [] {}); // keeps the strand busy until then
    });
    run.context().run();
    EXPECT_EQ(first.state(), "done");
    EXPECT_TRUE(firsts);
}

TEST(Mutex, ThatGoesCancelsWhoWaitsAndALockOfItStaysHarmless)
{
    TestRun run{__FILE__};
    Somebody first{run.world()};
    Mutex::Lock held;
    Mutex::Lock firsts;
    {
        Mutex mutex{run.world(), "lock"};
        held = mutex.try_lock();
        mutex.async_lock(first.into(firsts));
    }
    run.context().run();
    EXPECT_EQ(first.state(), "aborted");
    held.unlock();
}

awaitable<void> holdsLock(World& world, Mutex& mutex)
{
    const Mutex::Lock lock = co_await mutex.async_lock();
    co_await sleep_for(world, 10ms);
}

awaitable<void> racesLockHolder(World& world, Mutex& mutex)
{
    co_await race(timeout(5ms), holdsLock(world, mutex));
    Println{world}(mutex.is_locked() ? "held" : "free");
    // As many losers as can be: whose lock is granted in the very instant of its timeout, whose is not.
    for (const VirtualDuration wait : {0us, 1us, 0us, 1us}) {
        co_await race(timeout(wait), holdsLock(world, mutex));
        Println{world}(mutex.is_locked() ? "held" : "free");
    }
}

TEST(Mutex, IsFreeWhenItsHolderWasCancelledOrDroppedWherever)
{
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop}) {
        TestRun run{__FILE__, {model, {}, {}}};
        Mutex mutex{run.world(), "lock"};
        const Trace trace = run.run([&](World& world) { return racesLockHolder(world, mutex); });
        EXPECT_EQ(logOf(trace), (Strings{"5000 free", "5000 free", "5001 free", "5001 free", "5002 free"})) << toText(model);
    }
}

awaitable<void> locksInManyWays(World& world, Mutex& mutex)
{
    const Println println{world};
    Mutex::Lock held = co_await mutex.async_lock(asio::deferred);
    auto either = co_await (mutex.async_lock() || sleep_for(world, 1ms));
    println(either.index(), ' ', mutex.is_locked());
    held.unlock();
    either = co_await (mutex.async_lock() || sleep_for(world, 1ms));
    println(either.index(), ' ', std::get<0>(either).owns_lock());
    std::get<0>(either).unlock();
    auto group = asio::experimental::make_parallel_group(mutex.async_lock(asio::deferred), mutex.async_lock(asio::deferred));
    auto [order, error1, lock1, error2, lock2] =
        co_await group.async_wait(asio::experimental::wait_for_one(), asio::use_awaitable);
    println(order[0], ' ', lock1.owns_lock(), ' ', error2.message(), ' ', lock2.owns_lock());
    lock1.unlock();
    auto [error, lock] = co_await mutex.async_lock(asio::as_tuple(asio::use_awaitable));
    println(error.message(), ' ', lock.owns_lock());
}

TEST(Mutex, WorksInEithersAndGroupsAndWithAnyToken)
{
    TestRun run{__FILE__};
    Mutex mutex{run.world(), "lock"};
    const Trace trace = run.run([&](World& world) { return locksInManyWays(world, mutex); });
    EXPECT_FALSE(run.failure());
    EXPECT_EQ(logOf(trace), (Strings{"1000 1 1", "1000 0 1", "1000 0 1 Operation canceled 0", "1000 Success 1"}));
    EXPECT_FALSE(mutex.is_locked());
}

} // namespace
} // namespace awaitscope::test
