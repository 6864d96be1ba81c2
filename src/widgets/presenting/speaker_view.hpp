// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QElapsedTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QTextBrowser;
class QTimer;

namespace awaitscope {

class SpeakerNotes;

/// A window of its own for whoever presents, which the room does not see where there is a second screen: the clock, the next step,
/// the demo's script with the row one is at, and the answer to the question on the slide. Its keys are those of the window that
/// presents.
class SpeakerView : public QWidget
{
    Q_OBJECT

public:
    /// `notes` outlives it. Hidden at first.
    SpeakerView(SpeakerNotes& notes, const Theme& theme, QWidget& window);

    void setTheme(const Theme& theme);

    /// A presentation begins: the clock starts, and the window shows itself where there is a screen besides the slide's.
    void begin();
    void end();
    void toggle(); ///< beside the slide, where there is no other screen

    QString clock() const;
    QString nextStep() const;
    QString script() const; ///< as plain text
    QString answer() const;

Q_SIGNALS:
    void shownChanged(bool shown);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    bool showOnAnotherScreen(); ///< false: there is none
    void refresh();
    void tick();
    QString scriptMarkup() const;

    SpeakerNotes& m_notes;
    QWidget& m_window;
    Theme m_theme;
    QElapsedTimer m_since;
    QTimer* m_timer;
    QLabel* m_clock;
    QLabel* m_scene;
    QLabel* m_nextTitle;
    QLabel* m_next;
    QLabel* m_answerTitle;
    QLabel* m_answer;
    QTextBrowser* m_script;
};

/// The rectangle among `screens` in which the speaker's window belongs while the slide fills the one at `slide`: the first of the
/// others. Null: there is none.
QRect speakerScreen(const QList<QRect>& screens, int slide);

} // namespace awaitscope
