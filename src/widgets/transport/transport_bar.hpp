// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/session/session.hpp"

#include <QFrame>
#include <QPointer>

#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScreen;

namespace awaitscope {

class PlayheadSlider;
class TransportButton;

/// Goes through the run: start, awaits, play, end, scrub, speed. Back is as good as forward.
class TransportBar : public QFrame
{
    Q_OBJECT

public:
    TransportBar(Session& session, const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    PlayheadSlider& slider() { return *m_slider; }
    QString timeText() const; ///< "252 / 400 ms"

protected:
    void showEvent(QShowEvent* event) override;

private:
    void followScreen(QScreen* screen); ///< it plays at the display's rate
    TransportButton* addButton(const QString& objectName, TransportButton* button);
    void buildSpeedMenu();
    void showTime();
    void showPlaying();
    void showSpeed();

    Playback& m_playback;
    Theme m_theme;
    QHBoxLayout* m_layout = nullptr;
    std::vector<TransportButton*> m_buttons;
    TransportButton* m_play = nullptr;
    PlayheadSlider* m_slider = nullptr;
    VirtualDuration m_timedLength{}; ///< of the axis whose times were shown last
    QLabel* m_time = nullptr;
    QPushButton* m_speed = nullptr;
    QPointer<QScreen> m_screen;
};

} // namespace awaitscope
