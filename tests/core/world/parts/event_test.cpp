// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/event.hpp"

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

awaitable<void> waitsForEvent(World& world, Event& event, std::string name)
{
    co_await event.async_wait();
    Println{world}(name);
}

awaitable<void> setsAndResets(World& world)
{
    Event ready{world, "ready"};
    const Spawn spawn{world};
    spawn(waitsForEvent(world, ready, "a"));
    spawn(waitsForEvent(world, ready, "b"));
    co_await sleep_for(world, 2ms);
    ready.set();
    ready.set();
    spawn(waitsForEvent(world, ready, "c"));
    co_await sleep_for(world, 1ms);
    ready.reset();
    spawn(waitsForEvent(world, ready, "never"));
    co_await sleep_for(world, 1ms);
    ready.set();
    ready.reset();
    co_await sleep_for(world, 1ms);
    Println{world}("end");
}

TEST(Event, LetsAllGoOnWhoWaitAndStaysSetUntilItIsReset)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(setsAndResets, "waitsForEvent");
    EXPECT_EQ(logOf(trace), (Strings{"2000 a", "2000 b", "2000 c", "4000 never", "5000 end"}));
    EXPECT_EQ(spansOf(trace, "ready"), (Strings{"2000-3000 set", "4000-4000 set"}));
    EXPECT_EQ(trace.awaits[0].what, "event.wait");
}

TEST(Event, WhoWasLetGoStaysSoIfItIsResetBeforeHeIsResumed)
{
    TestRun run{__FILE__};
    Event event{run.world(), "ready"};
    Somebody first{run.world()};
    event.async_wait(first.into());
    event.set();
    event.reset();
    EXPECT_FALSE(event.is_set());
    run.context().run();
    EXPECT_EQ(first.state(), "done");
}

TEST(Event, IsCancelledByEveryTypeWhileItWaitsAndNotAfterwards)
{
    for (const auto type : everyType) {
        TestRun run{__FILE__};
        Event event{run.world(), "ready"};
        Somebody early{run.world()};
        Somebody late{run.world()};
        event.async_wait(early.into());
        event.async_wait(late.into());
        early.cancel(type);
        event.set();
        late.cancel(type);
        run.context().run();
        EXPECT_EQ(early.state(), "aborted");
        EXPECT_EQ(late.state(), "done");
    }
}

TEST(Event, ADropOfOneInEitherWindowLosesNoWakeupOfAnother)
{
    TestRun run{__FILE__};
    Event event{run.world(), "ready"};
    Somebody waiting{run.world()};
    Somebody released{run.world()};
    Somebody last{run.world()};
    event.async_wait(waiting.into());
    event.async_wait(released.into());
    event.async_wait(last.into());
    waiting.drop();
    event.set();
    released.drop();
    run.context().run();
    EXPECT_EQ(waiting.state(), "waits");
    EXPECT_EQ(released.state(), "waits");
    EXPECT_EQ(last.state(), "done");
}

TEST(Event, ThatGoesCancelsWhoWaits)
{
    TestRun run{__FILE__};
    Somebody first{run.world()};
    {
        Event event{run.world(), "ready"};
        event.async_wait(first.into());
    }
    run.context().run();
    EXPECT_EQ(first.state(), "aborted");
}

} // namespace
} // namespace awaitscope::test
