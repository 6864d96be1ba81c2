// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transport/playhead_slider.hpp"

#include "widgets/in_every_language.hpp"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace awaitscope {

PlayheadSlider::PlayheadSlider(Playback& playback, const Theme& theme, QWidget* parent)
    : QAbstractSlider(parent),
      m_playback(playback),
      m_theme(theme)
{
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    inEveryLanguage(*this, [this] { setAccessibleName(tr("Playhead")); });
    connect(&playback, &Playback::positionChanged, this, &PlayheadSlider::follow);
    connect(&playback, &Playback::lengthChanged, this, &PlayheadSlider::follow);
    // What assistive technology sets.
    connect(this, &QAbstractSlider::actionTriggered, this,
            [this] { m_playback.setPosition(fromMicroseconds(std::int64_t{sliderPosition()} * 1000)); });
    follow();
}

void PlayheadSlider::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void PlayheadSlider::follow()
{
    // Milliseconds are what the outside sees; the knob is drawn from the playback itself.
    const QSignalBlocker quiet(this);
    setRange(0, static_cast<int>(m_playback.length().count() / 1000));
    setValue(static_cast<int>(toMicroseconds(m_playback.position()) / 1000));
    update();
}

double PlayheadSlider::fraction() const
{
    const auto length = static_cast<double>(m_playback.length().count());
    return length > 0 ? static_cast<double>(toMicroseconds(m_playback.position())) / length : 0;
}

VirtualTime PlayheadSlider::timeAt(double x) const
{
    const double room = std::max(1.0, width() - 2 * knobRadius());
    const auto length = static_cast<double>(m_playback.length().count());
    const double microseconds = std::clamp((x - knobRadius()) / room, 0.0, 1.0) * length;
    const double step = std::max(1.0, std::pow(10, std::floor(std::log10(std::max(1.0, length / room)))));
    return fromMicroseconds(static_cast<std::int64_t>(std::llround(microseconds / step) * std::llround(step)));
}

void PlayheadSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const double left = knobRadius();
    const double room = width() - 2 * knobRadius();
    const double x = left + room * fraction();
    const double thickness = m_theme.px(4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.panelBorder);
    painter.drawRoundedRect(QRectF(0, middle - thickness / 2, width(), thickness), thickness / 2, thickness / 2);
    painter.setBrush(m_theme.badge);
    painter.drawRoundedRect(QRectF(0, middle - thickness / 2, x, thickness), thickness / 2, thickness / 2);
    painter.drawEllipse(QPointF(x, middle), knobRadius(), knobRadius());
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.clickable.line, m_theme.px(1.5)));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(x, middle), knobRadius() + 1.5, knobRadius() + 1.5);
    }
}

void PlayheadSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    m_playback.setPosition(timeAt(event->position().x()));
}

void PlayheadSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        m_playback.setPosition(timeAt(event->position().x()));
}

void PlayheadSlider::mouseReleaseEvent(QMouseEvent*) { setSliderDown(false); }

QSize PlayheadSlider::sizeHint() const { return {static_cast<int>(m_theme.px(240)), static_cast<int>(m_theme.px(24))}; }

QSize PlayheadSlider::minimumSizeHint() const
{
    return {static_cast<int>(m_theme.px(60)), static_cast<int>(m_theme.px(24))};
}

} // namespace awaitscope
