// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/await_stack.hpp"

#include "core/race/race.hpp"
#include "core/support/test_run.hpp"
#include "core/world/sleep.hpp"
#include "core/world/spawn.hpp"

#include <boost/asio/experimental/awaitable_operators.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace awaitscope::test::await_stack {
namespace {

using boost::asio::awaitable;
using namespace std::chrono_literals;
using namespace boost::asio::experimental::awaitable_operators;
using Strings = std::vector<std::string>;

awaitable<void> reads(World& world) { co_await sleep_for(world, 20ms); }

awaitable<void> answers(World& world)
{
    co_await sleep_for(world, 10ms);
    co_await reads(world);
}

awaitable<void> races(World& world)
{
    co_await race(timeout(world.deadline()), answers(world));
    co_await sleep_for(world, 30ms);
}

awaitable<void> both(World& world) { co_await (reads(world) && answers(world)); }

awaitable<void> spawns(World& world)
{
    Spawn{world}(reads(world));
    co_await sleep_for(world, 5ms);
}

/// "races > answers > sleep_for", of all that wait at that time.
Strings stacksOf(awaitable<void> (*caller)(World&), World::Settings settings, int milliseconds)
{
    TestRun run{__FILE__, std::move(settings)};
    const Trace trace = run.run([caller](World& world) { return caller(world); });
    Strings told;
    for (const AwaitStack& stack : awaitStacksAt(trace, fromMicroseconds(milliseconds * 1000))) {
        std::string& text = told.emplace_back();
        for (const int id : stack.coroutines)
            text += trace.coroutines[static_cast<std::size_t>(id) - 1].name + " > ";
        text += trace.awaits[static_cast<std::size_t>(stack.await) - 1].what;
    }
    return told;
}

World::Settings without() { return {CancelModel::asio, Deadline{}, {}}; }
World::Settings at15(CancelModel model) { return {model, Deadline{.after = 15ms}, {}}; }

} // namespace

TEST(AwaitStack, GoesFromTheCallerDownToTheOperationThatIsPending)
{
    EXPECT_EQ(stacksOf(races, without(), 5), (Strings{"races > answers > sleep_for"}));
    EXPECT_EQ(stacksOf(races, without(), 15), (Strings{"races > answers > reads > sleep_for"}));
    EXPECT_EQ(stacksOf(races, without(), 40), (Strings{"races > sleep_for"}));
}

TEST(AwaitStack, IsThatAfterAllOfTheInstant)
{
    EXPECT_EQ(stacksOf(races, without(), 10), (Strings{"races > answers > reads > sleep_for"}));
    EXPECT_EQ(stacksOf(races, without(), 60), Strings{});
}

TEST(AwaitStack, BranchesWhereOneWaitsForTwo)
{
    EXPECT_EQ(stacksOf(both, without(), 5), (Strings{"both > reads > sleep_for", "both > answers > sleep_for"}));
    EXPECT_EQ(stacksOf(both, without(), 25), (Strings{"both > answers > reads > sleep_for"}));
}

TEST(AwaitStack, BeginsWithWhatWasSpawnedAndIsAwaitedByNobody)
{
    EXPECT_EQ(stacksOf(spawns, without(), 1), (Strings{"reads > sleep_for", "spawns > sleep_for"}));
}

TEST(AwaitStack, HoldsOnlyWhatACancelLeftWaiting)
{
    EXPECT_EQ(stacksOf(races, at15(CancelModel::asio), 16), (Strings{"races > sleep_for"}));
    EXPECT_EQ(stacksOf(races, at15(CancelModel::drop), 16), (Strings{"races > sleep_for"}));
}

TEST(AwaitStack, OfALoserThatGoesOnHasNobodyAboveItThatWaitsForSomethingElse)
{
    EXPECT_EQ(stacksOf(races, at15(CancelModel::eager), 16), (Strings{"answers > reads > sleep_for", "races > sleep_for"}));
}

} // namespace awaitscope::test::await_stack
