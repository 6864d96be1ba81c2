// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/shown.hpp"
#include "core/world/sleep.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>

namespace awaitscope::test {
namespace {

using boost::asio::awaitable;
using namespace std::chrono_literals;

/// What `action` says is wrong, as a std::logic_error.
template <class Action>
std::string mistakeOf(Action action)
{
    try {
        action();
    } catch (const std::logic_error& error) {
        return error.what();
    }
    return "nothing";
}

awaitable<void> prints(World& world)
{
    Lane printer = world.lane("printer");
    const Lane tray = world.lane("tray", "state");
    tray.holds("empty");
    {
        const Lane::Span warm = printer.span("working", "warms up");
        co_await sleep_for(world, 2ms);
    }
    Lane::Span page = printer.span("working", "page 1");
    co_await sleep_for(world, 1ms);
    tray.holds("page 1");
    page = printer.span("working", "page 2");
    co_await sleep_for(world, 1ms);
    Lane::Span moved = std::move(page);
    co_await sleep_for(world, 1ms);
    page.end(); // NOLINT(bugprone-use-after-move): that it has moved away is what is tested
    moved.end();
    moved.end();
    Lane::Span never = printer.span("working", "page 3");
    co_await sleep_for(world, 100ms);
}

awaitable<void> racesPrinter(World& world)
{
    co_await race(timeout(10ms), prints(world));
}

TEST(Lane, ShowsSpansFromTheirMakingToTheirEndAndWhatItHolds)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(racesPrinter);
    ASSERT_EQ(trace.lanes.size(), 6U); // of two the race's
    EXPECT_EQ(trace.lanes[4].id, "printer");
    EXPECT_EQ(trace.lanes[4].name, "printer");
    EXPECT_EQ(trace.lanes[4].kind, "world");
    EXPECT_EQ(trace.lanes[5].kind, "state");
    EXPECT_EQ(spansOf(trace, "printer"),
              (Strings{"0-2000 warms up", "2000-3000 page 1", "3000-5000 page 2", "5000-10000 page 3"}));
    EXPECT_EQ(valuesOf(trace, "tray"), (Strings{"0 empty", "3000 page 1"}));
}

TEST(Lane, ASpanEndsWhereItsCoroutineIsDropped)
{
    TestRun run{__FILE__, {CancelModel::drop, {}, {}}};
    EXPECT_EQ(spansOf(run.run(racesPrinter), "printer").back(), "5000-10000 page 3");
}

TEST(Lane, OutlivesTheRecordingInTheTearDown)
{
    TestRun run{__FILE__};
    const Lane lane = run.world().lane("printer");
    Lane::Span open = lane.span("working", "page 1");
    const Recording recording = run.recorder().finish();
    lane.holds("late");
    const Lane::Span late = lane.span("working", "late");
    const Lane other = run.world().lane("late");
    other.holds("late");
    EXPECT_EQ(recording.spans.size(), 1U);
    EXPECT_TRUE(recording.values.empty());
}

TEST(Lane, AskedForTwiceIsTheSameOneAsItWasMade)
{
    TestRun run{__FILE__};
    run.world().lane("tray", "state").holds("a");
    run.world().lane("tray").holds("b");
    EXPECT_EQ(run.world().lane("tray").name(), "tray");
    const Recording recording = run.recorder().finish();
    ASSERT_EQ(recording.lanes.size(), 3U);
    EXPECT_EQ(recording.lanes[2].kind, "state");
    ASSERT_EQ(recording.values.size(), 2U);
    EXPECT_EQ(recording.values[1].lane, "tray");
}

TEST(Lane, ThatNobodyDeclaredIsAnAuthorsMistakeWhichNamesIt)
{
    TestRun run{__FILE__};
    const std::string expected = "nobody declared the lane 'printr': make it with world.lane(\"printr\")";
    EXPECT_EQ(mistakeOf([&] { run.recorder().setValue("printr", "a"); }), expected);
    EXPECT_EQ(mistakeOf([&] { run.recorder().beginSpan("printr", "working", "a"); }), expected);
    EXPECT_EQ(mistakeOf([&] { (void)run.world().lane("printer", "wrld"); }),
              "the lane 'printer' is of the kind 'wrld', but there are only world, state and caller");
    const Recording recording = run.recorder().finish();
    EXPECT_TRUE(recording.spans.empty());
    EXPECT_TRUE(recording.values.empty());
}

awaitable<void> sendsMail(World& world)
{
    co_await sleep_for(world, 1ms);
    world.effect("mail.sent", "to Barbara");
    world.effect("mail.read");
}

TEST(Effect, OfTheWorldBearsItsLineAndItsCoroutine)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(sendsMail, "sendsMail");
    ASSERT_EQ(trace.effects.size(), 2U);
    EXPECT_EQ(trace.effects[0].what, "mail.sent");
    EXPECT_EQ(trace.effects[0].detail, "to Barbara");
    EXPECT_EQ(trace.effects[0].coroutine, 1);
    EXPECT_EQ(trace.effects[0].file, "lane_test.cpp");
    EXPECT_EQ(trace.effects[0].at, fromMicroseconds(1000));
    EXPECT_EQ(trace.effects[1].line, trace.effects[0].line + 1);
    EXPECT_EQ(trace.effects[1].detail, "");
}

} // namespace
} // namespace awaitscope::test
