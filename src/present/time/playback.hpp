// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/virtual_time.hpp"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <vector>

class QTimer;

namespace awaitscope {

/// The speeds that people choose from, ascending; 1 among them.
std::span<const double> playbackSpeeds();

/// How long a picture stays on a display that shows so many a second; 60 are taken where `hertz` makes no sense.
std::chrono::milliseconds frameOf(double hertz);

/// Nanoseconds of real time since some fixed moment; never goes back.
qint64 steadyNow();

/// The one owner of where one is in a run, and how fast it plays. Views ask it and follow its signals; none keeps a copy.
/// A step is a moment at which something happens in any of the runs shown.
class Playback : public QObject
{
    Q_OBJECT

public:
    /// As steadyNow().
    using RealClock = std::function<qint64()>;

    explicit Playback(QObject* parent = nullptr);
    explicit Playback(RealClock clock, QObject* parent = nullptr);

    VirtualTime position() const { return m_position; }
    VirtualDuration length() const { return m_length; } ///< of the axis
    bool isPlaying() const;
    bool isLooping() const { return m_looping; }
    /// Playing stands still at each moment until the next one comes: for whoever wants less motion.
    bool isStepwise() const { return m_isStepwise; }
    double speed() const { return m_speed; } ///< 1 plays the whole axis in 8 s
    /// How often it moves while it plays. What is played does not depend on it.
    std::chrono::milliseconds frame() const;
    /// Beyond it nothing is shown before a question is answered: no position is later. Empty: the axis is the limit.
    std::optional<VirtualTime> limit() const { return m_limit; }
    bool isAtLimit() const { return m_limit && m_position >= *m_limit; }
    bool isAtEnd() const { return toMicroseconds(m_position) >= m_length.count(); }

    /// The moments of a new run, ascending, without repeats; the awaits' alone in `awaitSteps`.
    /// A position past the new length moves to it; one at the end stays at the end, also if a limit kept it before it.
    void setRun(VirtualDuration length, std::vector<VirtualTime> steps, std::vector<VirtualTime> awaitSteps);

    void setFrame(std::chrono::milliseconds frame);

    /// A later position moves there. Without one, who had gone to the end is at the end.
    void setLimit(std::optional<VirtualTime> limit);

public Q_SLOTS:
    // Going somewhere leaves it playing if it was playing; a single step pauses it.
    void setPosition(awaitscope::VirtualTime position); ///< clamped to the axis
    void play();                                        ///< does nothing while there is no run
    void pause();
    void togglePlaying();        ///< from the end it starts over
    void setSpeed(double speed); ///< clamped to 0.1 .. 8
    void slower();               ///< the next of playbackSpeeds()
    void faster();
    void setLooping(bool looping);
    void setStepwise(bool stepwise) { m_isStepwise = stepwise; }
    void toStart();
    void toEnd();
    void toNextStep();
    void toPreviousStep();
    void toNextAwait();
    void toPreviousAwait();

Q_SIGNALS:
    void positionChanged(awaitscope::VirtualTime position);
    void playingChanged(bool playing);
    void speedChanged(double speed);
    void loopingChanged(bool looping);
    void lengthChanged();
    void limitReached(); ///< somebody wanted to go on from there

private:
    void advance();
    VirtualTime roundedDown(VirtualTime position) const; ///< to what is worth telling on an axis of this length
    VirtualTime lastMomentUpTo(VirtualTime reached) const; ///< or the position, if that is later
    void stepTo(const std::vector<VirtualTime>& steps, bool forward);
    void moveTo(VirtualTime position);
    VirtualTime reachable(VirtualTime position) const;

    VirtualTime m_position;
    VirtualDuration m_length{};
    std::optional<VirtualTime> m_limit;
    bool m_wantsEnd = false; ///< it was sent to the end, and a limit may keep it before it
    std::vector<VirtualTime> m_steps;
    std::vector<VirtualTime> m_awaitSteps;
    double m_speed = 1;
    bool m_looping = false;
    bool m_isStepwise = false;
    RealClock m_clock;
    QTimer* m_timer = nullptr;
    qint64 m_lastTickNs = 0;
    double m_untakenMicroseconds = 0; ///< virtual time that has passed but does not fill a microsecond yet
};

} // namespace awaitscope
