// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/task.hpp"

#include "core/support/shown.hpp"
#include "core/support/somebody.hpp"
#include "core/world/println.hpp"
#include "core/world/sleep.hpp"

#include <boost/asio/as_tuple.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>

namespace awaitscope::test {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;

struct SaysGoodbye
{
    World& world;
    ~SaysGoodbye() { Println{world}("destructor"); }
};

awaitable<void> refreshes(World& world, VirtualDuration duration)
{
    const SaysGoodbye goodbye{world};
    co_await sleep_for(world, duration);
    Println{world}("refreshed");
}

awaitable<void> failsToRefresh(World& world)
{
    co_await sleep_for(world, 1ms);
    throw std::runtime_error{"no luck"};
}

/// "ended", "operation_aborted" or what was thrown.
awaitable<std::string> joined(Task& task)
{
    const auto [thrown] = co_await task.async_join(asio::as_tuple(asio::use_awaitable));
    if (!thrown)
        co_return "ended";
    try {
        std::rethrow_exception(thrown);
    } catch (const boost::system::system_error& error) {
        co_return error.code() == asio::error::operation_aborted ? "operation_aborted" : "another error";
    } catch (const std::exception& error) {
        co_return error.what();
    }
}

awaitable<void> joinsTasks(World& world)
{
    const Println println{world};
    Task good{world, "good", refreshes(world, 2ms)};
    Task bad{world, "bad", failsToRefresh(world)};
    std::string end = co_await joined(good);
    println("good ", end);
    end = co_await joined(bad);
    println("bad ", end, ' ', bad.is_done());
    end = co_await joined(good);
    println("good ", end);
}

TEST(Task, IsJoinedAsOftenAsOneLikesAndTellsHowItEnded)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(joinsTasks, "joined");
    EXPECT_EQ(logOf(trace),
              (Strings{"2000 refreshed", "2000 destructor", "2000 good ended", "2000 bad no luck 1", "2000 good ended"}));
    EXPECT_EQ(spansOf(trace, "good"), (Strings{"0-2000 running"}));
    EXPECT_EQ(valuesOf(trace, "good"), (Strings{"2000 ended"}));
    EXPECT_EQ(valuesOf(trace, "bad"), (Strings{"1000 failed: no luck"}));
}

awaitable<void> joinsAndThrows(World& world)
{
    Task bad{world, "bad", failsToRefresh(world)};
    co_await bad.async_join();
}

TEST(Task, JoinThrowsWhatTheTaskThrew)
{
    TestRun run{__FILE__};
    const Trace trace = run.run(joinsAndThrows, "joinsAndThrows");
    EXPECT_EQ(awaitsOf(trace), (Strings{"0 sleep_for resumed 0-1000", "1 task.join threw 0-1000"}));
    EXPECT_TRUE(run.failure());
}

awaitable<void> abortsTask(World& world)
{
    Task task{world, "refresh", refreshes(world, 10ms)};
    co_await sleep_for(world, 2ms);
    task.abort();
    task.abort();
    Println{world}("asked");
    const std::string end = co_await joined(task);
    Println{world}(end);
    task.abort();
}

TEST(Task, AbortMeansWhatTheModelMeansByCancelling)
{
    const auto runWith = [](CancelModel model) {
        TestRun run{__FILE__, {model, {}, {}}};
        return run.run(abortsTask, "refreshes");
    };
    const Trace asio = runWith(CancelModel::asio);
    EXPECT_EQ(logOf(asio), (Strings{"2000 asked", "2000 destructor", "2000 operation_aborted"}));
    EXPECT_EQ(awaitsOf(asio).front(), "1 sleep_for cancelled 0-2000");
    EXPECT_EQ(valuesOf(asio, "refresh"), (Strings{"2000 aborted"}));
    const Trace drop = runWith(CancelModel::drop);
    EXPECT_EQ(logOf(drop), (Strings{"2000 asked", "2000 destructor", "2000 operation_aborted"}));
    EXPECT_EQ(valuesOf(drop, "refresh"), (Strings{"2000 aborted"}));
    const Trace eager = runWith(CancelModel::eager);
    EXPECT_EQ(logOf(eager), (Strings{"2000 asked", "10000 refreshed", "10000 destructor", "10000 ended"}));
}

