// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_test.hpp"

namespace awaitscope::test {
namespace {

class CollectorLessonTest : public LessonTest
{
protected:
    CollectorLessonTest() : LessonTest("both-finished") {}
};

TEST_F(CollectorLessonTest, UnderAsioAReadingIsLostInOneInstantAlone)
{
    EXPECT_EQ(mapOf("model=asio", "buggy"),
              (Strings{"0 ms – 99.999 ms: all there", "100 ms: lost", "100.001 ms – 199.999 ms: all there", "200 ms: lost",
                       "200.001 ms – 299.999 ms: all there", "300 ms: lost", "from 300.001 ms: all there"}));
    EXPECT_EQ(mapOf("model=asio&every=70ms", "buggy").at(3), "140 ms: lost");
}

TEST_F(CollectorLessonTest, UnderDropTheQueueTakesBackWhatNobodyGot)
{
    EXPECT_EQ(mapOf("model=drop", "buggy"), (Strings{"any: all there"}));
    EXPECT_EQ(clientOf("variants=buggy&model=drop&await=2+"), "gets A, B, C");
}

TEST_F(CollectorLessonTest, UnderJavaScriptsRaceTheLoserTakesTheNextOneForNobody)
{
    EXPECT_EQ(mapOf("model=eager", "buggy"), (Strings{"0 ms – 300 ms: lost", "from 300.001 ms: all there"}));
    EXPECT_EQ(clientOf("variants=buggy&model=eager&timeout=120ms"), "gets A, C");
}

TEST_F(CollectorLessonTest, BothWaysOutAreRightWhateverARaceMeans)
{
    for (const std::string model : {"asio", "drop", "eager"}) {
        for (const std::string times : {"every=100ms", "every=1ms", "every=500ms"}) {
            for (const std::string variant : {"group", "stop"})
                EXPECT_EQ(mapOf("model=" + model + '&' + times, variant), (Strings{"any: all there"})) << model << ' ' << times;
        }
    }
}

TEST_F(CollectorLessonTest, AReportOfTheInstantHasWhatCameInIt)
{
    const auto reportOf = [this](const std::string& variant) {
        const ScenarioRun reported = run("timeout=200ms&variants=" + variant);
        return reported.variants.front().trace->effects.at(0).detail;
    };
    EXPECT_EQ(reportOf("buggy"), "A");
    EXPECT_EQ(reportOf("group"), "A, B");
    EXPECT_EQ(reportOf("stop"), "A, B");
}

TEST_F(CollectorLessonTest, StoppingTheOperationAloneLosesNothingInTheBuggyVersionEither)
{
    EXPECT_EQ(clientOf("variants=buggy&model=asio&await=2+&cancel_on=operation"), "gets A, B, C");
    EXPECT_EQ(clientOf("variants=buggy&model=asio&await=2+"), "gets A, C");
}

TEST_F(CollectorLessonTest, TheMapIsWhatRunningEveryTimeoutGives)
{
    expectMapIsWhatRunningEveryTimeoutGives("every=1ms", 900, 1'100);
}

} // namespace
} // namespace awaitscope::test
