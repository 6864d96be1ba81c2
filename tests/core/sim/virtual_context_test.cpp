// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/async_operation.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/defer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace awaitscope {
namespace {

namespace asio = boost::asio;
using Log = std::vector<std::string>;

class VirtualContextTest : public testing::Test
{
protected:
    Operation& after(std::int64_t microseconds, std::function<void(boost::system::error_code)> handler,
                     bool background = false)
    {
        return startOperation(context, {.duration = VirtualDuration{microseconds}, .background = background},
                              std::move(handler),
                              [](auto waiting, boost::system::error_code error) { waiting(error); });
    }

    auto write(std::string text)
    {
        return [this, text = std::move(text)](boost::system::error_code error) {
            log.push_back(std::to_string(toMicroseconds(context.now())) + ' ' + text + (error ? " aborted" : ""));
        };
    }

    Log log;
    VirtualContext context{10'000};
};

TEST_F(VirtualContextTest, PostedWorkRunsFirstInFirstOut)
{
    for (const char* name : {"a", "b", "c"})
        asio::post(context.get_executor(), [this, name] { log.emplace_back(name); });
    context.run();
    EXPECT_EQ(log, (Log{"a", "b", "c"}));
}

TEST_F(VirtualContextTest, TheClockJumpsFromTimerToTimer)
{
    after(4000, write("third"));
    after(1000, write("first"));
    after(2000, write("second"));
    context.run();
    EXPECT_EQ(log, (Log{"1000 first", "2000 second", "4000 third"}));
}

TEST_F(VirtualContextTest, TimersOfOneInstantRunInTheOrderOfTheirStart)
{
    after(1000, [this](auto error) {
        write("a")(error);
        asio::post(context.get_executor(), [this] { log.emplace_back("posted by a"); });
    });
    after(1000, write("b"));
    after(1000, write("c"));
    context.run();
    EXPECT_EQ(log, (Log{"1000 a", "1000 b", "1000 c", "posted by a"}));
}

TEST_F(VirtualContextTest, ACancelledOperationCompletesBehindWhatIsReadyAlready)
{
    Operation& waiting = after(5000, write("timer"));
    asio::post(context.get_executor(), [this, &waiting] {
        context.complete(waiting, asio::error::operation_aborted);
        log.emplace_back("cancelled");
    });
    asio::post(context.get_executor(), [this] { log.emplace_back("was ready"); });
    context.run();
    EXPECT_EQ(log, (Log{"cancelled", "was ready", "0 timer aborted"}));
}

TEST_F(VirtualContextTest, AnOperationThatIsReadyCannotBeCancelledAnyMore)
{
    Operation* second = nullptr;
    after(1000, [&](auto) { context.complete(*second, asio::error::operation_aborted); });
    second = &after(1000, write("second"));
    context.run();
    EXPECT_EQ(log, (Log{"1000 second"}));
}

TEST_F(VirtualContextTest, ACancellationSlotIsHonouredForTheTypesThatAreSupported)
{
    asio::cancellation_signal signal;
    startOperation(context, {.duration = VirtualDuration{1000}, .supported = asio::cancellation_type::terminal},
                   asio::bind_cancellation_slot(signal.slot(), write("operation")),
                   [](auto handler, boost::system::error_code error) { std::move(handler)(error); });
    after(100, [&](auto) { signal.emit(asio::cancellation_type::total); });
    after(200, [&](auto) { signal.emit(asio::cancellation_type::terminal); });
    after(300, [&](auto) { signal.emit(asio::cancellation_type::terminal); }); // nobody is there any more
    context.run();
    EXPECT_EQ(log, (Log{"200 operation aborted"}));
}

TEST_F(VirtualContextTest, DispatchFromInsideRunsInPlaceAndPostDoesNot)
{
    asio::post(context.get_executor(), [this] {
        asio::post(context.get_executor(), [this] { log.emplace_back("posted"); });
        asio::dispatch(context.get_executor(), [this] { log.emplace_back("dispatched"); });
        log.emplace_back("end");
    });
    context.run();
    EXPECT_EQ(log, (Log{"dispatched", "end", "posted"}));
}

TEST_F(VirtualContextTest, DeferredWorkEntersTheQueueWhenTheTaskEnds)
{
    asio::post(context.get_executor(), [this] {
        asio::defer(context.get_executor(), [this] { log.emplace_back("deferred"); });
        asio::post(context.get_executor(), [this] { log.emplace_back("posted"); });
    });
    context.run();
    EXPECT_EQ(log, (Log{"posted", "deferred"}));
}

TEST_F(VirtualContextTest, WhatIsThrownInPlaceLeavesRunWhenTheTaskHasEndedAndTheRestRunsLater)
{
    asio::post(context.get_executor(), [this] {
        asio::defer(context.get_executor(), [this] { log.emplace_back("deferred"); });
        asio::dispatch(context.get_executor(), [] { throw std::runtime_error{"in place"}; });
        log.emplace_back("goes on");
    });
    asio::post(context.get_executor(), [this] { log.emplace_back("next"); });
    EXPECT_THROW(context.run(), std::runtime_error);
    EXPECT_EQ(log, (Log{"goes on"}));
    context.run();
    EXPECT_EQ(log, (Log{"goes on", "next", "deferred"}));
}

TEST_F(VirtualContextTest, ATaskThatThrowsHandsOverWhatItDeferred)
{
    asio::post(context.get_executor(), [this] {
        asio::defer(context.get_executor(), [this] { log.emplace_back("deferred"); });
        throw std::runtime_error{"thrown"};
    });
    EXPECT_THROW(context.run(), std::runtime_error);
    asio::post(context.get_executor(), [this] { log.emplace_back("posted"); });
    context.run();
    EXPECT_EQ(log, (Log{"deferred", "posted"}));
}

TEST_F(VirtualContextTest, ATypeErasedExecutorAndAStrandWorkOnIt)
{
    const asio::any_io_executor any = context.get_executor();
    const auto strand = asio::make_strand(any);
    asio::post(strand, [this] { log.emplace_back("on a strand"); });
    startOperation(context, {.duration = VirtualDuration{10}}, asio::bind_executor(strand, write("there too")),
                   [](auto handler, boost::system::error_code error) { std::move(handler)(error); });
    context.run();
    EXPECT_EQ(log, (Log{"on a strand", "10 there too"}));
}

TEST_F(VirtualContextTest, ABackgroundTimerDoesNotKeepTheRunGoing)
{
    after(1000, write("foreground"));
    after(500, write("background before"), true);
    after(2000, write("background after"), true);
    context.run();
    EXPECT_EQ(log, (Log{"500 background before", "1000 foreground"}));
    EXPECT_EQ(context.now(), fromMicroseconds(1000));
}

TEST_F(VirtualContextTest, AnEndlessLoopThatTakesNoTimeEndsWithAnError)
{
    std::function<void()> again = [&] { asio::post(context.get_executor(), again); };
    again();
    EXPECT_THROW(context.run(), EventBudgetExceeded);
}

TEST_F(VirtualContextTest, DroppingADomainDestroysItsHandlersUninvokedAndNoOthers)
{
    const DomainId outer = context.makeDomain(0);
    const DomainId inner = context.makeDomain(outer);
    const auto alive = std::make_shared<int>(0);
    const auto waitIn = [&](DomainId domain, const std::string& name) {
        startOperation(context, {.duration = VirtualDuration{1000}},
                       asio::bind_executor(context.get_executor().withDomain(domain),
                                           [alive, run = write(name)](auto error) { run(error); }),
                       [](auto handler, boost::system::error_code error) { std::move(handler)(error); });
    };
    waitIn(0, "root");
    waitIn(outer, "outer");
    waitIn(inner, "inner");
    asio::post(context.get_executor().withDomain(inner), [alive, this] { log.emplace_back("posted inside"); });
    EXPECT_EQ(alive.use_count(), 5);
    context.drop(outer);
    EXPECT_EQ(alive.use_count(), 2);
    context.run();
    EXPECT_EQ(log, (Log{"1000 root"}));
}

TEST_F(VirtualContextTest, AContextThatGoesDestroysWhatStillWaits)
{
    const auto alive = std::make_shared<int>(0);
    {
        VirtualContext other{100};
        startOperation(other, {}, [alive](auto) {}, [](auto, boost::system::error_code) {});
        asio::post(other.get_executor(), [alive] {});
        EXPECT_EQ(alive.use_count(), 3);
    }
    EXPECT_EQ(alive.use_count(), 1);
}

} // namespace
} // namespace awaitscope
