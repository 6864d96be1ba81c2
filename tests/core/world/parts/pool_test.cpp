// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/pool.hpp"

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

awaitable<void> queries(World& world, Pool& pool, std::string name)
{
    const Pool::Lease lease = co_await pool.async_acquire();
    Println{world}(name);
    co_await sleep_for(world, 1ms);
}

awaitable<void> threeQuery(World& world)
{
    Pool pool{world, "database", 2};
    const Spawn spawn{world};
    spawn(queries(world, pool, "a"));
    spawn(queries(world, pool, "b"));
    co_await queries(world, pool, "c");
}

TEST(Pool, LendsSoManyConnectionsAndTheOthersWaitInTheirOrder)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(threeQuery, "queries");
    EXPECT_EQ(logOf(trace), (Strings{"0 a", "0 b", "1000 c"}));
    EXPECT_EQ(valuesOf(trace, "database"),
              (Strings{"0 0 of 2 in use", "0 1 of 2 in use", "0 2 of 2 in use", "1000 1 of 2 in use", "2000 0 of 2 in use"}));
    EXPECT_EQ(trace.awaits[0].what, "pool.acquire");
}

TEST(Pool, AConnectionComesBackAsItWasLeftAndADiscardedOneDoesNot)
{
    TestRun run{__FILE__};
    Pool pool{run.world(), "database", 1};
    Pool::Lease lease = pool.try_acquire();
    ASSERT_TRUE(lease);
    EXPECT_FALSE(pool.try_acquire());
    EXPECT_EQ(lease->number, 1);
    lease->unread = "rows of the last query";
    lease.give_back();
    EXPECT_FALSE(lease);
    lease = pool.try_acquire();
    EXPECT_EQ((*lease).number, 1);
    EXPECT_EQ(lease->unread, "rows of the last query");
    lease.discard();
    lease.discard();
    EXPECT_EQ(pool.in_use(), 0U);
    lease = pool.try_acquire();
    EXPECT_EQ(lease->number, 2);
    EXPECT_EQ(lease->unread, "");
}

TEST(Pool, LendsTheOneThatHasBeenIdleForLongest)
{
    TestRun run{__FILE__};
    Pool pool{run.world(), "database", 2};
    Pool::Lease first = pool.try_acquire();
    Pool::Lease second = pool.try_acquire();
    second.give_back();
    first.give_back();
    EXPECT_EQ(pool.try_acquire()->number, 2);
}

TEST(Pool, ItsLeaseMovesAndGivesBackWhatItHeld)
{
    TestRun run{__FILE__};
    Pool pool{run.world(), "database", 2};
    Pool::Lease first = pool.try_acquire();
    Pool::Lease moved = std::move(first);
    first.give_back(); // NOLINT(bugprone-use-after-move): it has none
    EXPECT_EQ(pool.in_use(), 1U);
    Pool::Lease second = pool.try_acquire();
    moved = std::move(second);
    EXPECT_EQ(pool.in_use(), 1U);
    EXPECT_EQ(moved->number, 2);
    EXPECT_EQ(pool.try_acquire()->number, 1);
}

TEST(Pool, WhoIsCancelledWhileHeWaitsGetsNoneAndALaterCancelFindsNothing)
{
    for (const auto type : everyType) {
        TestRun run{__FILE__};
        Pool pool{run.world(), "database", 1};
        Pool::Lease lease = pool.try_acquire();
        Somebody early{run.world()};
        Somebody late{run.world()};
        Pool::Lease earlys;
        Pool::Lease lates;
        pool.async_acquire(early.into(earlys));
        pool.async_acquire(late.into(lates));
        early.cancel(type);
        lease.give_back();
        late.cancel(type);
        run.context().run();
        EXPECT_EQ(early.state(), "aborted");
        EXPECT_FALSE(earlys);
        EXPECT_EQ(late.state(), "done");
        EXPECT_EQ(lates->number, 1);
    }
}

TEST(Pool, NeitherWindowLosesAConnectionToADrop)
{
    TestRun run{__FILE__};
    Pool pool{run.world(), "database", 1};
    Pool::Lease lease = pool.try_acquire();
    lease->unread = "rows";
    Somebody waiting{run.world()};
    Somebody granted{run.world()};
    Somebody last{run.world()};
    Pool::Lease lasts;
    Pool::Lease others;
    pool.async_acquire(waiting.into(others));
    pool.async_acquire(granted.into(others));
    pool.async_acquire(last.into(lasts));
    waiting.drop();
    lease.give_back();
    granted.drop();
    EXPECT_EQ(pool.in_use(), 1U);
    run.context().run();
    EXPECT_FALSE(others);
    ASSERT_TRUE(lasts);
    EXPECT_EQ(lasts->number, 1) << "nobody had it in between";
    EXPECT_EQ(lasts->unread, "rows");
}

TEST(Pool, ThatGoesCancelsWhoWaitsAndALeaseOfItStaysHarmless)
{
    TestRun run{__FILE__};
    Somebody first{run.world()};
    Pool::Lease lease;
    Pool::Lease firsts;
    {
        Pool pool{run.world(), "database", 1};
        lease = pool.try_acquire();
        pool.async_acquire(first.into(firsts));
    }
    run.context().run();
    EXPECT_EQ(first.state(), "aborted");
    EXPECT_EQ(lease->number, 1);
}

} // namespace
} // namespace awaitscope::test
