// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/words/sentences.hpp"
#include "support/scripted_alan.hpp"

#include <gtest/gtest.h>

namespace awaitscope {

namespace {

using test::scriptedLesson;
using test::scriptedRun;
using test::TraceScript;

constexpr VirtualTime ms(int milliseconds) { return fromMicroseconds(milliseconds * 1000); }

std::string told(CancelModel model, int timeout, int at)
{
    return sentenceAt(scriptedLesson(), scriptedRun(model, timeout), ms(at)).toStdString();
}

std::string told(const TraceScript& script, int at)
{
    return sentencesAt(script.trace(), ms(at)).join(' ').toStdString();
}

} // namespace

TEST(CallerTitle, SaysWhoseRunItIsWhereTheVersionsEndInOtherWays)
{
    ScenarioRun run = scriptedRun(CancelModel::asio, 250);
    EXPECT_EQ(callerTitleOf(scriptedLesson(), run, false), "Caller");
    ASSERT_EQ(run.variants.front().trace->winner, Winner::timeout);
    Trace other = *run.variants.back().trace;
    other.winner = Winner::work;
    run.variants.back().trace = std::make_shared<const Trace>(std::move(other));
    EXPECT_EQ(callerTitleOf(scriptedLesson(), run, false), "Caller, of Buggy");
    EXPECT_EQ(callerTitleOf(scriptedLesson(), run, true), "Caller") << "how they end is asked";
}

TEST(Sentences, SayUnderAsioWhereTheLoserThrows)
{
    EXPECT_EQ(told(CancelModel::asio, 250, 250),
              "The timeout wins. get_response throws operation_aborted at 2 channel.send.");
    EXPECT_EQ(told(CancelModel::asio, 100, 100),
              "The timeout wins. get_response throws operation_aborted at 1 http.make_request.");
}

TEST(Sentences, SayUnderDropThatTheLoserStopsForEver)
{
    EXPECT_EQ(told(CancelModel::drop, 250, 250),
              "The timeout wins. get_response is dropped at 2 channel.send: it stops here for ever.");
}

TEST(Sentences, SayUnderEagerThatNobodyStopsTheLoser)
{
    EXPECT_EQ(told(CancelModel::eager, 250, 250), "The timeout wins. Nobody stops get_response: it goes on unseen.");
    EXPECT_EQ(told(CancelModel::eager, 250, 300),
              "2 channel.send is done: get_response goes on. "
              "Buggy: cache.set stores user/42 → v2, 50 ms after the race was over. Both: get_response returns.");
}

TEST(Sentences, SayUnderEagerWhatTheLoserDoesAtThatVeryMoment)
{
    TraceScript script(CancelModel::eager);
    script.at(0);
    const int work = script.begins("get_response");
    const int first = script.suspends(work, 1, "http.make_request", 6);
    script.at(200);
    script.timeoutWins();
    script.awaitEnds(first, AwaitEnd::resumed);
    const int second = script.suspends(work, 2, "channel.send", 7);
    TraceScript goesOn = script;
    goesOn.at(300);
    EXPECT_EQ(told(goesOn, 200), "The timeout wins. Nobody stops get_response: 1 http.make_request is done, it goes on "
                                 "unseen and waits at 2 channel.send.");
    script.awaitEnds(second, AwaitEnd::resumed);
    script.ends(work, CoroutineEnd::returned);
    EXPECT_EQ(told(script, 200), "The timeout wins. Nobody stops get_response: 1 http.make_request and 2 channel.send "
                                 "are done, it goes on unseen and returns.");
}

TEST(Sentences, SayOnceWhatTheVariantsShare)
{
    EXPECT_EQ(told(CancelModel::asio, 250, 0), "get_response begins and waits at 1 http.make_request.");
    EXPECT_EQ(told(CancelModel::asio, 250, 200),
              "1 http.make_request is done: get_response goes on. Fixed: cache.set stores user/42 → v2. "
              "Both: get_response waits at 2 channel.send.");
}

TEST(Sentences, SayByNameWhenTheWorkWins)
{
    EXPECT_EQ(told(CancelModel::asio, 350, 300),
              "2 channel.send is done: get_response goes on. Buggy: cache.set stores user/42 → v2. "
              "Both: get_response returns. get_response wins.");
    EXPECT_EQ(told(CancelModel::asio, 0, 300),
              "2 channel.send is done: get_response goes on. Buggy: cache.set stores user/42 → v2. Both: get_response returns.");
}

TEST(Sentences, AreEmptyWhereNothingHappens) { EXPECT_EQ(told(CancelModel::asio, 250, 251), ""); }

TEST(Sentences, SayThatOnlyOneVariantDoesSomething)
{
    ScenarioRun run = scriptedRun(CancelModel::asio, 0);
    TraceScript other;
    other.at(17);
    const int work = other.begins("get_response");
    other.ends(work, CoroutineEnd::returned);
    run.variants[1].trace = other.share();
    EXPECT_EQ(sentenceAt(scriptedLesson(), run, ms(17)).toStdString(), "Fixed: get_response begins and returns.");
}

TEST(Sentences, TellACauseBeforeWhatItCausesInEveryVersionAlike)
{
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop, CancelModel::eager}) {
        for (const int timeout : {0, 250, 350}) {
            const ScenarioRun run = scriptedRun(model, timeout);
            for (const VirtualTime moment : momentsOf(run)) {
                std::vector<QString> all{sentenceAt(scriptedLesson(), run, moment)};
                for (const VariantRun& variant : run.variants)
                    all.push_back(sentencesAt(*variant.trace, moment).join(' '));
                for (const QString& told : all) {
                    const qsizetype done = told.indexOf("is done");
                    const qsizetype stores = told.indexOf("cache.set stores");
                    const qsizetype next = std::max(told.indexOf("get_response returns"), told.indexOf("get_response waits"));
                    const qsizetype wins = told.indexOf("get_response wins");
                    EXPECT_TRUE(stores < 0 || done < stores) << told.toStdString();
                    EXPECT_TRUE(stores < 0 || next < 0 || stores < next) << told.toStdString();
                    EXPECT_TRUE(wins < 0 || done < wins) << told.toStdString();
                }
            }
        }
    }
}

