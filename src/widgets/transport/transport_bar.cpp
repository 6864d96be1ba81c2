// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/transport/transport_bar.hpp"

#include "present/time/times.hpp"
#include "widgets/actions/action_table.hpp"
#include "widgets/in_every_language.hpp"
#include "widgets/transport/playhead_slider.hpp"
#include "widgets/transport/transport_button.hpp"

#include <QActionGroup>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QWindow>

#include <cmath>
#include <utility>

namespace awaitscope {

namespace {

QString speedText(double speed)
{
    return QString::number(speed) + QChar(0x00d7); // ×
}

} // namespace

TransportBar::TransportBar(Session& session, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_playback(session.playback()),
      m_theme(theme)
{
    using Side = TransportButton::WordSide;
    setProperty("panel", true);
    setObjectName(QStringLiteral("transport"));
    m_layout = new QHBoxLayout(this);
    const auto add = [this](const char* name, TransportIcon icon, Act act) {
        return addButton(QLatin1String(name), new TransportButton(icon, act, m_theme, this));
    };
    auto* const start = add("start", TransportIcon::start, Act::toStart);
    auto* const previous = add("previousAwait", TransportIcon::previous, Act::previousAwait);
    m_play = add("play", TransportIcon::play, Act::play);
    auto* const next = add("nextAwait", TransportIcon::next, Act::nextAwait);
    auto* const end = add("end", TransportIcon::end, Act::toEnd);
    inEveryLanguage(*this, [previous, next] {
        previous->setWord(tr("await"), Side::right);
        next->setWord(tr("await"), Side::left);
    });
    m_slider = new PlayheadSlider(m_playback, theme, this);
    m_time = new QLabel(this);
    m_speed = new QPushButton(this);
    m_speed->setObjectName(QStringLiteral("speed"));
    m_speed->setProperty("link", true);
    m_speed->setAutoDefault(false);
    m_layout->addWidget(m_slider, 1);
    m_layout->addWidget(m_time);
    m_layout->addWidget(m_speed);
    buildSpeedMenu();
    connect(start, &QAbstractButton::clicked, &m_playback, &Playback::toStart);
    connect(previous, &QAbstractButton::clicked, &m_playback, &Playback::toPreviousAwait);
    connect(m_play, &QAbstractButton::clicked, &m_playback, &Playback::togglePlaying);
    connect(next, &QAbstractButton::clicked, &m_playback, &Playback::toNextAwait);
    connect(end, &QAbstractButton::clicked, &m_playback, &Playback::toEnd);
    connect(&m_playback, &Playback::positionChanged, this, &TransportBar::showTime);
    connect(&m_playback, &Playback::lengthChanged, this, &TransportBar::showTime);
    connect(&m_playback, &Playback::playingChanged, this, &TransportBar::showPlaying);
    connect(&m_playback, &Playback::speedChanged, this, &TransportBar::showSpeed);
    connect(&m_playback, &Playback::loopingChanged, this, &TransportBar::showSpeed);
    setTheme(theme);
    inEveryLanguage(*this, [this] {
        for (TransportButton* const button : m_buttons)
            button->sayWords();
        showPlaying();
        showSpeed();
    });
}

TransportButton* TransportBar::addButton(const QString& objectName, TransportButton* button)
{
    button->setObjectName(objectName);
    m_buttons.push_back(button);
    m_layout->addWidget(button);
    return button;
}

void TransportBar::buildSpeedMenu()
{
    auto* const menu = new QMenu(m_speed);
    auto* const group = new QActionGroup(menu);
    for (const double speed : playbackSpeeds()) {
        QAction* const action = menu->addAction(speedText(speed));
        action->setCheckable(true);
        action->setData(speed);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, speed] { m_playback.setSpeed(speed); });
    }
    menu->addSeparator();
    QAction* const loop = menu->addAction(QString());
    inEveryLanguage(*loop, [loop] { loop->setText(rowOf(Act::loop).words); });
    loop->setCheckable(true);
    connect(loop, &QAction::triggered, &m_playback, &Playback::setLooping);
    m_speed->setMenu(menu);
}

void TransportBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_layout->setContentsMargins(static_cast<int>(theme.px(10)), static_cast<int>(theme.px(6)),
                                 static_cast<int>(theme.px(10)), static_cast<int>(theme.px(6)));
    m_layout->setSpacing(static_cast<int>(theme.px(8)));
    for (TransportButton* button : m_buttons)
        button->setTheme(theme);
    m_slider->setTheme(theme);
    m_time->setFont(theme.codeFont(13));
    QPalette palette = m_time->palette();
    palette.setColor(QPalette::WindowText, theme.secondaryText);
    m_time->setPalette(palette);
    m_time->setMinimumWidth(0);
    m_speed->setFont(theme.titleFont());
    // No arrow: the number alone is the button, as wide as the widest.
    m_speed->setStyleSheet(QStringLiteral("QPushButton { color: %1; padding: 2px 6px; border: 1px solid transparent; }"
                                          "QPushButton:hover, QPushButton:focus { border-color: %2; }"
                                          "QPushButton::menu-indicator { image: none; width: 0; }")
                               .arg(theme.text.name(), theme.clickable.line.name()));
    m_speed->setMinimumWidth(
        static_cast<int>(std::ceil(QFontMetricsF(m_speed->font()).horizontalAdvance(speedText(0.25)) + theme.px(14))));
    showTime();
}

void TransportBar::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    if (QWindow* const handle = window()->windowHandle()) {
        connect(handle, &QWindow::screenChanged, this, &TransportBar::followScreen, Qt::UniqueConnection);
        followScreen(handle->screen());
    }
}

void TransportBar::followScreen(QScreen* screen)
{
    if (m_screen)
        m_screen->disconnect(this);
    m_screen = screen;
    if (!screen)
        return;
    connect(screen, &QScreen::refreshRateChanged, this, [this](double hertz) { m_playback.setFrame(frameOf(hertz)); });
    m_playback.setFrame(frameOf(screen->refreshRate()));
}

QString TransportBar::timeText() const { return m_time->text(); }

void TransportBar::showTime()
{
    VirtualTime position = m_playback.position();
    if (m_playback.isPlaying()) // nobody can read microseconds that fly by
        position = fromMicroseconds(toMicroseconds(position) / 1000 * 1000);
    QString now = readableTime(position);
    now.chop(3); // " ms"
    const QString length = readableTime(m_playback.length());
    m_time->setText(now.rightJustified(length.size() - 3) + QStringLiteral(" / ") + length);
    m_time->setAccessibleName(tr("%1 of %2").arg(now, length));
    // It does not shrink while the axis stays, so that the slider does not jump.
    if (std::exchange(m_timedLength, m_playback.length()) != m_playback.length())
        m_time->setMinimumWidth(0);
    m_time->setMinimumWidth(std::max(m_time->minimumWidth(), m_time->sizeHint().width()));
}

void TransportBar::showPlaying()
{
    if (m_playback.isPlaying())
        m_play->setIconAndName(TransportIcon::pause, tr("Pause"));
    else
        m_play->setIconAndName(TransportIcon::play, tr("Play"));
    showTime();
}

void TransportBar::showSpeed()
{
    m_speed->setText(m_playback.isLooping() ? tr("%1 loop").arg(speedText(m_playback.speed()))
                                            : speedText(m_playback.speed()));
    m_speed->setAccessibleName(tr("Speed %1").arg(m_speed->text()));
    m_speed->setToolTip(tr("Speed (%1 %2), loop (%3); 1× plays the whole axis in 8 s")
                            .arg(keyOf(Act::slower), keyOf(Act::faster), keyOf(Act::loop)));
    for (QAction* action : m_speed->menu()->actions()) {
        if (action->data().isValid())
            action->setChecked(std::abs(action->data().toDouble() - m_playback.speed()) < 0.001);
        else if (action->isCheckable())
            action->setChecked(m_playback.isLooping());
    }
}

} // namespace awaitscope
