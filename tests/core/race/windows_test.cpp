// SPDX-License-Identifier: GPL-3.0-or-later

// An await has two windows in which a cancel can come: while its operation is pending, and when that has completed and
// the coroutine has not been resumed yet.

#include "core/support/handoff.hpp"
#include "core/support/test_run.hpp"
#include "core/world/channel.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"

#include <gtest/gtest.h>

namespace awaitscope::test {
namespace {

using boost::asio::awaitable;
using namespace std::chrono_literals;

/// "1 sleep_for completed 10000, fired" for the awaits that have the second window.
Strings windowsOf(const Trace& trace)
{
    Strings lines;
    for (const TraceAwait& await : trace.awaits) {
        if (await.completed)
            lines.push_back(std::to_string(await.number) + ' ' + await.what + " completed "
                            + std::to_string(toMicroseconds(*await.completed))
                            + (await.firedCompleted ? ", fired" : ""));
    }
    return lines;
}

awaitable<void> sleepsTwice(World& world)
{
    const Println println{world};
    co_await sleep_for(world, 10ms);
    println("first");
    co_await sleep_for(world, 10ms);
    println("second");
}

awaitable<void> racesSleeper(World& world)
{
    co_await race(timeout(world.deadline()), sleepsTwice(world));
    Println{world}("over");
}

Trace racedSleeper(CancelModel model, VirtualDuration after)
{
    TestRun run{__FILE__, {model, Deadline{.after = after}, {}}};
    return run.run(racesSleeper, "sleepsTwice");
}

TEST(Windows, ATimeoutInTheInstantOfTheCompletionFindsTheAwaitCompletedAndNotResumed)
{
    const Strings both = {"1 sleep_for completed 10000", "2 sleep_for completed 20000"};
    EXPECT_EQ(windowsOf(racedSleeper(CancelModel::asio, 30ms)), both);
    EXPECT_EQ(windowsOf(racedSleeper(CancelModel::asio, 5ms)), Strings{}) << "a cancelled operation gave no result";
    EXPECT_EQ(windowsOf(racedSleeper(CancelModel::asio, 10ms)), (Strings{"1 sleep_for completed 10000, fired"}));
    EXPECT_EQ(windowsOf(racedSleeper(CancelModel::drop, 10ms)), (Strings{"1 sleep_for completed 10000, fired"}));
    EXPECT_EQ(windowsOf(racedSleeper(CancelModel::eager, 20ms)),
              (Strings{"1 sleep_for completed 10000", "2 sleep_for completed 20000, fired"}));
    EXPECT_EQ(windowsOf(racedSleeper(CancelModel::drop, 9999us)), Strings{});
    EXPECT_EQ(windowsOf(racedSleeper(CancelModel::drop, 10'001us)), (Strings{"1 sleep_for completed 10000"}));
}

TEST(Windows, UnderAsioTheResultArrivesAndTheNextAwaitThrowsIfThereIsOne)
{
    const Trace first = racedSleeper(CancelModel::asio, 10ms);
    EXPECT_EQ(logOf(first), (Strings{"10000 first", "10000 over"}));
    EXPECT_EQ(awaitsOf(first),
              (Strings{"0 race resumed 0-10000", "1 sleep_for resumed 0-10000", "2 sleep_for refused 10000-10000"}));
    EXPECT_EQ(logOf(racedSleeper(CancelModel::asio, 20ms)), (Strings{"10000 first", "20000 second", "20000 over"}));
}

TEST(Windows, UnderDropTheResultIsDestroyedOnItsWay)
{
    EXPECT_EQ(logOf(racedSleeper(CancelModel::drop, 10ms)), (Strings{"10000 over"}));
    EXPECT_EQ(logOf(racedSleeper(CancelModel::drop, 20ms)), (Strings{"10000 first", "20000 over"}));
}

// What was done to the world is done.

TEST(Windows, AMessageThatWasDeliveredStaysSoThoughItsSenderIsDropped)
{
    const auto receivedWith = [](VirtualDuration after) {
        TestRun run{__FILE__, {CancelModel::drop, {}, {}}};
        Channel channel{run.world(), 10ms};
        run.record([&](World&) -> awaitable<void> { co_await race(timeout(after), channel.send("v2")); });
        return channel.received();
    };
    EXPECT_EQ(receivedWith(9999us), std::nullopt);
    EXPECT_EQ(receivedWith(10ms), "v2");
}

// Where another coroutine's turn completes the operation, no time lies between that and the resumption.

awaitable<void> receives(World& world, Handoff& handoff)
{
    const Println println{world};
    handoff.giveAfter(10ms); // in a turn that comes after the timeout's
    co_await handoff.wait();
    println("got it");
    co_await handoff.goesOnAtOnce();
    println("went on");
    co_await sleep_for(world, 1ms);
    println("slept");
}

struct HandoffRun
{
    HandoffRun(CancelModel model, const Deadline& deadline) : run{__FILE__, {model, deadline, {}}} {}

    Recording record()
    {
        return run.record([this](World& world) -> awaitable<void> {
            co_await race(timeout(world.deadline()), receives(world, handoff));
            Println{world}("over");
        });
    }
    Trace trace()
    {
        Recording recording = record();
        const AwaitNumbers numbers{recording, run.sources(), "receives"};
        return buildTrace(std::move(recording), run.sources(), "receives", numbers, nullptr);
    }

    TestRun run;
    Handoff handoff{run.world()};
};

AwaitNumbers handoffNumbers(CancelModel model)
{
    HandoffRun uncancelled{model, Deadline{.after = 1s}};
    const Recording recording = uncancelled.record();
    return AwaitNumbers{recording, uncancelled.run.sources(), "receives"};
}

Trace cancelledAfterTheHandoff(CancelModel model)
{
    const AwaitNumbers numbers = handoffNumbers(model);
    HandoffRun cancelled{model, Deadline{.after = std::nullopt, .atWatchedAwait = true}};
    cancelled.run.recorder().watchAwait(static_cast<Recorder::AwaitId>(numbers.positionOf(1) + 1),
                                        numbers.completionOf(1));
    return cancelled.trace();
}

TEST(Windows, ACompletionByAnotherCoroutineIsMetByNoTimeAndStillCanBeAimedAt)
{
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop}) {
        HandoffRun tie{model, Deadline{.after = 10ms}};
        Recording recording = tie.record();
        const Trace trace =
            buildTrace(std::move(recording), tie.run.sources(), "receives", handoffNumbers(model), nullptr);
        EXPECT_EQ(logOf(trace), (Strings{"10000 over"})) << "the timeout comes before the hand-over";
        EXPECT_FALSE(trace.awaits[1].firedCompleted) << toText(model);
    }
    EXPECT_EQ(logOf(cancelledAfterTheHandoff(CancelModel::asio)), (Strings{"10000 got it", "10000 over"}));
    EXPECT_EQ(logOf(cancelledAfterTheHandoff(CancelModel::drop)), (Strings{"10000 over"}));
    EXPECT_EQ(logOf(cancelledAfterTheHandoff(CancelModel::eager)),
              (Strings{"10000 over", "10000 got it", "10000 went on", "11000 slept"}));
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager})
        EXPECT_TRUE(cancelledAfterTheHandoff(model).awaits[1].firedCompleted) << toText(model);
}

TEST(Windows, AnAwaitThatGoesOnInTheSameTurnHasNoSecondWindow)
{
    const AwaitNumbers numbers = handoffNumbers(CancelModel::asio);
    ASSERT_EQ(numbers.count(), 3);
    EXPECT_EQ(numbers.completionOf(1), 2U) << "first the turn that gives, which it started itself";
    EXPECT_EQ(numbers.completionOf(2), 0U) << "nothing can come between its completion and its coroutine";
    EXPECT_EQ(numbers.completionOf(3), 1U);
}

} // namespace
} // namespace awaitscope::test
