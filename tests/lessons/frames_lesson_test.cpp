// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_test.hpp"

namespace awaitscope::test {
namespace {

class FramesLessonTest : public LessonTest
{
protected:
    FramesLessonTest() : LessonTest("half-a-frame") {}

    bool prints(const std::string& keys, const std::string& line) const
    {
        const ScenarioRun shown = run(keys);
        return std::ranges::count(shown.variants.front().trace->log, line, &TraceLogLine::text) == 1;
    }
};

TEST_F(FramesLessonTest, AFrameIsTornByEveryTimeoutWithinIt)
{
    for (const std::string model : {"asio", "drop"}) {
        EXPECT_EQ(mapOf("model=" + model, "buggy"),
                  (Strings{"0 ms – 50 ms: whole", "50.001 ms – 110 ms: torn", "110.001 ms – 200 ms: whole", "200.001 ms – 260 ms: torn",
                           "260.001 ms – 350 ms: whole", "350.001 ms – 410 ms: torn", "from 410.001 ms: whole"}))
            << model;
    }
}

TEST_F(FramesLessonTest, ANetworkThatBringsAFrameAtOnceTearsNone)
{
    EXPECT_EQ(mapOf("model=asio&rest=0ms", "buggy"), (Strings{"any: whole"}));
}

TEST_F(FramesLessonTest, AfterATornFrameALetterIsTakenForAHead)
{
    EXPECT_TRUE(prints("variants=buggy&timeout=230ms", "a frame of 63")) << "the o of moon";
    EXPECT_EQ(clientOf("variants=buggy&timeout=230ms"), "gets sun");
    const ScenarioRun torn = run("variants=buggy&timeout=230ms");
    EXPECT_EQ(torn.variants.front().trace->ended.how, RunEnd::stuck);
}

TEST_F(FramesLessonTest, AHeadThatWasJustReadIsLostUnderAsioAndGoesBackUnderDrop)
{
    EXPECT_EQ(clientOf("variants=buggy&model=asio&await=3+"), "gets sun");
    EXPECT_EQ(clientOf("variants=buggy&model=drop&await=3+"), "gets sun, moon, stars");
    EXPECT_EQ(clientOf("variants=buggy&model=drop&await=4+"), "gets sun") << "the end of the body goes back, its beginning does not";
    EXPECT_EQ(clientOf("variants=buggy&model=asio&await=4+"), "gets sun, moon, stars");
}

TEST_F(FramesLessonTest, TheFixesReadEveryFrameWhateverTheTimesAre)
{
    for (const std::string model : {"asio", "drop"}) {
        for (const std::string times : {"rest=0ms", "next=0ms", "rest=0ms&next=0ms", "rest=500ms", "next=500ms", "rest=1us&next=1us"}) {
            for (const std::string variant : {"parser", "reader", "close"})
                EXPECT_EQ(mapOf("model=" + model + '&' + times, variant), (Strings{"any: whole"})) << model << ' ' << times << ' ' << variant;
        }
    }
}

TEST_F(FramesLessonTest, UnderJavaScriptsRaceTwoReadersTearWhatOneWouldNot)
{
    EXPECT_EQ(mapOf("model=eager", "buggy").front(), "0 ms – 350 ms: torn");
    EXPECT_EQ(mapOf("model=eager", "parser"), (Strings{"any: whole"}));
    EXPECT_EQ(mapOf("model=eager", "reader"), (Strings{"any: whole"}));
    EXPECT_EQ(mapOf("model=eager", "close").front(), "0 ms – 350 ms: torn");
}

TEST_F(FramesLessonTest, WhoCannotTellWhereTheStreamStandsHangsUpForNothingToo)
{
    EXPECT_TRUE(prints("variants=close&timeout=150ms", "hang up"));
    EXPECT_EQ(clientOf("variants=close&timeout=150ms"), "gets sun, moon, stars");
}

TEST_F(FramesLessonTest, TheMapIsWhatRunningEveryTimeoutGives)
{
    expectMapIsWhatRunningEveryTimeoutGives("rest=7us&next=5us", 49'990, 50'050);
}

} // namespace
} // namespace awaitscope::test
