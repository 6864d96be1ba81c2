// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/actions/action_table.hpp"

#include <QObject>

#include <functional>
#include <map>

class QAction;
class QWidget;

namespace awaitscope {

class History;
class KeyFocus;
class Session;

/// The actions of one window: a QAction for each row of the table that somebody answers, with its keys, active while the
/// window is. Text fields keep letters, digits, arrows and their own Ctrl+V for themselves; a button that the keyboard
/// has led to keeps Space.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QWidget& window);

    /// Says what `act` does. Once for each.
    QAction& on(Act act, std::function<void()> does);

    /// The same for what is on or off; `does` is told which it is now.
    QAction& onToggle(Act act, std::function<void(bool)> does);

    /// Null if nobody answers it.
    QAction* find(Act act) const;

    /// One that is answered.
    QAction& operator[](Act act) const;

    KeyFocus& keyFocus() { return *m_keyFocus; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction& make(Act act);

    QWidget& m_window;
    KeyFocus* m_keyFocus;
    std::map<Act, QAction*> m_actions;
};

/// What concerns the session alone: run, timeout by steps, model and scene. Keeps their marks and their being enabled up to date.
void answerForSession(WindowActions& actions, Session& session);

/// Undo and redo, which say what they take back or do again, and are enabled while there is something.
void answerForHistory(WindowActions& actions, History& history);

} // namespace awaitscope
