// SPDX-License-Identifier: GPL-3.0-or-later

// How a run ended that did not finish, as header and sentence say it.

#include "present/words/run_end_words.hpp"

#include "present/scope/scope_model.hpp"
#include "present/scope/verdict_text.hpp"
#include "present/words/sentences.hpp"
#include "support/trace_script.hpp"

#include <gtest/gtest.h>

namespace awaitscope {
namespace {

/// work waits at await 1, line 7, from 0 to 10 ms.
class RunEndWords : public testing::Test
{
protected:
    RunEndWords()
    {
        m_script.at(0);
        m_work = m_script.begins("work");
        m_await = m_script.suspends(m_work, 1, "queue.pop", 7);
        m_script.at(10);
        m_script.judged(Verdict::notApplicable);
    }

    Trace endedAs(RunEnd how, std::optional<TraceError> error = {})
    {
        if (how == RunEnd::threw) {
            m_script.awaitEnds(m_await, AwaitEnd::threw);
            m_script.ends(m_work, CoroutineEnd::threw);
        }
        Trace trace = m_script.trace();
        trace.ended = {how, trace.end, "why", error, "buggy.cpp", 7};
        if (error) {
            trace.awaits[0].error = trace.coroutines[0].error = error;
            trace.awaits[0].seen = trace.coroutines[0].seen = Seen::passedOn;
        }
        return trace;
    }

    test::TraceScript m_script;
    int m_work = 0;
    int m_await = 0;
};

const TraceError noLuck{"std::runtime_error", "no such luck"};

TEST_F(RunEndWords, SayNothingOfARunThatFinished)
{
    EXPECT_TRUE(endWordsOf(endedAs(RunEnd::finished)).isEmpty());
    EXPECT_TRUE(endSentenceOf(endedAs(RunEnd::finished)).isEmpty());
}

TEST_F(RunEndWords, NameWhatAStuckRunWaitsFor)
{
    EXPECT_EQ(verdictTextOf(endedAs(RunEnd::stuck), true).main, "stuck: work waits at 1 queue.pop");
}

TEST_F(RunEndWords, LeaveTheHeaderToWhatWasLostInAStuckRun)
{
    m_script.judged(Verdict::violated);
    m_script.loses("cache.set", "user/42 → v2", 9, 20);
    EXPECT_EQ(verdictTextOf(endedAs(RunEnd::stuck), true).main, "cache.set never ran");
}

TEST_F(RunEndWords, NameWhereARunSpins)
{
    const Trace trace = endedAs(RunEnd::spins);
    EXPECT_EQ(verdictTextOf(trace, true).main, "spins at 1 queue.pop, and no time passes");
    EXPECT_EQ(sentencesAt(trace, trace.end).front(),
              "From here on no time passes: work comes by 1 queue.pop again and again. Shown is how it begins.");
}

TEST_F(RunEndWords, NameWhatLeftTheCaller)
{
    const Trace trace = endedAs(RunEnd::threw, noLuck);
    EXPECT_EQ(verdictTextOf(trace, true).main, "ended by std::runtime_error “no such luck”");
    EXPECT_EQ(verdictTextOf(trace, true).shortMain, "ended by runtime_error");
    EXPECT_EQ(sentencesAt(trace, trace.end).back(), "std::runtime_error “no such luck” leaves the caller, and with it the run ends.")
        << "behind what led to it";
}

TEST_F(RunEndWords, TellACancelledRunAsWhatItIs)
{
    Trace trace = endedAs(RunEnd::threw, TraceError{"boost::system::system_error", "operation_aborted"});
    trace.coroutines[0].how = CoroutineEnd::cancelled;
    EXPECT_TRUE(endWordsOf(trace).isEmpty());
}

TEST_F(RunEndWords, TellOfAnExceptionThatNobodySees)
{
    m_script.at(5);
    const int child = m_script.begins("child");
    m_script.ends(child, CoroutineEnd::threw);
    m_script.at(10);
    Trace trace = m_script.trace();
    trace.coroutines[1].error = noLuck;
    trace.coroutines[1].seen = Seen::nobody;
    EXPECT_EQ(sentencesAt(trace, fromMicroseconds(5'000)).front(),
              "child ends with std::runtime_error “no such luck”: no coroutine sees it.");

    // It never waited: without a lane it would be seen nowhere.
    const auto shared = std::make_shared<const Trace>(trace);
    const ScopeModel scope = scopeOf({"buggy", shared, shared}, trace.end, VirtualDuration{20'000});
    const auto lane = std::ranges::find(scope.lanes, QStringLiteral("child"), &ScopeLane::name);
    ASSERT_NE(lane, scope.lanes.end());
    ASSERT_EQ(lane->notes.size(), 1U);
    EXPECT_EQ(lane->notes[0].text, "threw std::runtime_error “no such luck”, unseen");
}

TEST_F(RunEndWords, NameTheFaultThatEndsARun)
{
    m_script.awaitEnds(m_await, AwaitEnd::resumed);
    m_script.crashes(9, "It divides by zero, or the result is too large (SIGFPE).");
    Trace trace = m_script.trace();
    trace.checks.clear();
    const VerdictText text = verdictTextOf(trace, true);
    EXPECT_EQ(text.main, "ended by a fault in line 9");
    EXPECT_EQ(text.shortMain, "ended by a fault");
    EXPECT_TRUE(text.isFault);
    EXPECT_EQ(text.verdict, Verdict::notApplicable) << "nobody has judged it";
    EXPECT_EQ(text.why, "ended by a fault in line 9: It divides by zero, or the result is too large (SIGFPE).");
    EXPECT_EQ(sentencesAt(trace, trace.end), (QStringList{"1 queue.pop is done: work goes on.",
                                                          "In line 9 a fault ends the run: It divides by zero, or the result is too large (SIGFPE)."}));
    EXPECT_FALSE(verdictTextOf(trace, false).isFault) << "before it has come to that";
    VerdictText before = text;
    outdate(before);
    EXPECT_FALSE(before.isFault) << "the code is another one by now";
}

TEST_F(RunEndWords, SayNothingOfForEverWhereAFaultEndsTheRun)
{
    m_script.crashes(0, "It ended the whole program at once, with status 4 (_exit, quick_exit). End a coroutine with co_return.");
    const Trace trace = m_script.trace();
    const QStringList told = sentencesAt(trace, trace.end);
    ASSERT_EQ(told.size(), 1) << told.join('|').toStdString() << ", though work still waits";
    EXPECT_TRUE(told.front().startsWith("A fault ends the run: It ended the whole program at once")) << told.front().toStdString();
    const ScenarioRun run{{}, {}, {{"buggy", m_script.share(), m_script.share()}}, VirtualDuration{20'000}};
    EXPECT_EQ(momentsOf(run).back(), trace.end);
    EXPECT_TRUE(stepsOf({}, run).back().isOfProgram);
}

} // namespace
} // namespace awaitscope
