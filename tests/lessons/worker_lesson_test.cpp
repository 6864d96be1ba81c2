// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_test.hpp"

namespace awaitscope::test {
namespace {

class WorkerLessonTest : public LessonTest
{
protected:
    WorkerLessonTest() : LessonTest("dequeued-then-dropped") {}
};

TEST_F(WorkerLessonTest, AnOrderIsLostAsLongAsItIsBeingStored)
{
    EXPECT_EQ(mapOf("model=asio", "buggy"),
              (Strings{"0 ms – 49.999 ms: stored", "50 ms – 149.999 ms: lost", "150 ms – 200 ms: stored", "200.001 ms – 299.999 ms: lost",
                       "300 ms – 350 ms: stored", "350.001 ms – 449.999 ms: lost", "from 450 ms: stored"}));
    EXPECT_EQ(mapOf("model=drop", "buggy").at(1), "50.001 ms – 149.999 ms: lost") << "what is just taken goes back";
}

TEST_F(WorkerLessonTest, AnOrderThatWasJustTakenIsLostUnderAsioAndGoesBackUnderDrop)
{
    EXPECT_EQ(whyOf("variants=buggy&model=asio&await=3+"), "Neither in the inbox nor stored: B");
    EXPECT_EQ(whyOf("variants=buggy&model=drop&await=3+"), "All stored");
    EXPECT_EQ(whyOf("variants=buggy&model=drop&await=4"), "Neither in the inbox nor stored: B");
    EXPECT_EQ(whyOf("variants=buggy&model=asio&await=4+"), "All stored") << "the cancel comes too late";
}

TEST_F(WorkerLessonTest, TheFixesLoseNothingWhateverTheTimesAre)
{
    for (const std::string model : {"asio", "drop"}) {
        for (const std::string times : {"store=0ms", "next=0ms", "store=1us&next=0ms", "store=500ms", "next=500ms"}) {
            for (const std::string variant : {"receive", "task", "keep"}) {
                for (const std::string& line : mapOf("model=" + model + '&' + times, variant))
                    EXPECT_EQ(line.find("lost"), std::string::npos) << model << ' ' << times << ' ' << line;
            }
        }
    }
}

TEST_F(WorkerLessonTest, WhoKeepsAnOrderUntilItIsStoredStoresItTwiceIfNobodyHeardOfIt)
{
    EXPECT_EQ(whyOf("variants=keep&model=drop&await=4+"), "Stored twice: B");
    EXPECT_EQ(whyOf("variants=keep&model=asio&await=4+"), "All stored");
}

TEST_F(WorkerLessonTest, UnderJavaScriptsRaceOnlyATaskOfItsOwnIsRight)
{
    EXPECT_EQ(mapOf("model=eager", "buggy"), (Strings{"any: stored"}));
    EXPECT_EQ(mapOf("model=eager", "task"), (Strings{"any: stored"}));
    EXPECT_EQ(mapOf("model=eager", "receive").front(), "0 ms – 350 ms: lost");
    EXPECT_EQ(mapOf("model=eager", "keep").at(1), "50.001 ms – 150 ms: stored twice");
}

TEST_F(WorkerLessonTest, TheRaceThatCountsIsTheOneInWhichTheTimeoutFired)
{
    const ScenarioRun late = run("variants=receive&timeout=250ms");
    const Trace& trace = *late.variants.front().trace;
    EXPECT_EQ(trace.firedAt, VirtualTime{std::chrono::milliseconds{300}}) << "nobody looked at the clock before";
    EXPECT_EQ(trace.winner, Winner::timeout);
    EXPECT_EQ(trace.raceOverAt, trace.firedAt);
    EXPECT_EQ(std::ranges::count(trace.events, TraceEvent::Kind::raceOver, &TraceEvent::kind), 1);
    const ScenarioRun never = run("variants=receive&timeout=2s");
    EXPECT_EQ(never.variants.front().trace->winner, Winner::work);
}

TEST_F(WorkerLessonTest, TheMapIsWhatRunningEveryTimeoutGives)
{
    expectMapIsWhatRunningEveryTimeoutGives("store=7us&next=11us", 50'000, 50'050);
}

} // namespace
} // namespace awaitscope::test
