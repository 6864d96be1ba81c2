// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include <vector>

namespace awaitscope {

class Session;
class WindowActions;
struct Theme;

/// Every action in a submenu of its group, and the lessons and scenes to choose from.
class MainMenu : public QMenu
{
    Q_OBJECT

public:
    MainMenu(const WindowActions& actions, Session& session, QWidget* parent);

    void setTheme(const Theme& theme);
    QMenu& lessons() { return *m_lessons; }
    QMenu& scenes() { return *m_scenes; }
    QMenu& moments() { return *m_moments; }
    QMenu& recent() { return *m_recent; } ///< disabled, and filled by whoever knows what was open

Q_SIGNALS:
    void recentWanted(QMenu& menu); ///< it is about to be seen

private:
    void listLessons();
    void listScenes();
    void listMoments();

    Session& m_session;
    QMenu* m_lessons = nullptr;
    QMenu* m_scenes = nullptr;
    QMenu* m_moments = nullptr;
    QMenu* m_recent = nullptr;
};

} // namespace awaitscope
