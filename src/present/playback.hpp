// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/virtual_time.hpp"

#include <QObject>

#include <vector>

class QTimer;

namespace awaitscope {

/// The one owner of where one is in a run, and how fast it plays. Views ask it and follow its signals; none keeps a copy.
/// A step is a moment at which something happens in any of the runs shown.
class Playback : public QObject
{
    Q_OBJECT

public:
    explicit Playback(QObject* parent = nullptr);

    VirtualTime position() const { return m_position; }
    VirtualDuration length() const { return m_length; } ///< of the axis
    bool isPlaying() const;
    bool isLooping() const { return m_looping; }
    double speed() const { return m_speed; } ///< 1 plays the whole axis in 8 s
    bool isAtEnd() const { return toMicroseconds(m_position) >= m_length.count(); }

    /// The moments of a new run, ascending, without repeats; the awaits' alone in `awaitSteps`.
    /// A position past the new length moves to it; one at the end stays at the end.
    void setRun(VirtualDuration length, std::vector<VirtualTime> steps, std::vector<VirtualTime> awaitSteps);

public slots:
    void setPosition(awaitscope::VirtualTime position); ///< clamped to the axis
    void play();
    void pause();
    void togglePlaying(); ///< from the end it starts over
    void setSpeed(double speed); ///< clamped to 0.1 .. 8
    void setLooping(bool looping);
    void toStart();
    void toEnd();
    void toNextStep();
    void toPreviousStep();
    void toNextAwait();
    void toPreviousAwait();

signals:
    void positionChanged(awaitscope::VirtualTime position);
    void playingChanged(bool playing);
    void speedChanged(double speed);
    void loopingChanged(bool looping);
    void lengthChanged();

private:
    void advance();

    VirtualTime m_position;
    VirtualDuration m_length{};
    std::vector<VirtualTime> m_steps;
    std::vector<VirtualTime> m_awaitSteps;
    double m_speed = 1;
    bool m_looping = false;
    QTimer* m_timer = nullptr;
    qint64 m_lastTickNs = 0;
};

} // namespace awaitscope