awaitable<void> abortsItself(World& world, std::optional<Task>& self)
{
    co_await sleep_for(world, 1ms);
    self->abort();
    Println{world}("still runs");
    co_await sleep_for(world, 1ms);
    Println{world}("never printed");
}

awaitable<void> startsSelfAborter(World& world, std::optional<Task>& task)
{
    task.emplace(world, "itself", abortsItself(world, task));
    const std::string end = co_await joined(*task);
    Println{world}(end);
}

TEST(Task, CanAbortItselfAndStopsAtItsNextAwait)
{
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop}) {
        TestRun run{__FILE__, {model, {}, {}}};
        std::optional<Task> task;
        const Trace trace = run.run([&](World& world) { return startsSelfAborter(world, task); });
        EXPECT_EQ(logOf(trace), (Strings{"1000 still runs", "1000 operation_aborted"})) << toText(model);
    }
}

awaitable<void> losesItsHandle(World& world)
{
    const Task task{world, "refresh", refreshes(world, 10ms)};
    co_await sleep_for(world, 100ms);
}

awaitable<void> racesHandle(World& world)
{
    co_await race(timeout(5ms), losesItsHandle(world));
}

TEST(Task, GoesOnWhenItsHandleIsLostByACancelOrADrop)
{
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop}) {
        TestRun run{__FILE__, {model, {}, {}}};
        EXPECT_EQ(logOf(run.run(racesHandle)), (Strings{"10000 refreshed", "10000 destructor"})) << toText(model);
    }
}

awaitable<void> givesUpJoining(World& world)
{
    Task task{world, "refresh", refreshes(world, 10ms)};
    const auto either = co_await (task.async_join() || sleep_for(world, 1ms));
    Println{world}(either.index());
    co_await task.async_join();
    Println{world}("joined");
}

TEST(Task, ACancelledJoinDoesNothingToIt)
{
    TestRun run{__FILE__};
    EXPECT_EQ(logOf(run.run(givesUpJoining)), (Strings{"1000 1", "10000 refreshed", "10000 destructor", "10000 joined"}));
}

TEST(Task, AJoinIsCancelledByEveryTypeWhileItWaitsAndNotAfterwards)
{
    for (const auto type : everyType) {
        TestRun run{__FILE__};
        Task task{run.world(), "refresh", refreshes(run.world(), 1ms)};
        asio::cancellation_signal signal;
        std::optional<bool> failed;
        const auto join = [&] {
            task.async_join(asio::bind_cancellation_slot(
                signal.slot(), [&](const std::exception_ptr& thrown) { failed = thrown != nullptr; }));
        };
        join();
        signal.emit(type);
        EXPECT_EQ(failed, std::nullopt);
        run.context().run();
        EXPECT_EQ(failed, true);
        join();
        signal.emit(type);
        run.context().run();
        EXPECT_EQ(failed, false);
    }
}

TEST(Task, ADropOfOneWhoJoinsIsNoMatterToAnother)
{
    TestRun run{__FILE__};
    Task task{run.world(), "refresh", refreshes(run.world(), 1ms)};
    const Somebody dropped{run.world()};
    int joins = 0;
    const auto count = [&](const std::exception_ptr&) { ++joins; };
    task.async_join(asio::bind_executor(dropped.executor(), count));
    task.async_join(count);
    run.world().context().drop(dropped.executor().domain());
    run.context().run();
    EXPECT_EQ(joins, 1);
    task.async_join(asio::bind_executor(dropped.executor(), count));
    task.async_join(count);
    run.world().context().drop(dropped.executor().domain());
    run.context().run();
    EXPECT_EQ(joins, 2);
}

} // namespace
} // namespace awaitscope::test
