// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/time/playback.hpp"

#include <QTimer>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace awaitscope {

namespace {

constexpr double wholeAxisNs = 8e9; // at speed 1
constexpr double usualHertz = 60;
constexpr std::int64_t readable = 100; ///< parts of the axis at least, in which a position is told
constexpr std::array speeds{0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0};

} // namespace

qint64 steadyNow()
{
    namespace chrono = std::chrono;
    return chrono::duration_cast<chrono::nanoseconds>(chrono::steady_clock::now().time_since_epoch()).count();
}

std::span<const double> playbackSpeeds() { return speeds; }

std::chrono::milliseconds frameOf(double hertz)
{
    if (!std::isfinite(hertz) || hertz < 20 || hertz > 1000)
        hertz = usualHertz;
    // Rounded down: a picture too many is not shown, one too few is seen.
    return std::chrono::milliseconds{std::max(1, static_cast<int>(1000 / hertz))};
}

Playback::Playback(QObject* parent) : Playback(steadyNow, parent) {}

Playback::Playback(RealClock clock, QObject* parent)
    : QObject(parent),
      m_clock(std::move(clock)),
      m_timer(new QTimer(this))
{
    m_timer->setInterval(frameOf(usualHertz));
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer, &QTimer::timeout, this, &Playback::advance);
}

std::chrono::milliseconds Playback::frame() const { return m_timer->intervalAsDuration(); }

void Playback::setFrame(std::chrono::milliseconds frame)
{
    if (frame != this->frame())
        m_timer->setInterval(frame);
}

bool Playback::isPlaying() const { return m_timer->isActive(); }

void Playback::setRun(VirtualDuration length, std::vector<VirtualTime> steps, std::vector<VirtualTime> awaitSteps)
{
    const bool wasAtEnd = (isAtEnd() && m_length > VirtualDuration::zero()) || m_wantsEnd;
    const bool lengthChanges = length != m_length;
    m_length = length;
    m_steps = std::move(steps);
    m_awaitSteps = std::move(awaitSteps);
    if (lengthChanges)
        Q_EMIT lengthChanged();
    moveTo(wasAtEnd ? VirtualTime{m_length} : m_position);
}

void Playback::setLimit(std::optional<VirtualTime> limit)
{
    m_limit = limit;
    moveTo(m_wantsEnd ? VirtualTime{m_length} : m_position);
}

VirtualTime Playback::reachable(VirtualTime position) const
{
    position = std::clamp(position, VirtualTime{}, VirtualTime{m_length});
    return m_limit ? std::min(position, *m_limit) : position;
}

void Playback::setPosition(VirtualTime position)
{
    moveTo(position);
    if (m_limit && position > *m_limit)
        Q_EMIT limitReached();
}

void Playback::moveTo(VirtualTime position)
{
    m_wantsEnd = m_length > VirtualDuration::zero() && position >= VirtualTime{m_length};
    position = reachable(position);
    m_untakenMicroseconds = 0;
    if (position == m_position)
        return;
    m_position = position;
    Q_EMIT positionChanged(m_position);
}

void Playback::play()
{
    if (isPlaying() || m_length <= VirtualDuration::zero())
        return;
    if (isAtEnd() || isAtLimit())
        setPosition(VirtualTime{});
    m_lastTickNs = m_clock();
    m_timer->start();
    Q_EMIT playingChanged(true);
}

void Playback::pause()
{
    if (!isPlaying())
        return;
    m_timer->stop();
    Q_EMIT playingChanged(false);
}

void Playback::togglePlaying()
{
    if (!isPlaying()) {
        play();
        return;
    }
    pause();
    // Whoever stops it means about here: a number that can be read, and nothing that was told is taken back.
    const auto after = std::upper_bound(m_steps.begin(), m_steps.end(), m_position);
    const VirtualTime told = after == m_steps.begin() ? VirtualTime{} : *std::prev(after);
    if (!isAtEnd() && !isAtLimit())
        setPosition(std::max(roundedDown(m_position), told));
}

VirtualTime Playback::roundedDown(VirtualTime position) const
{
    std::int64_t step = 1;
    while (step * readable <= m_length.count() / 10)
        step *= 10;
    return fromMicroseconds(toMicroseconds(position) / step * step);
}

void Playback::setSpeed(double speed)
{
    speed = std::clamp(speed, speeds.front(), speeds.back());
    if (speed == m_speed)
        return;
    m_speed = speed;
    Q_EMIT speedChanged(m_speed);
}

void Playback::slower()
{
    const auto here = std::lower_bound(speeds.begin(), speeds.end(), m_speed);
    setSpeed(here == speeds.begin() ? speeds.front() : *std::prev(here));
}

void Playback::faster()
{
    const auto next = std::upper_bound(speeds.begin(), speeds.end(), m_speed);
    setSpeed(next == speeds.end() ? speeds.back() : *next);
}

void Playback::setLooping(bool looping)
{
    if (looping == m_looping)
        return;
    m_looping = looping;
    Q_EMIT loopingChanged(m_looping);
}

void Playback::toStart()
{
    pause();
    setPosition(VirtualTime{});
}

void Playback::toEnd()
{
    pause();
    setPosition(VirtualTime{m_length});
}

void Playback::toNextStep() { stepTo(m_steps, true); }

void Playback::toPreviousStep() { stepTo(m_steps, false); }

void Playback::toNextAwait() { stepTo(m_awaitSteps, true); }

void Playback::toPreviousAwait() { stepTo(m_awaitSteps, false); }

void Playback::stepTo(const std::vector<VirtualTime>& steps, bool forward)
{
    pause();
    if (forward) {
        const auto next = std::upper_bound(steps.begin(), steps.end(), m_position);
        setPosition(next == steps.end() ? VirtualTime{m_length} : *next);
    } else {
        const auto here = std::lower_bound(steps.begin(), steps.end(), m_position);
        setPosition(here == steps.begin() ? VirtualTime{} : *std::prev(here));
    }
}

VirtualTime Playback::lastMomentUpTo(VirtualTime reached) const
{
    if (reached >= VirtualTime{m_length} || (m_limit && reached >= *m_limit))
        return reached;
    const auto after = std::upper_bound(m_steps.begin(), m_steps.end(), reached);
    return after == m_steps.begin() ? m_position : std::max(m_position, *std::prev(after));
}

void Playback::advance()
{
    const qint64 now = m_clock();
    const auto passedNs = static_cast<double>(now - m_lastTickNs);
    m_lastTickNs = now;
    const double microseconds =
        m_untakenMicroseconds + passedNs * m_speed * static_cast<double>(m_length.count()) / wholeAxisNs;
    auto whole = static_cast<std::int64_t>(microseconds);
    if (m_isStepwise)
        whole = toMicroseconds(lastMomentUpTo(m_position + VirtualDuration{whole})) - toMicroseconds(m_position);
    setPosition(m_position + VirtualDuration{whole});
    m_untakenMicroseconds = microseconds - static_cast<double>(whole);
    if (isAtLimit() && !isAtEnd()) {
        pause();
        return;
    }
    if (!isAtEnd())
        return;
    if (m_looping)
        setPosition(VirtualTime{});
    else
        pause();
}

} // namespace awaitscope
