// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/words/sentences.hpp"
#include "support/trace_script.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace awaitscope {

namespace {

using test::TraceScript;

constexpr CancelModel models[] = {CancelModel::asio, CancelModel::drop, CancelModel::eager};

/// What happens at 10 ms to `get_response`, which has waited at 1 http.make_request since 0.
using Happening = std::function<void(TraceScript&, int work, int await)>;

struct Case
{
    const char* what;
    Happening happens;
    const char* told; ///< under every model: what the trace says happened is told, whatever the model would do
};

std::string told(CancelModel model, const Happening& happens)
{
    TraceScript script(model);
    script.setTimeout(10);
    script.at(0);
    const int work = script.begins("get_response");
    const int await = script.suspends(work, 1, "http.make_request", 6);
    script.at(10);
    happens(script, work, await);
    // Something comes later, so that this is not the end.
    const Trace trace = [&] {
        TraceScript rest = script;
        rest.at(20);
        return rest.trace();
    }();
    return sentencesAt(trace, fromMicroseconds(10'000)).join(' ').toStdString();
}

void expectAll(const std::vector<Case>& cases)
{
    for (const CancelModel model : models) {
        for (const Case& one : cases)
            EXPECT_EQ(told(model, one.happens), one.told) << one.what << ", " << toText(model);
    }
}

} // namespace

TEST(SentenceKinds, TellWhichOperationATimeoutStopsOrThatThereIsNone)
{
    const auto told = [](bool isCompleted) {
        TraceScript script(CancelModel::asio);
        script.setTimeout(10);
        script.at(0);
        const int work = script.begins("get_response");
        const int await = script.suspends(work, 1, "http.make_request", 6);
        script.at(10);
        script.timeoutFires();
        if (isCompleted)
            script.firedAfterCompletionOf(await);
        script.awaitEnds(await, isCompleted ? AwaitEnd::resumed : AwaitEnd::cancelled);
        script.ends(work, isCompleted ? CoroutineEnd::returned : CoroutineEnd::cancelled);
        script.at(20);
        Trace trace = script.trace();
        trace.cancelOn = CancelOn::operation;
        if (!isCompleted)
            trace.awaits.front().error = TraceError{"boost::system::system_error", "operation_aborted"};
        return sentencesAt(trace, fromMicroseconds(10'000)).front().toStdString();
    };
    EXPECT_EQ(told(false), "The timeout stops the operation that is pending, 1 http.make_request, and not its coroutine.");
    EXPECT_EQ(told(true), "The timeout finds no operation to stop, as 1 http.make_request has completed: the stop is lost for good.");
}

TEST(SentenceKinds, TellATimeoutBeforeAFirstStep)
{
    TraceScript script(CancelModel::asio);
    script.setTimeout(10);
    script.at(10);
    script.timeoutFires();
    script.at(20);
    Trace trace = script.trace();
    TraceStart start;
    start.number = 1;
    start.what = "run";
    start.fired = true;
    trace.starts = {start};
    EXPECT_EQ(sentencesAt(trace, fromMicroseconds(10'000)).join(' ').toStdString(),
              "The timeout fires before the first step of run: its body never runs.");
}

TEST(SentenceKinds, TellEveryEndOfAnAwait)
{
    const auto ends = [](AwaitEnd how, CoroutineEnd end) {
        return [=](TraceScript& script, int work, int await) {
            script.awaitEnds(await, how);
            script.ends(work, end);
        };
    };
    expectAll({
        {"resumed", ends(AwaitEnd::resumed, CoroutineEnd::returned),
         "1 http.make_request is done: get_response goes on and returns."},
        {"cancelled", ends(AwaitEnd::cancelled, CoroutineEnd::cancelled),
         "get_response throws operation_aborted at 1 http.make_request."},
        {"dropped", ends(AwaitEnd::dropped, CoroutineEnd::dropped),
         "get_response is dropped at 1 http.make_request: it stops here for ever."},
        {"threw", ends(AwaitEnd::threw, CoroutineEnd::threw),
         "get_response throws at 1 http.make_request, and it ends get_response."},
        {"refused", ends(AwaitEnd::refused, CoroutineEnd::cancelled),
         "get_response throws operation_aborted at 1 http.make_request, before it starts."},
    });
}

TEST(SentenceKinds, TellThatAnAwaitIsStillPendingWhenNothingIsLeftToRun)
{
    for (const CancelModel model : models) {
        TraceScript script(model);
        const int work = script.begins("get_response");
        script.suspends(work, 1, "http.make_request", 6);
        script.at(10);
        EXPECT_EQ(sentencesAt(script.trace(), fromMicroseconds(10'000)).join(' ').toStdString(),
                  "Nothing is left to run, and get_response still waits at 1 http.make_request.")
            << toText(model);
    }
}

TEST(SentenceKinds, TellEveryEndOfACoroutine)
{
    const auto resumesAnd = [](CoroutineEnd end) {
        return [=](TraceScript& script, int work, int await) {
            script.awaitEnds(await, AwaitEnd::resumed);
            script.ends(work, end);
        };
    };
    expectAll({
        {"returned", resumesAnd(CoroutineEnd::returned),
         "1 http.make_request is done: get_response goes on and returns."},
        {"threw", resumesAnd(CoroutineEnd::threw),
         "1 http.make_request is done: get_response goes on and ends with an exception."},
        {"cancelled", resumesAnd(CoroutineEnd::cancelled),
         "1 http.make_request is done: get_response goes on and ends with operation_aborted."},
        {"dropped", resumesAnd(CoroutineEnd::dropped),
         "1 http.make_request is done: get_response goes on and is dropped."},
        {"running", [](TraceScript& script, int, int await) { script.awaitEnds(await, AwaitEnd::resumed); },
         "1 http.make_request is done: get_response goes on."},
    });
}

TEST(SentenceKinds, TellEveryOtherKindOfEvent)
{
    expectAll({
        {"coroutineBegan", [](TraceScript& script, int, int) { script.begins("refresh"); }, "refresh begins."},
        {"coroutineEnded", [](TraceScript& script, int work, int) { script.ends(work, CoroutineEnd::returned); },
         "get_response returns."},
        {"awaitSuspended", [](TraceScript& script, int work, int) { script.suspends(work, 2, "channel.send", 7); },
         "get_response waits at 2 channel.send."},
        {"effect", [](TraceScript& script, int, int) { script.does("cache.set", "user/42 → v2", 8); },
         "cache.set stores user/42 → v2."},
        {"value", [](TraceScript& script, int, int) { script.holds("cache", "user/42 → v1"); },
         "Cache holds user/42 → v1."},
        {"spanBegan", [](TraceScript& script, int, int) { script.spanBegins("downstream", "working"); },
         "Downstream is working."},
        {"spanEnded",
         [](TraceScript& script, int, int) {
             script.at(5);
             script.spanBegins("downstream", "working");
             script.at(10);
             script.spanEnds(0);
         },
         "Downstream is no longer working."},
        {"spanBegan, of something",
         [](TraceScript& script, int, int) { script.spanBegins("client", "reading", "A"); }, "Client is reading: A."},
        {"spanEnded, of something",
         [](TraceScript& script, int, int) {
             script.at(5);
             script.spanBegins("client", "reading", "A");
             script.at(10);
             script.spanEnds(0);
         },
         "Client is no longer reading: A."},
        {"logged", [](TraceScript& script, int, int) { script.prints("got v2"); }, "The console shows “got v2”."},
        {"timeoutFired, too late",
         [](TraceScript& script, int, int) {
             script.at(5);
             script.raceIsOver(Winner::work);
             script.at(10);
             script.timeoutFires();
         },
         "The timeout fires too late: get_response has won."},
        {"timeoutFired, nobody has won yet", [](TraceScript& script, int, int) { script.timeoutFires(); },
         "The timeout fires."},
        {"raceOver", [](TraceScript& script, int, int) { script.raceIsOver(Winner::work); }, "get_response wins."},
        {"raceOver, the loser held it",
         [](TraceScript& script, int, int) {
             script.at(5);
             script.timeoutFires();
             script.at(10);
             script.raceIsOver(Winner::timeout);
         },
         "The race is over, 5 ms after the timeout: it had to wait for the loser."},
    });
}

TEST(SentenceKinds, TellATimeoutThatWinsAsTheModelHasIt)
{
    const auto wins = [](TraceScript& script, int, int) { script.timeoutWins(); };
    EXPECT_EQ(told(CancelModel::asio, wins),
              "The timeout wins. get_response does not stop yet: it still waits at 1 http.make_request.");
    EXPECT_EQ(told(CancelModel::eager, wins), "The timeout wins. Nobody stops get_response: it goes on unseen.");
    EXPECT_EQ(told(CancelModel::drop,
                   [](TraceScript& script, int work, int await) {
                       script.timeoutWins();
                       script.awaitEnds(await, AwaitEnd::dropped);
                       script.ends(work, CoroutineEnd::dropped);
                   }),
              "The timeout wins. get_response is dropped at 1 http.make_request: it stops here for ever.");
    EXPECT_EQ(told(CancelModel::asio,
                   [](TraceScript& script, int work, int await) {
                       script.timeoutWins();
                       script.awaitEnds(await, AwaitEnd::cancelled);
                       script.ends(work, CoroutineEnd::cancelled);
                   }),
              "The timeout wins. get_response throws operation_aborted at 1 http.make_request.");
}

} // namespace awaitscope
