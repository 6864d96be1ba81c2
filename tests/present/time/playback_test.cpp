// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/time/playback.hpp"
#include "support/waiting.hpp"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>
#include <memory>

namespace awaitscope {

using namespace std::chrono_literals;

class PlaybackTest : public testing::Test
{
protected:
    void SetUp() override
    {
        m_nowNs = 1'000;
        m_playback = std::make_unique<Playback>([this] { return m_nowNs; });
        m_playback->setRun(400ms, {at(0ms), at(200ms), at(250ms)}, {at(0ms), at(200ms)});
    }

    static VirtualTime at(VirtualDuration sinceStart) { return VirtualTime{sinceStart}; }

    std::vector<VirtualTime> positionsOf(void (Playback::*step)(), int times)
    {
        std::vector<VirtualTime> positions;
        for (int i = 0; i < times; ++i) {
            (m_playback.get()->*step)();
            positions.push_back(m_playback->position());
        }
        return positions;
    }

    qint64 m_nowNs = 0;
    std::unique_ptr<Playback> m_playback;
};

TEST_F(PlaybackTest, StepsForwardThroughTheMomentsAndThenToTheEnd)
{
    EXPECT_EQ(positionsOf(&Playback::toNextStep, 4), (std::vector{at(200ms), at(250ms), at(400ms), at(400ms)}));
}

TEST_F(PlaybackTest, StepsBackThroughTheSameMoments)
{
    m_playback->toEnd();
    EXPECT_EQ(positionsOf(&Playback::toPreviousStep, 4), (std::vector{at(250ms), at(200ms), at(0ms), at(0ms)}));
}

TEST_F(PlaybackTest, StepsFromBetweenTwoMoments)
{
    m_playback->setPosition(at(210ms));
    m_playback->toNextStep();
    EXPECT_EQ(m_playback->position(), at(250ms));
    m_playback->setPosition(at(210ms));
    m_playback->toPreviousStep();
    EXPECT_EQ(m_playback->position(), at(200ms));
}

TEST_F(PlaybackTest, StepsByAwait)
{
    EXPECT_EQ(positionsOf(&Playback::toNextAwait, 2), (std::vector{at(200ms), at(400ms)}));
    EXPECT_EQ(positionsOf(&Playback::toPreviousAwait, 2), (std::vector{at(200ms), at(0ms)}));
}

TEST_F(PlaybackTest, ClampsToTheAxis)
{
    m_playback->setPosition(at(500ms));
    EXPECT_EQ(m_playback->position(), at(400ms));
    EXPECT_TRUE(m_playback->isAtEnd());
    m_playback->setPosition(at(-1ms));
    EXPECT_EQ(m_playback->position(), at(0ms));
}

TEST_F(PlaybackTest, TellsOnlyOfRealMoves)
{
    QSignalSpy moves(m_playback.get(), &Playback::positionChanged);
    m_playback->setPosition(at(100ms));
    m_playback->setPosition(at(100ms));
    EXPECT_EQ(moves.size(), 1);
    EXPECT_EQ(moves.front().front().value<VirtualTime>(), at(100ms));
}

TEST_F(PlaybackTest, AtOneTheWholeAxisTakesEightSeconds)
{
    m_playback->play();
    EXPECT_TRUE(m_playback->isPlaying());
    m_nowNs += 4'000'000'000;
    EXPECT_TRUE(test::waitFor([&] { return m_playback->position() == at(200ms); }));
    m_playback->setSpeed(2);
    m_nowNs += 1'000'000'000;
    EXPECT_TRUE(test::waitFor([&] { return m_playback->position() == at(300ms); }));
}

TEST_F(PlaybackTest, SlowPlayLosesNoMicrosecond)
{
    m_playback->setSpeed(0.1);
    m_playback->play();
    // Each tick of 0.1 ms is half a microsecond of virtual time at a tenth of the speed.
    for (int i = 0; i < 10; ++i) {
        m_nowNs += 100'000;
        QTest::qWait(20);
    }
    EXPECT_TRUE(test::waitFor([&] { return m_playback->position() == fromMicroseconds(5); }));
}

TEST_F(PlaybackTest, StopsAtTheEndAndStartsOverFromThere)
{
    m_playback->play();
    m_nowNs += 9'000'000'000;
    EXPECT_TRUE(test::waitFor([&] { return !m_playback->isPlaying(); }));
    EXPECT_EQ(m_playback->position(), at(400ms));
    m_playback->togglePlaying();
    EXPECT_EQ(m_playback->position(), at(0ms));
    EXPECT_TRUE(m_playback->isPlaying());
}

TEST_F(PlaybackTest, Loops)
{
    m_playback->setLooping(true);
    m_playback->setPosition(at(100ms));
    m_playback->play();
    m_nowNs += 9'000'000'000;
    EXPECT_TRUE(test::waitFor([&] { return m_playback->position() == at(0ms); }));
    m_nowNs += 4'000'000'000;
    EXPECT_TRUE(test::waitFor([&] { return m_playback->position() == at(200ms); }));
    EXPECT_TRUE(m_playback->isPlaying());
}

TEST_F(PlaybackTest, WithLessMotionItGoesFromMomentToMomentInTheSameTime)
{
    m_playback->setStepwise(true);
    QSignalSpy moves(m_playback.get(), &Playback::positionChanged);
    m_playback->play();
    m_nowNs += 3'900'000'000; // of the 4 s to 200 ms
    QTest::qWait(50);
    EXPECT_EQ(m_playback->position(), at(0ms));
    m_nowNs += 200'000'000;
    EXPECT_TRUE(test::waitFor([&] { return m_playback->position() == at(200ms); }));
    m_nowNs += 800'000'000; // 4.9 s: 245 ms
    QTest::qWait(50);
    EXPECT_EQ(m_playback->position(), at(200ms));
    m_nowNs += 150'000'000;
    EXPECT_TRUE(test::waitFor([&] { return m_playback->position() == at(250ms); }));
    m_nowNs += 3'000'000'000;
    EXPECT_TRUE(test::waitFor([&] { return m_playback->isAtEnd(); }));
    EXPECT_EQ(moves.size(), 3) << "it stood still in between";
    EXPECT_FALSE(m_playback->isPlaying());
}

TEST_F(PlaybackTest, AStepPauses)
{
    m_playback->play();
    QSignalSpy playing(m_playback.get(), &Playback::playingChanged);
    m_playback->toNextStep();
    EXPECT_FALSE(m_playback->isPlaying());
    EXPECT_EQ(playing.size(), 1);
}

TEST_F(PlaybackTest, SpeedStaysBetweenATenthAndEight)
{
    m_playback->setSpeed(100);
    EXPECT_EQ(m_playback->speed(), 8.0);
    m_playback->setSpeed(0);
    EXPECT_EQ(m_playback->speed(), 0.1);
}

TEST_F(PlaybackTest, GoesThroughTheSpeedsToChooseFrom)
{
    m_playback->faster();
    EXPECT_EQ(m_playback->speed(), 2.0);
    m_playback->slower();
    m_playback->slower();
    EXPECT_EQ(m_playback->speed(), 0.5);
    m_playback->setSpeed(3);
    m_playback->faster();
    EXPECT_EQ(m_playback->speed(), 4.0) << "from between two";
    for (int i = 0; i < 9; ++i)
        m_playback->faster();
    EXPECT_EQ(m_playback->speed(), 8.0);
    for (int i = 0; i < 9; ++i)
        m_playback->slower();
    EXPECT_EQ(m_playback->speed(), 0.1);
}

TEST_F(PlaybackTest, MovesAsOftenAsTheDisplayShows)
{
    EXPECT_EQ(m_playback->frame(), 16ms);
    EXPECT_EQ(frameOf(144), 6ms);
    EXPECT_EQ(frameOf(30), 33ms);
    for (const double nonsense : {0.0, -60.0, 1e9, std::nan("")})
        EXPECT_EQ(frameOf(nonsense), frameOf(60)) << nonsense;
}

TEST_F(PlaybackTest, PlaysTheSameHoweverOftenItMoves)
{
    m_playback->setFrame(frameOf(144));
    m_playback->play();
    m_nowNs += 4'000'000'000;
    EXPECT_TRUE(test::waitFor([&] { return m_playback->position() == at(200ms); }));
    m_playback->toNextStep();
    EXPECT_EQ(m_playback->position(), at(250ms));
}

TEST_F(PlaybackTest, ANewRunKeepsTheEndAtTheEnd)
{
    m_playback->toEnd();
    m_playback->setRun(600ms, {}, {});
    EXPECT_EQ(m_playback->position(), at(600ms));
}

TEST_F(PlaybackTest, AShorterRunPullsThePositionIn)
{
    m_playback->setPosition(at(300ms));
    m_playback->setRun(200ms, {}, {});
    EXPECT_EQ(m_playback->position(), at(200ms));
}

TEST_F(PlaybackTest, ANewRunLeavesAPositionInTheMiddleAlone)
{
    m_playback->setPosition(at(300ms));
    QSignalSpy moves(m_playback.get(), &Playback::positionChanged);
    m_playback->setRun(600ms, {}, {});
    EXPECT_EQ(m_playback->position(), at(300ms));
    EXPECT_EQ(moves.size(), 0);
}

TEST_F(PlaybackTest, NothingToPlayWithoutARun)
{
    Playback empty;
    empty.play();
    EXPECT_FALSE(empty.isPlaying());
    EXPECT_TRUE(empty.isAtEnd());
}

TEST_F(PlaybackTest, ALimitKeepsEveryMoveBeforeIt)
{
    QSignalSpy reached(m_playback.get(), &Playback::limitReached);
    m_playback->setLimit(at(200ms));
    EXPECT_EQ(positionsOf(&Playback::toNextStep, 3), (std::vector{at(200ms), at(200ms), at(200ms)}));
    EXPECT_EQ(reached.count(), 2) << "to come to it is free, to go on is not";
    m_playback->setPosition(at(300ms));
    EXPECT_EQ(m_playback->position(), at(200ms));
    EXPECT_TRUE(m_playback->isAtLimit());
    EXPECT_FALSE(m_playback->isAtEnd());
}

TEST_F(PlaybackTest, WhoWasSentToTheEndIsThereOnceTheLimitIsGone)
{
    m_playback->setLimit(at(200ms));
    m_playback->toEnd();
    m_playback->setLimit(at(100ms));
    EXPECT_EQ(m_playback->position(), at(100ms));
    m_playback->setLimit({});
    EXPECT_TRUE(m_playback->isAtEnd());
    m_playback->setPosition(at(150ms));
    m_playback->setLimit(at(200ms));
    m_playback->setLimit({});
    EXPECT_EQ(m_playback->position(), at(150ms)) << "who was not, stays";
}

TEST_F(PlaybackTest, PlayingPausesAtTheLimitAndStartsOverFromThere)
{
    m_playback->setLimit(at(200ms));
    m_playback->play();
    m_nowNs += 8'000'000'000;
    ASSERT_TRUE(test::waitFor([this] { return !m_playback->isPlaying(); }));
    EXPECT_EQ(m_playback->position(), at(200ms));
    m_playback->play();
    EXPECT_EQ(m_playback->position(), at(0ms));
}

} // namespace awaitscope