TEST(Sentences, ListEveryMomentOfARun)
{
    const std::vector<Step> steps = stepsOf(scriptedLesson(), scriptedRun(CancelModel::eager, 250));
    std::vector<VirtualTime> times;
    for (const Step& step : steps)
        times.push_back(step.at);
    EXPECT_EQ(times, (std::vector{ms(0), ms(200), ms(250), ms(300)}));
    EXPECT_EQ(stepAt(steps, ms(252)), &steps[2]);
    EXPECT_EQ(stepAt(steps, ms(250)), &steps[2]);
    EXPECT_EQ(stepAt(steps, ms(400)), &steps[3]);
    EXPECT_EQ(stepAt({}, ms(400)), nullptr);
}

TEST(Sentences, SayThatAThrownCancelWasCaught)
{
    TraceScript script;
    script.at(0);
    const int work = script.begins("get_response");
    const int await = script.suspends(work, 1, "http.make_request", 6);
    script.at(100);
    script.timeoutWins();
    script.awaitEnds(await, AwaitEnd::cancelled);
    script.suspends(work, 2, "channel.send", 7);
    EXPECT_EQ(told(script, 100), "The timeout wins. get_response throws operation_aborted at 1 http.make_request and "
                                 "catches it, then waits at 2 channel.send. Nothing is left to run, and get_response still waits at 2 "
                                 "channel.send.");
}

TEST(Sentences, SayThatASecondAwaitWasRefused)
{
    TraceScript script;
    script.at(0);
    const int work = script.begins("get_response");
    const int first = script.suspends(work, 1, "http.make_request", 6);
    script.at(200);
    script.timeoutWins();
    script.awaitEnds(first, AwaitEnd::resumed);
    const int second = script.suspends(work, 2, "channel.send", 7);
    script.awaitEnds(second, AwaitEnd::refused);
    script.ends(work, CoroutineEnd::cancelled);
    EXPECT_EQ(told(script, 200), "The timeout wins. 1 http.make_request was done already: get_response throws "
                                 "operation_aborted at 2 channel.send, before it starts.");
}

