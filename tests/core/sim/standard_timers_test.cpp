// SPDX-License-Identifier: GPL-3.0-or-later

// What Asio's timers do in a VirtualContext and in no other: domains, names, windows, and that nothing real is made.
// What they do in every context stands in tests/core/semantics/timer_test.cpp.

#include "core/support/test_run.hpp"
#include "core/world/sleep.hpp"

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/detail/scheduler.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace awaitscope::standard_timers {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;
using test::TestRun;
using Log = std::vector<std::string>;

class StandardTimersTest : public testing::Test
{
protected:
    auto write(std::string text)
    {
        return [this, text = std::move(text)](boost::system::error_code error) {
            log.push_back(std::to_string(toMicroseconds(context.now())) + ' ' + text + (error ? " aborted" : ""));
        };
    }

    Log log;
    VirtualContext context{100'000};
};

TEST_F(StandardTimersTest, WaitInVirtualTimeAndMakeNoScheduler)
{
    asio::steady_timer steady{context, 250ms};
    asio::system_timer system{context, 100ms};
    asio::high_resolution_timer fine{context, 1us};
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, VirtualExecutor> own{
        context.get_executor(), 3h};
    steady.async_wait(write("steady"));
    system.async_wait(write("system"));
    fine.async_wait(write("fine"));
    own.async_wait(write("own"));
    context.run();
    EXPECT_EQ(log, (Log{"1 fine", "100000 system", "250000 steady", "10800000000 own"}));
    EXPECT_FALSE(asio::has_service<asio::detail::scheduler>(context));
}

TEST_F(StandardTimersTest, WaitForWholeMicrosecondsAndNeverTooShort)
{
    asio::steady_timer timer{context, 1500ns};
    timer.async_wait(write("rounded up"));
    asio::steady_timer exact{context, 2us};
    exact.async_wait(write("exact"));
    asio::steady_timer late{context, -1ns};
    late.async_wait(write("late"));
    context.run();
    EXPECT_EQ(log, (Log{"0 late", "2 rounded up", "2 exact"}));
}

TEST_F(StandardTimersTest, TellTheirExpiryOnTheClockOfTheRun)
{
    asio::steady_timer timer{context, 50ms};
    EXPECT_EQ(timer.expiry(), timeOn<std::chrono::steady_clock>(fromMicroseconds(50'000)));
    timer.async_wait([&](auto) {
        timer.expires_at(timer.expiry() + 50ms);
        timer.async_wait(write("a hundred"));
    });
    asio::system_timer at{context, startOn<std::chrono::system_clock>() + 70ms};
    at.async_wait(write("seventy"));
    context.run();
    EXPECT_EQ(log, (Log{"70000 seventy", "100000 a hundred"}));
}

TEST_F(StandardTimersTest, WithNoTimeToBeDueAtKeepNoRunGoing)
{
    asio::steady_timer bell{context, asio::steady_timer::time_point::max()};
    asio::steady_timer longest{context, asio::steady_timer::duration::max()};
    bell.async_wait(write("bell"));
    longest.async_wait(write("longest"));
    asio::steady_timer timer{context, 5ms};
    timer.async_wait(write("timer"));
    context.run();
    EXPECT_EQ(toMicroseconds(context.now()), 5'000);
    EXPECT_EQ(log, (Log{"5000 timer"}));
    bell.cancel();
    context.run();
    EXPECT_EQ(log.back(), "5000 bell aborted");
}

TEST_F(StandardTimersTest, RefuseToBlockTheOneThreadThereIs)
{
    asio::steady_timer timer{context, 5ms};
    EXPECT_THROW(timer.wait(), BlockingWait);
    timer.expires_after(0ms);
    EXPECT_NO_THROW(timer.wait());
}

TEST_F(StandardTimersTest, OutliveTheWaitsThatADropDestroys)
{
    const DomainId dropped = context.makeDomain(0);
    const DomainId kept = context.makeDomain(0);
    asio::steady_timer timer{context.get_executor().withDomain(dropped), 50ms};
    timer.async_wait(write("of the timer's domain"));
    timer.async_wait(asio::bind_executor(context.get_executor().withDomain(kept), write("of another")));
    context.drop(dropped);
    context.run();
    EXPECT_EQ(log, (Log{"50000 of another"}));
    timer.expires_after(10ms);
    timer.async_wait(asio::bind_executor(context.get_executor().withDomain(kept), write("again")));
    context.run();
    EXPECT_EQ(log.back(), "60000 again");
}

TEST_F(StandardTimersTest, AreInTheirExecutorsDomainWhenTheHandlerIsBoundToAStrand)
{
    const VirtualExecutor executor = context.get_executor().withDomain(context.makeDomain(0));
    asio::steady_timer timer{executor, 50ms};
    timer.async_wait(asio::bind_executor(asio::make_strand(asio::any_io_executor{executor}), write("on the strand")));
    context.drop(executor.domain());
    context.run();
    EXPECT_EQ(log, (Log{}));
}

TEST_F(StandardTimersTest, GoWithTheirContextWhateverWaits)
{
    bool isGone = false;
    {
        VirtualContext other{100};
        const std::shared_ptr<void> witness{nullptr, [&](void*) { isGone = true; }};
        const auto timer = std::make_shared<asio::steady_timer>(other, 50ms);
        timer->async_wait([timer, witness](auto) {});
    }
    EXPECT_TRUE(isGone);
}

TEST_F(StandardTimersTest, AreDestroyedByAHandlerThatADropDestroysWhileOthersOfTheirWaitsAreDroppedAsWell)
{
    const auto timer = std::make_shared<std::shared_ptr<asio::steady_timer>>();
    *timer = std::make_shared<asio::steady_timer>(context, 50ms);
    asio::steady_timer& same = **timer;
    same.async_wait([last = std::shared_ptr<void>{nullptr, [timer](void*) { timer->reset(); }}](auto) {});
    for (int i = 0; i < 3; ++i)
        same.async_wait(write("not called"));
    context.dropAll();
    context.run();
    EXPECT_EQ(log, (Log{}));
}

TEST_F(StandardTimersTest, OnAnIoContextOfTheSameProgramDoWhatAsiosOwnDo)
{
    asio::io_context real;
    asio::steady_timer timer{real, 2ms};
    asio::steady_timer never{real, asio::steady_timer::time_point::max()};
    int aborted = 0;
    for (int i = 0; i < 3; ++i)
        never.async_wait([&](boost::system::error_code error) { aborted += error == asio::error::operation_aborted ? 1 : 0; });
    EXPECT_GT(timer.expiry(), std::chrono::steady_clock::now() - 1h);
    const auto due = timer.expiry();
    timer.async_wait([&](boost::system::error_code error) {
        EXPECT_FALSE(error);
        EXPECT_EQ(never.cancel_one(), 1U);
        asio::steady_timer moved{std::move(never)};
        EXPECT_EQ(moved.cancel(), 2U);
    });
    real.run();
    EXPECT_EQ(aborted, 3);
    EXPECT_GE(std::chrono::steady_clock::now(), due);
    timer.expires_after(1ms);
    timer.wait();
    EXPECT_TRUE(asio::has_service<asio::detail::scheduler>(real));
}

TEST_F(StandardTimersTest, MoveFromOneContextToAnotherOfAnyKind)
{
    asio::io_context real;
    VirtualContext other{1000};
    asio::steady_timer timer{context, 50ms};
    timer.async_wait(write("first"));
    asio::steady_timer onReal{real, 1h};
    bool isAborted = false;
    onReal.async_wait([&](boost::system::error_code error) { isAborted = error == asio::error::operation_aborted; });
    onReal = std::move(timer);
    real.run();
    EXPECT_TRUE(isAborted);
    context.run();
    EXPECT_EQ(log, (Log{"50000 first"}));

    onReal = asio::steady_timer{other, 7ms};
    onReal.async_wait([&](auto) { log.emplace_back("in the other"); });
    other.run();
    EXPECT_EQ(log.back(), "in the other");
    onReal = asio::steady_timer{real, 0ms};
    onReal.async_wait([&](auto) { log.emplace_back("in the real one"); });
    real.restart();
    real.run();
    EXPECT_EQ(log.back(), "in the real one");
}

// In a run.

awaitable<void> subject(World& world)
{
    asio::steady_timer t{co_await asio::this_coro::executor, 20ms};
    co_await t.async_wait(asio::use_awaitable);
    world.recorder().addLogLine("woke");
    t.expires_after(30ms);
    co_await t.async_wait(asio::use_awaitable);
}

TEST(StandardTimersInARun, BearTheirOwnNameInTheTrace)
{
    TestRun run{__FILE__};
    const Trace trace = run.run([](World& world) { return subject(world); });
    EXPECT_EQ(test::awaitsOf(trace),
              (Log{"1 t.async_wait resumed 0-20000", "2 t.async_wait resumed 20000-50000"}));
    EXPECT_EQ(test::logOf(trace), (Log{"20000 woke"}));
    EXPECT_FALSE(asio::has_service<asio::detail::scheduler>(run.context()));
}

TEST(StandardTimersInARun, GiveTheirAwaitsBothWindows)
{
    TestRun run{__FILE__};
    const Recording recording = run.record([](World& world) { return subject(world); });
    int found = 0;
    for (const Recording::Await& await : recording.awaits) {
        ASSERT_TRUE(await.end);
        EXPECT_EQ(await.completed, await.end);
        EXPECT_GT(await.completion, 0U);
        ++found;
    }
    EXPECT_EQ(found, 2);
}

awaitable<void> dropped(World& world)
{
    struct Says
    {
        World& world;
        ~Says() { world.recorder().addLogLine("destructor"); }
    } says{world};
    asio::steady_timer t{co_await asio::this_coro::executor, 500ms};
    asio::steady_timer other{co_await asio::this_coro::executor, 50ms};
    other.async_wait([&world](auto) { world.recorder().addLogLine("its callback"); });
    try {
        co_await (t.async_wait(asio::use_awaitable) || sleep_for(world, 300ms));
        world.recorder().addLogLine("not reached");
    } catch (...) {
        world.recorder().addLogLine("caught");
    }
}

awaitable<void> races(World& world)
{
    co_await race(timeout(VirtualDuration{100ms}), dropped(world));
    co_await sleep_for(world, 1s);
}

TEST(StandardTimersInARun, AreDroppedWithTheCoroutineThatWaitsForThem)
{
    World::Settings settings;
    settings.model = CancelModel::drop;
    TestRun run{__FILE__, std::move(settings)};
    const Trace trace = run.run([](World& world) { return races(world); });
    EXPECT_EQ(test::logOf(trace), (Log{"50000 its callback", "100000 destructor"}));
}

} // namespace
} // namespace awaitscope::standard_timers
