// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_test.hpp"

namespace awaitscope::test {
namespace {

class MessageTest : public LessonTest
{
protected:
    MessageTest() : LessonTest("the-message-that-moved") {}
};

TEST_F(MessageTest, UnderAsioOneIsLostAsLongAsOneIsInAPush)
{
    EXPECT_EQ(mapOf("model=asio", "buggy"), (Strings{"0 ms – 99.999 ms: all there", "100 ms – 300 ms: lost", "from 300.001 ms: all there"}));
}

TEST_F(MessageTest, UnderDropOneIsLostAsLongAsAPushWaits)
{
    EXPECT_EQ(mapOf("model=drop", "buggy"), (Strings{"0 ms – 100 ms: all there", "100.001 ms – 300 ms: lost", "from 300.001 ms: all there"}));
}

TEST_F(MessageTest, UnderJavaScriptsRaceNoneIsLostAndWhatIsSavedIsSentToo)
{
    EXPECT_EQ(mapOf("model=eager", "buggy"), (Strings{"0 ms – 200 ms: twice", "from 200.001 ms: all there"}));
    EXPECT_EQ(mapOf("model=eager", "reserve"), (Strings{"0 ms – 300 ms: twice", "from 300.001 ms: all there"}));
    EXPECT_EQ(mapOf("model=eager", "retry"), (Strings{"0 ms – 340 ms: twice", "from 340.001 ms: all there"}));
}

TEST_F(MessageTest, TheFixesKeepEveryMessageWhateverTheTimesAre)
{
    for (const std::string model : {"asio", "drop"}) {
        for (const std::string times : {"client=0ms", "client=1us&connect=0ms", "client=60ms", "client=500ms", "connect=0ms", "connect=500ms"}) {
            for (const std::string variant : {"reserve", "retry"})
                EXPECT_EQ(mapOf("model=" + model + '&' + times, variant), (Strings{"any: all there"})) << model << ' ' << times;
        }
    }
}

TEST_F(MessageTest, AClientThatTakesNoTimeLosesNothingUnderDrop)
{
    EXPECT_EQ(mapOf("model=drop&client=0ms", "buggy"), (Strings{"any: all there"}));
}

/// The opposite of Alan's: there the window after a completion is lost under drop alone.
TEST_F(MessageTest, AfterACompletionItIsTheNextMessageThatIsLostUnderAsioAndNoneUnderDrop)
{
    EXPECT_EQ(whyOf("model=asio&await=4"), "Neither delivered nor kept: C");
    EXPECT_EQ(whyOf("model=asio&await=4+"), "Neither delivered nor kept: D");
    EXPECT_EQ(whyOf("model=drop&await=4"), "Neither delivered nor kept: C");
    EXPECT_EQ(whyOf("model=drop&await=4+"), "Kept: D");
    EXPECT_EQ(whyOf("model=eager&await=4"), "Kept and delivered too: D");
}

TEST_F(MessageTest, WhoAsksAgainComesInAnotherOrder)
{
    EXPECT_EQ(clientOf("variants=buggy"), "gets A, B, C, D");
    EXPECT_EQ(clientOf("variants=reserve"), "gets A, B, C, D");
    EXPECT_EQ(clientOf("variants=retry"), "gets A, B, D, C");
}

TEST_F(MessageTest, TheMapIsWhatRunningEveryTimeoutGives)
{
    expectMapIsWhatRunningEveryTimeoutGives("client=7us&connect=5us", 0, 200);
}

} // namespace
} // namespace awaitscope::test
