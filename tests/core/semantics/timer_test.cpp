// SPDX-License-Identifier: GPL-3.0-or-later

// Asio's own timers: what a wait ends by, in which order, and what setting, cancelling, moving and destroying do to it.

#include "core/semantics/platform.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>

#include <gtest/gtest.h>

#include <memory>
#include <optional>

namespace awaitscope::semantics {
namespace {

using asio::awaitable;
using namespace asio::experimental::awaitable_operators;

awaitable<void> nap(Platform& platform, std::chrono::milliseconds duration)
{
    Timer timer = platform.timer(duration);
    co_await timer.async_wait(asio::use_awaitable);
}

awaitable<void> napsTwice(Platform& platform)
{
    co_await nap(platform, 200ms);
    co_await nap(platform, 50ms);
    platform.note("woke");
}

TEST(Timers, AnAwaitOfATimerEndsWhenItIsDue)
{
    Platform platform;
    platform.spawn("coroutine", napsTwice(platform));
    EXPECT_EQ(platform.finish(), (Log{"250 woke", "250 coroutine ended"}));
}

TEST(Timers, ACallbackIsCalledWhenTheTimerIsDueAndNeverInPlace)
{
    Platform platform;
    Timer timer = platform.timer(50ms);
    Timer late = platform.timer(0ms);
    asio::post(platform.executor(), [&] {
        timer.async_wait(platform.noteAs("fired"));
        late.async_wait(platform.noteAs("was due"));
        platform.note("started");
    });
    EXPECT_EQ(platform.finish(), (Log{"0 started", "0 was due", "50 fired"}));
}

TEST(Timers, OneThatWasNeverSetIsDueAtOnce)
{
    Platform platform;
    Timer timer{platform.executor()};
    timer.async_wait(platform.noteAs("fired"));
    EXPECT_EQ(platform.finish(), (Log{"0 fired"}));
}

TEST(Timers, OneThatIsSetToATimeThatIsPastIsDueAtOnce)
{
    Platform platform;
    Timer timer = platform.timer(50ms);
    platform.at(80ms, [&] {
        timer.async_wait(platform.noteAs("fired"));
        platform.note("started");
    });
    EXPECT_EQ(platform.finish(), (Log{"80 started", "80 fired"}));
}

TEST(Timers, OfThoseThatAreLateTheLatestComesFirst)
{
    Platform platform;
    Timer late = platform.timer(50ms);
    Timer later = platform.timer(20ms);
    Timer min{platform.executor(), Timer::time_point::min()};
    platform.at(80ms, [&] {
        late.async_wait(platform.noteAs("late"));
        later.async_wait(platform.noteAs("later"));
        min.async_wait(platform.noteAs("latest"));
    });
    EXPECT_EQ(platform.finish(), (Log{"80 latest", "80 later", "80 late"}));
}

// Ties.

TEST(TimersOfOneInstant, FireInTheOrderInWhichTheyWereSet)
{
    Platform platform;
    Timer first = platform.timer(50ms);
    Timer second = platform.timer(50ms);
    Timer third = platform.timer(50ms);
    Timer fourth = platform.timer(50ms);
    fourth.async_wait(platform.noteAs("fourth"));
    second.async_wait(platform.noteAs("second"));
    third.async_wait(platform.noteAs("third"));
    first.async_wait(platform.noteAs("first"));
    EXPECT_EQ(platform.finish(), (Log{"50 first", "50 second", "50 third", "50 fourth"}));
}

// Up to three: with more, io_context's heap mixes them.
TEST(TimersOfOneInstant, ThatIsTheSameTimePointFireInTheOrderInWhichTheirWaitsWereStarted)
{
    Platform platform;
    const Timer model = platform.timer(50ms);
    Timer first{platform.executor(), model.expiry()};
    Timer second{platform.executor(), model.expiry()};
    second.async_wait(platform.noteAs("second"));
    first.async_wait(platform.noteAs("first"));
    EXPECT_EQ(platform.finish(), (Log{"50 second", "50 first"}));
}

TEST(TimersOfOneInstant, KeepTheirPlaceWhenTheyAreCancelledAndWaitedForAgain)
{
    Platform platform;
    Timer one = platform.timer(50ms);
    Timer other = platform.timer(50ms);
    one.async_wait(platform.noteAs("one"));
    other.async_wait(platform.noteAs("other"));
    one.cancel();
    one.async_wait(platform.noteAs("one again"));
    EXPECT_EQ(platform.finish(), (Log{"0 one aborted", "50 one again", "50 other"}));
}

TEST(TimersOfOneInstant, FireTogether)
{
    Platform platform;
    Timer one = platform.timer(50ms);
    Timer other = platform.timer(50ms);
    one.async_wait(platform.noteAs("one"));
    other.async_wait(platform.noteAs("other"));
    one.async_wait(platform.noteAs("one again"));
    EXPECT_EQ(platform.finish(), (Log{"50 one", "50 one again", "50 other"}));
}

TEST(TimersOfOneInstant, KeepThePlaceOfAWaitThatWasCancelledAsLongAsAnotherWaits)
{
    Platform platform;
    Timer one = platform.timer(50ms);
    Timer other = platform.timer(50ms);
    one.async_wait(platform.noteAs("one"));
    one.async_wait(platform.noteAs("one again"));
    other.async_wait(platform.noteAs("other"));
    one.cancel_one();
    EXPECT_EQ(platform.finish(), (Log{"0 one aborted", "50 one again", "50 other"}));
}

TEST(TimersOfOneInstant, LoseTheirPlaceWhenTheyAreSetAnew)
{
    Platform platform;
    Timer one = platform.timer(50ms);
    Timer other = platform.timer(50ms);
    one.async_wait(platform.noteAs("one"));
    other.async_wait(platform.noteAs("other"));
    EXPECT_EQ(platform.set(one, 50ms), 1U);
    one.async_wait(platform.noteAs("one again"));
    EXPECT_EQ(platform.finish(), (Log{"0 one aborted", "50 other", "50 one again"}));
}

TEST(TimersOfOneInstant, AreAllReadySoThatTheFirstCannotCancelTheSecond)
{
    Platform platform;
    Timer first = platform.timer(50ms);
    Timer second = platform.timer(50ms);
    first.async_wait([&](error_code) { platform.note("first cancels " + std::to_string(second.cancel())); });
    second.async_wait(platform.noteAs("second"));
    EXPECT_EQ(platform.finish(), (Log{"50 first cancels 0", "50 second"}));
}

// Cancelling.

TEST(CancellingATimer, AbortsAllItsWaitsAndTellsHowMany)
{
    Platform platform;
    Timer timer = platform.timer(50ms);
    timer.async_wait(platform.noteAs("a"));
    timer.async_wait(platform.noteAs("b"));
    platform.at(20ms, [&] {
        platform.note("cancels " + std::to_string(timer.cancel()));
        platform.note("cancels " + std::to_string(timer.cancel()));
    });
    EXPECT_EQ(platform.finish(), (Log{"20 cancels 2", "20 cancels 0", "20 a aborted", "20 b aborted"}));
}

TEST(CancellingATimer, LeavesItsExpirySoThatItCanBeWaitedForAgain)
{
    Platform platform;
    Timer timer = platform.timer(50ms);
    timer.async_wait(platform.noteAs("a"));
    platform.at(20ms, [&] {
        timer.cancel();
        timer.async_wait(platform.noteAs("b"));
    });
    EXPECT_EQ(platform.finish(), (Log{"20 a aborted", "50 b"}));
}

TEST(CancellingATimer, CancelOneAbortsTheOldestWait)
{
    Platform platform;
    Timer timer = platform.timer(50ms);
    for (const char* const name : {"a", "b", "c"})
        timer.async_wait(platform.noteAs(name));
    platform.at(20ms, [&] { EXPECT_EQ(timer.cancel_one(), 1U); });
    platform.at(30ms, [&] { EXPECT_EQ(timer.cancel_one(), 1U); });
    platform.at(60ms, [&] { EXPECT_EQ(timer.cancel_one(), 0U); });
    EXPECT_EQ(platform.finish(), (Log{"20 a aborted", "30 b aborted", "50 c"}));
}

TEST(CancellingATimer, SettingItAnewAbortsItsWaitsAndNewOnesHaveTheNewTime)
{
    Platform platform;
    Timer timer = platform.timer(50ms);
    timer.async_wait(platform.noteAs("a"));
    platform.at(20ms, [&] {
        EXPECT_EQ(platform.set(timer, 100ms), 1U);
        timer.async_wait(platform.noteAs("b"));
    });
    EXPECT_EQ(platform.finish(), (Log{"20 a aborted", "120 b"}));
}

TEST(CancellingATimer, FromItsOwnHandlerItIsSetForTheNextTurn)
{
    Platform platform;
    Timer timer = platform.timer(10ms);
    int turns = 0;
    const std::function<void(error_code)> tick = [&](error_code) {
        platform.note("tick");
        if (++turns == 3)
            return;
        EXPECT_EQ(platform.set(timer, 10ms), 0U);
        timer.async_wait(tick);
    };
    timer.async_wait(tick);
    EXPECT_EQ(platform.finish(), (Log{"10 tick", "20 tick", "30 tick"}));
}

TEST(CancellingATimer, EveryTypeOfCancellationAbortsTheWaitItWasBoundToAndNoOther)
{
    for (const auto type :
         {asio::cancellation_type::terminal, asio::cancellation_type::partial, asio::cancellation_type::total}) {
        Platform platform;
        asio::cancellation_signal signal;
        Timer timer = platform.timer(50ms);
        timer.async_wait(platform.noteAs("a"));
        timer.async_wait(asio::bind_cancellation_slot(signal.slot(), platform.noteAs("b")));
        timer.async_wait(platform.noteAs("c"));
        platform.cancelAt(20ms, signal, type);
        EXPECT_EQ(platform.finish(), (Log{"20 b aborted", "50 a", "50 c"}));
    }
}

TEST(CancellingATimer, OfTwoWaitsBoundToOneSignalTheLastHearsIt)
{
    Platform platform;
    asio::cancellation_signal signal;
    Timer first = platform.timer(300ms);
    Timer second = platform.timer(300ms);
    first.async_wait(asio::bind_cancellation_slot(signal.slot(), platform.noteAs("first")));
    second.async_wait(asio::bind_cancellation_slot(signal.slot(), platform.noteAs("second")));
    platform.cancelAt(100ms, signal, asio::cancellation_type::total);
    EXPECT_EQ(platform.finish(), (Log{"100 second aborted", "300 first"}));
}

TEST(CancellingATimer, TheEndOfTheFirstOfThemTakesNothingFromTheLast)
{
    Platform platform;
    asio::cancellation_signal signal;
    Timer first = platform.timer(50ms);
    Timer second = platform.timer(300ms);
    first.async_wait(asio::bind_cancellation_slot(signal.slot(), platform.noteAs("first")));
    second.async_wait(asio::bind_cancellation_slot(signal.slot(), platform.noteAs("second")));
    platform.cancelAt(100ms, signal);
    EXPECT_EQ(platform.finish(), (Log{"50 first", "100 second aborted"}));
}

TEST(CancellingATimer, ASignalThatGoesBeforeTheWaitCancelsNothing)
{
    Platform platform;
    std::optional<asio::cancellation_signal> signal{std::in_place};
    Timer timer = platform.timer(50ms);
    timer.async_wait(asio::bind_cancellation_slot(signal->slot(), platform.noteAs("fired")));
    signal.reset();
    EXPECT_EQ(platform.finish(), (Log{"50 fired"}));
}

TEST(CancellingATimer, ASignalAfterTheEndFindsNothing)
{
    Platform platform;
    asio::cancellation_signal signal;
    Timer timer = platform.timer(50ms);
    timer.async_wait(asio::bind_cancellation_slot(signal.slot(), platform.noteAs("fired")));
    platform.cancelAt(60ms, signal);
    EXPECT_EQ(platform.finish(), (Log{"50 fired"}));
}

// Moving and destroying.

TEST(MovingATimer, TakesItsWaitsAndItsTimeAlong)
{
    Platform platform;
    std::optional<Timer> from{platform.timer(50ms)};
    from->async_wait(platform.noteAs("a"));
    Timer to{std::move(*from)};
    // NOLINTNEXTLINE(bugprone-use-after-move): what is left of it is what is tested
    EXPECT_EQ(from->expiry(), Timer::time_point{});
    from->async_wait(platform.noteAs("of the empty one"));
    from.reset();
    to.async_wait(platform.noteAs("b"));
    EXPECT_EQ(platform.finish(), (Log{"0 of the empty one aborted", "50 a", "50 b"}));
}

TEST(MovingATimer, OntoAnotherAbortsThatOnesWaits)
{
    Platform platform;
    Timer from = platform.timer(50ms);
    Timer to = platform.timer(30ms);
    from.async_wait(platform.noteAs("from"));
    to.async_wait(platform.noteAs("to"));
    to = std::move(from);
    // NOLINTNEXTLINE(bugprone-use-after-move): likewise
    platform.at(20ms, [&] { EXPECT_EQ(from.cancel(), 0U); });
    platform.at(40ms, [&] { EXPECT_EQ(to.cancel(), 1U); });
    EXPECT_EQ(platform.finish(), (Log{"0 to aborted", "40 from aborted"}));
}

TEST(DestroyingATimer, AbortsItsWaits)
{
    Platform platform;
    std::optional<Timer> timer{platform.timer(50ms)};
    timer->async_wait(platform.noteAs("a"));
    timer->async_wait(platform.noteAs("b"));
    platform.at(20ms, [&] { timer.reset(); });
    EXPECT_EQ(platform.finish(), (Log{"20 a aborted", "20 b aborted"}));
}

TEST(DestroyingATimer, OutOfAHandlerOfItsOwnLeavesWhatIsReadyAlone)
{
    Platform platform;
    auto timer = std::make_shared<Timer>(platform.timer(50ms));
    Timer& same = *timer;
    same.async_wait([&platform, timer](error_code) mutable {
        platform.note("first");
        timer.reset();
    });
    same.async_wait(platform.noteAs("second"));
    timer.reset();
    EXPECT_EQ(platform.finish(), (Log{"50 first", "50 second"}));
}

// In coroutines.

awaitable<void> requestOrTimer(Platform& platform)
{
    Timer timer = platform.timer(50ms);
    const auto result = co_await (nap(platform, 200ms) || timer.async_wait(asio::use_awaitable));
    platform.note("index " + std::to_string(result.index()));
}

awaitable<void> workOrALimitSetBefore(Platform& platform)
{
    Timer limit = platform.timer(50ms);
    const auto result = co_await (nap(platform, 50ms) || limit.async_wait(asio::use_awaitable));
    platform.note("index " + std::to_string(result.index()));
}

TEST(TimersInCoroutines, ALimitThatIsSetBeforeItsWorkBeginsWinsATieFromTheRightHandSideToo)
{
    Platform platform;
    platform.spawn("coroutine", workOrALimitSetBefore(platform));
    EXPECT_EQ(platform.finish(), (Log{"50 index 1", "50 coroutine ended"}));
}

TEST(TimersInCoroutines, WorkOrTimerEndsWithTheTimer)
{
    Platform platform;
    platform.spawn("coroutine", requestOrTimer(platform));
    EXPECT_EQ(platform.finish(), (Log{"50 index 1", "50 coroutine ended"}));
}

awaitable<void> rings(Platform& platform, std::shared_ptr<Timer> bell, int times)
{
    for (int i = 0; i < times; ++i) {
        co_await nap(platform, 100ms);
        bell->cancel();
    }
}

awaitable<void> hearsABell(Platform& platform, bool setAnew)
{
    const auto bell = std::make_shared<Timer>(platform.executor(), Timer::time_point::max());
    asio::co_spawn(platform.executor(), rings(platform, bell, 4), asio::detached);
    Timer limit = platform.timer(150ms);
    for (int heard = 0;; ++heard) {
        if (setAnew)
            platform.set(limit, 150ms);
        error_code error;
        auto ring = bell->async_wait(asio::redirect_error(asio::use_awaitable, error));
        const auto result = co_await (std::move(ring) || limit.async_wait(asio::use_awaitable));
        if (result.index() == 1) {
            platform.note("heard " + std::to_string(heard));
            co_return;
        }
    }
}

TEST(TimersInCoroutines, CancelIsABellAndALimitThatIsSetOnceEndsInTime)
{
    Platform platform;
    platform.spawn("coroutine", hearsABell(platform, false));
    EXPECT_EQ(platform.finish(), (Log{"150 heard 1", "150 coroutine ended"}));
}

TEST(TimersInCoroutines, ALimitThatIsSetAnewInEachTurnEndsLater)
{
    Platform platform;
    platform.spawn("coroutine", hearsABell(platform, true));
    EXPECT_EQ(platform.finish(), (Log{"550 heard 4", "550 coroutine ended"}));
}

awaitable<void> sweeps(Platform& platform)
{
    for (int i = 0; i < 3; ++i) {
        Timer timer = platform.timer(100ms);
        error_code error;
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
        platform.note("sweep");
    }
}

TEST(TimersInCoroutines, AWaitWhoseErrorIsSwallowedGoesOnEarlyAndTheNextThrows)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("coroutine", sweeps(platform), signal.slot());
    platform.cancelAt(50ms, signal);
    const Log notes = platform.finish();
    ASSERT_EQ(notes.size(), 2U);
    EXPECT_EQ(notes[0], "50 sweep");
    EXPECT_EQ(notes[1], "50 coroutine ended by operation_aborted");
}

awaitable<void> noticesTooLate(Platform& platform, Timer& timer)
{
    co_await timer.async_wait(asio::use_awaitable);
    platform.note("resumed");
    co_await nap(platform, 10ms);
    platform.note("not reached");
}

TEST(TimersInCoroutines, AnAwaitWhoseTimerIsDueResumesAndTheNextThrows)
{
    Platform platform;
    asio::cancellation_signal signal;
    Timer timer = platform.timer(50ms);
    platform.cancelAt(50ms, signal); // started first: it comes between the end of the wait and the coroutine
    platform.spawn("coroutine", noticesTooLate(platform, timer), signal.slot());
    EXPECT_EQ(platform.finish(), (Log{"50 resumed", "50 coroutine ended by operation_aborted"}));
}

awaitable<void> waitsForALongTime(Platform& platform, const std::string& name)
{
    const Guard guard{platform};
    Timer timer = platform.timer(300ms);
    co_await timer.async_wait(asio::use_awaitable);
    platform.note(name);
}

TEST(TimersInCoroutines, ACancelledAwaitDestroysItsTimerOnItsWayOut)
{
    Platform platform;
    asio::cancellation_signal signal;
    platform.spawn("coroutine", waitsForALongTime(platform, "woke"), signal.slot());
    platform.cancelAt(100ms, signal);
    EXPECT_EQ(platform.finish(), (Log{"100 destructor", "100 coroutine ended by operation_aborted"}));
}

template <class Token>
auto forgetsTheSlot(Timer& timer, Token&& token)
{
    return asio::async_initiate<Token, void(error_code)>(
        [&timer](auto handler) {
            timer.async_wait([handler = std::move(handler)](error_code error) mutable { std::move(handler)(error); });
        },
        token);
}

awaitable<void> racesAWrapper(Platform& platform)
{
    Timer timer = platform.timer(500ms);
    const auto result = co_await (forgetsTheSlot(timer, asio::use_awaitable) || nap(platform, 100ms));
    platform.note("ended by " + std::to_string(result.index()));
}

TEST(TimersInCoroutines, AWrapperThatForgetsTheSlotHoldsTheRaceOpen)
{
    Platform platform;
    platform.spawn("coroutine", racesAWrapper(platform));
    EXPECT_EQ(platform.finish(), (Log{"500 ended by 1", "500 coroutine ended"}));
}

awaitable<void> countsTicks(Platform& platform, int& ticks)
{
    for (int i = 0; i < 3000; ++i) {
        const auto timer = std::make_shared<Timer>(platform.timer(0ms));
        timer->async_wait([timer, &ticks](error_code) { ++ticks; });
        co_await nap(platform, 0ms);
    }
    platform.note("ticks " + std::to_string(ticks));
}

TEST(TimersInCoroutines, ThousandsThatAreDueAtOnceAllFire)
{
    Platform platform;
    int ticks = 0;
    platform.spawn("coroutine", countsTicks(platform, ticks));
    EXPECT_EQ(platform.finish(), (Log{"0 ticks 3000", "0 coroutine ended"}));
}

} // namespace
} // namespace awaitscope::semantics
