// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/semaphore.hpp"

#include "core/support/shown.hpp"
#include "core/support/somebody.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"
#include "core/world/spawn.hpp"

#include <gtest/gtest.h>

namespace awaitscope::test {
namespace {

using boost::asio::awaitable;
using namespace std::chrono_literals;

awaitable<void> worksWithPermit(World& world, Semaphore& semaphore, std::string name)
{
    co_await semaphore.async_acquire();
    Println{world}(name);
    co_await sleep_for(world, 1ms);
    semaphore.release();
}

awaitable<void> threeWorkTwoAtATime(World& world)
{
    Semaphore semaphore{world, "workers", 2};
    const Spawn spawn{world};
    spawn(worksWithPermit(world, semaphore, "a"));
    spawn(worksWithPermit(world, semaphore, "b"));
    co_await worksWithPermit(world, semaphore, "c");
}

TEST(Semaphore, LetsSoManyInAndTheOthersInTheirOrder)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(threeWorkTwoAtATime, "worksWithPermit");
    EXPECT_EQ(logOf(trace), (Strings{"0 a", "0 b", "1000 c"}));
    EXPECT_EQ(valuesOf(trace, "workers"),
              (Strings{"0 2 free", "0 1 free", "0 0 free", "1000 1 free", "2000 2 free"}));
    EXPECT_EQ(trace.awaits[0].what, "semaphore.acquire");
}

TEST(Semaphore, ReleaseHandsThePermitToWhoAskedFirst)
{
    TestRun run{__FILE__};
    Semaphore semaphore{run.world(), "workers", 1};
    EXPECT_TRUE(semaphore.try_acquire());
    EXPECT_FALSE(semaphore.try_acquire());
    Somebody first{run.world()};
    Somebody second{run.world()};
    semaphore.async_acquire(first.into());
    semaphore.async_acquire(second.into());
    semaphore.release();
    EXPECT_FALSE(semaphore.try_acquire()) << "it is the first one's before he is resumed";
    run.context().run();
    EXPECT_EQ(first.state(), "done");
    EXPECT_EQ(second.state(), "waits");
    semaphore.release();
    semaphore.release();
    run.context().run();
    EXPECT_EQ(second.state(), "done");
    EXPECT_EQ(semaphore.available(), 1U);
}

TEST(Semaphore, OfNoneCountsWhatHappened)
{
    TestRun run{__FILE__};
    Semaphore semaphore{run.world(), "arrived", 0};
    semaphore.release();
    semaphore.release();
    EXPECT_EQ(semaphore.available(), 2U);
}

TEST(Semaphore, WhoIsCancelledWhileHeWaitsLeavesTheLine)
{
    for (const auto type : everyType) {
        TestRun run{__FILE__};
        Semaphore semaphore{run.world(), "workers", 0};
        Somebody first{run.world()};
        Somebody second{run.world()};
        semaphore.async_acquire(first.into());
        semaphore.async_acquire(second.into());
        first.cancel(type);
        semaphore.release();
        run.context().run();
        EXPECT_EQ(first.state(), "aborted");
        EXPECT_EQ(second.state(), "done");
        EXPECT_EQ(semaphore.available(), 0U);
    }
}

TEST(Semaphore, ACancelThatComesWhenThePermitIsGrantedFindsNothing)
{
    TestRun run{__FILE__};
    Semaphore semaphore{run.world(), "workers", 1};
    Somebody first{run.world()};
    semaphore.async_acquire(first.into());
    first.cancel();
    run.context().run();
    EXPECT_EQ(first.state(), "done");
    EXPECT_EQ(semaphore.available(), 0U);
}

TEST(Semaphore, NeitherWindowLosesAPermitToADrop)
{
    TestRun run{__FILE__};
    Semaphore semaphore{run.world(), "workers", 1};
    Somebody granted{run.world()};
    Somebody waiting{run.world()};
    Somebody last{run.world()};
    semaphore.async_acquire(granted.into());
    semaphore.async_acquire(waiting.into());
    semaphore.async_acquire(last.into());
    waiting.drop();
    granted.drop();
    run.context().run();
    EXPECT_EQ(granted.state(), "waits");
    EXPECT_EQ(last.state(), "done");
    semaphore.release();
    EXPECT_EQ(semaphore.available(), 1U);
}

TEST(Semaphore, ThatGoesCancelsWhoWaits)
{
    TestRun run{__FILE__};
    Somebody first{run.world()};
    {
        Semaphore semaphore{run.world(), "workers", 0};
        semaphore.async_acquire(first.into());
    }
    run.context().run();
    EXPECT_EQ(first.state(), "aborted");
}

} // namespace
} // namespace awaitscope::test