TEST(Sentences, SayThatACompletionWasQueuedBeforeTheTimeout)
{
    TraceScript script;
    script.at(0);
    const int work = script.begins("get_response");
    const int await = script.suspends(work, 2, "channel.send", 6);
    script.at(300);
    script.timeoutWins();
    script.awaitEnds(await, AwaitEnd::resumed);
    script.does("cache.set", "user/42 → v2", 7);
    script.ends(work, CoroutineEnd::returned);
    EXPECT_EQ(told(script, 300), "The timeout wins. 2 channel.send was done already: get_response goes on and returns. "
                                 "cache.set stores user/42 → v2.");
}

TEST(Sentences, SayThatTheTimeoutFiredWhenAResultWasOnItsWay)
{
    const auto tellOf = [](CancelModel model, AwaitEnd how) {
        TraceScript script{model};
        script.at(0);
        const int work = script.begins("get_response");
        const int await = script.suspends(work, 2, "channel.send", 6);
        script.at(300);
        script.timeoutWins();
        script.firedAfterCompletionOf(await);
        script.awaitEnds(await, how);
        script.ends(work, how == AwaitEnd::dropped ? CoroutineEnd::dropped : CoroutineEnd::returned);
        return told(script, 300);
    };
    EXPECT_EQ(
        tellOf(CancelModel::asio, AwaitEnd::resumed),
        "The timeout wins. 2 channel.send had completed, its result was on its way: get_response goes on and returns.");
    EXPECT_EQ(
        tellOf(CancelModel::drop, AwaitEnd::dropped),
        "The timeout wins. 2 channel.send had completed, but its result never arrives. get_response is dropped at 2 "
        "channel.send: it stops here for ever.");
}

TEST(Sentences, SayThatAShieldedLoserHoldsTheRace)
{
    TraceScript script;
    script.setTimeout(100);
    script.at(0);
    const int work = script.begins("get_response");
    const int await = script.suspends(work, 1, "http.make_request", 6);
    script.at(100);
    script.timeoutWins();
    script.at(200);
    script.awaitEnds(await, AwaitEnd::resumed);
    script.ends(work, CoroutineEnd::returned);
    script.raceIsOver(Winner::timeout);
    EXPECT_EQ(told(script, 100),
              "The timeout wins. get_response does not stop yet: it still waits at 1 http.make_request.");
    EXPECT_EQ(told(script, 200), "1 http.make_request is done: get_response goes on and returns. "
                                 "The race is over, 100 ms after the timeout: it had to wait for the loser.");
}

TEST(Sentences, SayWhatAnExceptionDoes)
{
    TraceScript script;
    script.at(0);
    const int work = script.begins("get_response");
    const int first = script.suspends(work, 1, "http.make_request", 6);
    script.at(50);
    script.awaitEnds(first, AwaitEnd::threw);
    const int second = script.suspends(work, 2, "channel.send", 7);
    script.at(60);
    script.awaitEnds(second, AwaitEnd::threw);
    script.ends(work, CoroutineEnd::threw);
    EXPECT_EQ(told(script, 50),
              "get_response throws at 1 http.make_request: get_response catches it, then waits at 2 channel.send.");
    EXPECT_EQ(told(script, 60), "get_response throws at 2 channel.send, and it ends get_response.");
}

TEST(Sentences, SayThatAnAwaitIsNeverDone)
{
    TraceScript script;
    script.at(0);
    const int work = script.begins("get_response");
    script.suspends(work, 1, "http.make_request", 6);
    script.at(80);
    EXPECT_EQ(told(script, 80), "Nothing is left to run, and get_response still waits at 1 http.make_request.");
    ScenarioRun run;
    run.variants = {{"buggy", script.share(), script.share()}};
    EXPECT_EQ(momentsOf(run), (std::vector{ms(0), ms(80)}));
}

