// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/story/tour.hpp"

#include <QFrame>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace awaitscope {

class TourRing;

/// A callout beside what a step of the tour speaks of, which has a ring around it meanwhile and can be tried at once.
/// Escape, or Skip, ends it.
class Tour : public QFrame
{
    Q_OBJECT

public:
    /// Where a target is, in the window's coordinates; empty: it is not in sight.
    using Locator = std::function<QRect(TourTarget)>;

    /// Hidden until start().
    Tour(Locator locate, const Theme& theme, QWidget& window);

    void setTheme(const Theme& theme);
    void start();
    void finish();
    bool wasStarted() const { return m_wasStarted; }
    bool isRunning() const { return m_step >= 0; }
    int step() const { return m_step; } ///< -1: it is not running
    QRect ringed() const;               ///< in the window's coordinates

    QPushButton& nextButton() { return *m_next; }
    QPushButton& backButton() { return *m_back; }
    QPushButton& skipButton() { return *m_skip; }

Q_SIGNALS:
    void runningChanged(bool runs);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(int step);
    void place();

    Locator m_locate;
    Theme m_theme;
    QWidget& m_window;
    std::vector<TourStep> m_steps;
    int m_step = -1;
    bool m_wasStarted = false;
    TourRing* m_ring;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_count;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_skip;
};

} // namespace awaitscope
