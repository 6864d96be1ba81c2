// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/playback.hpp"

#include <QSignalSpy>
#include <QTest>

namespace awaitscope {

using namespace std::chrono_literals;

class PlaybackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_nowNs = 1'000;
        m_playback = std::make_unique<Playback>([this] { return m_nowNs; });
        m_playback->setRun(400ms, {at(0ms), at(200ms), at(250ms)}, {at(0ms), at(200ms)});
    }

    void stepsForwardThroughTheMomentsAndThenToTheEnd()
    {
        QCOMPARE(positionsOf(&Playback::toNextStep, 4), (std::vector{at(200ms), at(250ms), at(400ms), at(400ms)}));
    }

    void stepsBackThroughTheSameMoments()
    {
        m_playback->toEnd();
        QCOMPARE(positionsOf(&Playback::toPreviousStep, 4), (std::vector{at(250ms), at(200ms), at(0ms), at(0ms)}));
    }

    void stepsFromBetweenTwoMoments()
    {
        m_playback->setPosition(at(210ms));
        m_playback->toNextStep();
        QCOMPARE(m_playback->position(), at(250ms));
        m_playback->setPosition(at(210ms));
        m_playback->toPreviousStep();
        QCOMPARE(m_playback->position(), at(200ms));
    }

    void stepsByAwait()
    {
        QCOMPARE(positionsOf(&Playback::toNextAwait, 2), (std::vector{at(200ms), at(400ms)}));
        QCOMPARE(positionsOf(&Playback::toPreviousAwait, 2), (std::vector{at(200ms), at(0ms)}));
    }

    void clampsToTheAxis()
    {
        m_playback->setPosition(at(500ms));
        QCOMPARE(m_playback->position(), at(400ms));
        QVERIFY(m_playback->isAtEnd());
        m_playback->setPosition(at(-1ms));
        QCOMPARE(m_playback->position(), at(0ms));
    }

    void tellsOnlyOfRealMoves()
    {
        QSignalSpy moves(m_playback.get(), &Playback::positionChanged);
        m_playback->setPosition(at(100ms));
        m_playback->setPosition(at(100ms));
        QCOMPARE(moves.size(), 1);
        QCOMPARE(moves.front().front().value<VirtualTime>(), at(100ms));
    }

    void atOneTheWholeAxisTakesEightSeconds()
    {
        m_playback->play();
        QVERIFY(m_playback->isPlaying());
        m_nowNs += 4'000'000'000;
        QTRY_COMPARE(m_playback->position(), at(200ms));
        m_playback->setSpeed(2);
        m_nowNs += 1'000'000'000;
        QTRY_COMPARE(m_playback->position(), at(300ms));
    }

    void slowPlayLosesNoMicrosecond()
    {
        m_playback->setSpeed(0.1);
        m_playback->play();
        // Each tick of 0.1 ms is half a microsecond of virtual time at a tenth of the speed.
        for (int i = 0; i < 10; ++i) {
            m_nowNs += 100'000;
            QTest::qWait(20);
        }
        QTRY_COMPARE(m_playback->position(), fromMicroseconds(5));
    }

    void stopsAtTheEndAndStartsOverFromThere()
    {
        m_playback->play();
        m_nowNs += 9'000'000'000;
        QTRY_VERIFY(!m_playback->isPlaying());
        QCOMPARE(m_playback->position(), at(400ms));
        m_playback->togglePlaying();
        QCOMPARE(m_playback->position(), at(0ms));
        QVERIFY(m_playback->isPlaying());
    }

    void loops()
    {
        m_playback->setLooping(true);
        m_playback->setPosition(at(100ms));
        m_playback->play();
        m_nowNs += 9'000'000'000;
        QTRY_COMPARE(m_playback->position(), at(0ms));
        m_nowNs += 4'000'000'000;
        QTRY_COMPARE(m_playback->position(), at(200ms));
        QVERIFY(m_playback->isPlaying());
    }

    void aStepPauses()
    {
        m_playback->play();
        QSignalSpy playing(m_playback.get(), &Playback::playingChanged);
        m_playback->toNextStep();
        QVERIFY(!m_playback->isPlaying());
        QCOMPARE(playing.size(), 1);
    }

    void speedStaysBetweenATenthAndEight()
    {
        m_playback->setSpeed(100);
        QCOMPARE(m_playback->speed(), 8.0);
        m_playback->setSpeed(0);
        QCOMPARE(m_playback->speed(), 0.1);
    }

    void aNewRunKeepsTheEndAtTheEnd()
    {
        m_playback->toEnd();
        m_playback->setRun(600ms, {}, {});
        QCOMPARE(m_playback->position(), at(600ms));
    }

    void aShorterRunPullsThePositionIn()
    {
        m_playback->setPosition(at(300ms));
        m_playback->setRun(200ms, {}, {});
        QCOMPARE(m_playback->position(), at(200ms));
    }

    void aNewRunLeavesAPositionInTheMiddleAlone()
    {
        m_playback->setPosition(at(300ms));
        QSignalSpy moves(m_playback.get(), &Playback::positionChanged);
        m_playback->setRun(600ms, {}, {});
        QCOMPARE(m_playback->position(), at(300ms));
        QCOMPARE(moves.size(), 0);
    }

    void nothingToPlayWithoutARun()
    {
        Playback empty;
        empty.play();
        QVERIFY(!empty.isPlaying());
        QVERIFY(empty.isAtEnd());
    }

private:
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

} // namespace awaitscope

QTEST_GUILESS_MAIN(awaitscope::PlaybackTest)
#include "playback_test.moc"
