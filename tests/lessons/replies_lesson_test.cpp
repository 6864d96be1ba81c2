// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_test.hpp"

namespace awaitscope::test {
namespace {

class RepliesLessonTest : public LessonTest
{
protected:
    RepliesLessonTest() : LessonTest("someone-elses-reply") {}
};

TEST_F(RepliesLessonTest, AReplyIsSomeoneElsesIfOneGivesUpBetweenARequestAndItsReply)
{
    EXPECT_EQ(mapOf("model=asio", "buggy"),
              (Strings{"0 ms – 49.999 ms: own replies", "50 ms – 150 ms: someone else's", "from 150.001 ms: own replies"}));
    EXPECT_EQ(mapOf("model=drop", "buggy"),
              (Strings{"0 ms – 50 ms: own replies", "50.001 ms – 150 ms: someone else's", "from 150.001 ms: own replies"}));
    EXPECT_EQ(mapOf("model=asio&answer=300ms", "buggy").at(1), "50 ms – 350 ms: someone else's");
}

TEST_F(RepliesLessonTest, FromThenOnEverybodyGetsTheReplyToTheRequestBefore)
{
    EXPECT_EQ(clientOf("variants=buggy&timeout=100ms"), "bob gets ANN, cid gets BOB");
    EXPECT_EQ(whyOf("variants=buggy&timeout=100ms"), "bob was shown ANN.");
}

TEST_F(RepliesLessonTest, WhenTheConnectionHasJustBeenOpenedAsioStillSendsAndDropDoesNot)
{
    EXPECT_EQ(clientOf("variants=buggy&model=asio&await=1+"), "bob gets ANN, cid gets BOB");
    EXPECT_EQ(clientOf("variants=buggy&model=drop&await=1+"), "bob gets BOB, cid gets CID");
}

TEST_F(RepliesLessonTest, AReplyOnItsWayIsLeftToTheNextUnderDropAndThrownAwayUnderAsio)
{
    EXPECT_EQ(clientOf("variants=buggy&model=drop&await=2+"), "bob gets ANN, cid gets BOB");
    EXPECT_EQ(clientOf("variants=buggy&model=asio&await=2+"), "bob gets BOB, cid gets CID") << "ann's query has read it";
}

TEST_F(RepliesLessonTest, TheFixesShowEverybodyWhatIsTheirsWhateverTheTimesAre)
{
    for (const std::string model : {"asio", "drop"}) {
        for (const std::string times : {"answer=0ms", "connect=0ms", "answer=0ms&connect=0ms", "answer=500ms", "answer=1us&connect=1us"}) {
            for (const std::string variant : {"discard", "owner", "drain"})
                EXPECT_EQ(mapOf("model=" + model + '&' + times, variant), (Strings{"any: own replies"})) << model << ' ' << times;
        }
    }
}

TEST_F(RepliesLessonTest, WhoDiscardsAConnectionWaitsForAnother)
{
    const auto endOf = [this](const std::string& variant) {
        const ScenarioRun timedOut = run("timeout=100ms&variants=" + variant);
        return timedOut.variants.front().trace->ended.at;
    };
    using namespace std::chrono_literals;
    EXPECT_EQ(endOf("discard"), VirtualTime{350ms}) << "a new connection, bob, cid";
    EXPECT_EQ(endOf("drain"), VirtualTime{350ms}) << "what ann left, bob, cid";
    EXPECT_EQ(endOf("buggy"), VirtualTime{250ms}) << "sooner, and wrong";
}

TEST_F(RepliesLessonTest, UnderJavaScriptsRaceTheLoserReadsItsOwnReplyAndADrainWaitsForItForEver)
{
    for (const std::string variant : {"buggy", "discard", "owner"})
        EXPECT_EQ(mapOf("model=eager", variant), (Strings{"any: own replies"})) << variant;
    const ScenarioRun drained = run("variants=drain&model=eager&timeout=100ms");
    EXPECT_EQ(drained.variants.front().trace->ended.how, RunEnd::stuck);
    EXPECT_EQ(clientOf("variants=drain&model=eager&timeout=100ms"), "nobody gets anything");
}

TEST_F(RepliesLessonTest, TheMapIsWhatRunningEveryTimeoutGives)
{
    expectMapIsWhatRunningEveryTimeoutGives("answer=7us&connect=5us", 0, 60);
}

} // namespace
} // namespace awaitscope::test