TEST(Sentences, NameTheInnermostCoroutineAndWhomItTakesAlong)
{
    for (const CancelModel model : {CancelModel::asio, CancelModel::drop}) {
        const bool drop = model == CancelModel::drop;
        TraceScript script(model);
        script.at(0);
        const int outer = script.begins("get_response");
        const int call = script.suspends(outer, 0, "fetch", 6);
        const int inner = script.begins("fetch", outer);
        const int leaf = script.suspends(inner, 1, "http.make_request", 16);
        script.at(100);
        script.timeoutWins();
        const AwaitEnd how = drop ? AwaitEnd::dropped : AwaitEnd::cancelled;
        const CoroutineEnd end = drop ? CoroutineEnd::dropped : CoroutineEnd::cancelled;
        script.awaitEnds(leaf, how);
        script.ends(inner, end);
        script.awaitEnds(call, how);
        script.ends(outer, end);
        EXPECT_EQ(told(script, 0),
                  "fetch begins and waits at 1 http.make_request. get_response begins and waits at fetch.");
        EXPECT_EQ(
            told(script, 100),
            drop
                ? "The timeout wins. fetch is dropped at 1 http.make_request, and get_response with it: they stop here "
                  "for ever."
                : "The timeout wins. fetch throws operation_aborted at 1 http.make_request, and so does get_response.");
    }
}

TEST(Sentences, TellTheWorldAndTheCallerOnlyWhenTheLessonIsQuiet)
{
    TraceScript script;
    script.at(0);
    script.holds("cache", "user/42 → v1, expired");
    script.at(10);
    script.spanBegins("downstream", "not ready");
    script.at(20);
    script.spanEnds(0);
    script.at(30);
    script.prints("miss user/42");
    EXPECT_EQ(told(script, 0), "Cache holds user/42 → v1, expired.");
    EXPECT_EQ(told(script, 10), "Downstream is not ready.");
    EXPECT_EQ(told(script, 20), "Downstream is now ready.");
    EXPECT_EQ(told(script, 30), "The console shows “miss user/42”.");
}

TEST(Sentences, HaveAWordForTheEffect)
{
    EXPECT_EQ(deedOf({"cache.set", "a → b", {}, "", 1, {}}).toStdString(), "stores a → b");
    EXPECT_EQ(deedOf({"pool.release", "c7", {}, "", 1, {}}).toStdString(), "runs: c7");
    EXPECT_EQ(deedOf({"pool.release", "", {}, "", 1, {}}).toStdString(), "runs");
}

TEST(Sentences, TellWhatCameOfAnEffectBehindIt)
{
    TraceScript script(CancelModel::asio);
    script.at(0);
    const int caller = script.begins("run");
    const int call = script.suspends(caller, 0, "update || timeout", 5);
    const int work = script.begins("update", caller);
    const int first = script.suspends(work, 1, "sleep_for", 9);
    script.at(300);
    script.awaitEnds(first, AwaitEnd::resumed);
    script.does("stored", "v2", 10, work);
    script.ends(work, CoroutineEnd::returned);
    script.awaitEnds(call, AwaitEnd::resumed);
    script.ends(caller, CoroutineEnd::returned);
    EXPECT_EQ(told(script, 300), "1 sleep_for is done: update goes on. stored runs: v2. update returns. run goes on and returns.");
}

TEST(Sentences, TellTheLoserBehindWhatItLostTo)
{
    TraceScript script(CancelModel::asio);
    script.at(0);
    const int caller = script.begins("run");
    const int call = script.suspends(caller, 0, "worker || asker", 5);
    const int worker = script.begins("worker", caller);
    const int asker = script.begins("asker", caller);
    const int job = script.suspends(worker, 1, "sleep_for", 9);
    const int wait = script.suspends(asker, 2, "timeout", 12);
    script.at(400);
    script.awaitEnds(job, AwaitEnd::resumed);
    script.ends(worker, CoroutineEnd::returned);
    script.awaitEnds(wait, AwaitEnd::cancelled);
    script.ends(asker, CoroutineEnd::cancelled);
    script.awaitEnds(call, AwaitEnd::resumed);
    script.ends(caller, CoroutineEnd::returned);
    const std::string told400 = told(script, 400);
    EXPECT_LT(told400.find("worker goes on and returns"), told400.find("asker throws operation_aborted at 2 timeout")) << told400;
}

TEST(Sentences, NameFewOfMany)
{
    EXPECT_EQ(withFewOperands("work1 && work2 && work3"), "work1 && work2 && work3");
    EXPECT_EQ(withFewOperands("work1 && work2 && work3 && work4"), "work1 && … && work4");
    EXPECT_EQ(withFewOperands("channel.send"), "channel.send");
}

} // namespace awaitscope
