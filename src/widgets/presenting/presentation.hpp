// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/story/presenter.hpp"
#include "present/story/speaker_notes.hpp"

#include <QObject>

class QWidget;

namespace awaitscope {

class BlankScreen;
class Laser;
class PresenterBar;
class PresenterHints;
class Session;
class SpeakerView;
class Toast;
class WindowActions;

/// What a window needs to present: the presenter, head and foot, blank screen and laser. The window arranges itself when the
/// presenter says that it has changed.
class Presentation : public QObject
{
    Q_OBJECT

public:
    Presentation(Session& session, const Theme& theme, Toast& toast, QWidget& window);

    Presenter& presenter() { return m_presenter; }
    PresenterBar& bar() { return *m_bar; }
    PresenterHints& hints() { return *m_hints; }
    BlankScreen& blank() { return *m_blank; }
    Laser& laser() { return *m_laser; }
    SpeakerView& speaker() { return *m_speaker; } ///< what the room does not see

    void setTheme(const Theme& theme);
    /// F5, the keys of a clicker, and the set pieces. Outside of a presentation Page Up and Page Down go through the scenes.
    void answer(WindowActions& actions);


protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void followKeys(const WindowActions& actions); ///< for the script
    /// While a room votes the first `count` letters are its answers, and what else they do rests.
    void lendLetters(WindowActions& actions, int count);

    Session& m_session;
    Toast& m_toast;
    QWidget& m_window;
    Presenter m_presenter;
    PresenterBar* m_bar;
    PresenterHints* m_hints;
    BlankScreen* m_blank;
    Laser* m_laser;
    SpeakerNotes m_notes;
    SpeakerView* m_speaker;
    bool m_isFollowing = false;
    bool m_wasPresenting = false;
    int m_lent = -1;
};

} // namespace awaitscope
