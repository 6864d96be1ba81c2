// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/appearance.hpp"
#include "present/session/session.hpp"

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;

namespace awaitscope {

/// The name of the lesson, what a cancel is, and what concerns the window as a whole. Where it is too narrow, what the menu
/// has too goes first; what a cancel is and the menu always stay.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    TopBar(Session& session, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    void setThemeChoice(ThemeChoice choice); ///< shown on its button
    int leastWidth() const;                  ///< where all that can go has gone
    QRect titleRoom() const;                 ///< name and title, which no run changes

    QPushButton& button(CancelModel model);
    QPushButton& storyButton() { return *m_story; } ///< checked: the story shows
    QPushButton& codeButton() { return *m_code; }   ///< checked: the right column shows
    QPushButton& themeButton() { return *m_themeButton; }
    QPushButton& menuButton() { return *m_menu; }
    QPushButton& keysButton() { return *m_keys; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void fold();
    QPushButton* makeButton();
    void sayWords();

    Session& m_session;
    Theme m_theme;
    ThemeChoice m_themeChoice = ThemeChoice::system;
    QLabel* m_name;
    QLabel* m_lesson;
    QLabel* m_cancelIs;
    std::vector<std::pair<CancelModel, QPushButton*>> m_models;
    QPushButton* m_story;
    QPushButton* m_code;
    QPushButton* m_themeButton;
    QPushButton* m_menu;
    QPushButton* m_keys;
};

} // namespace awaitscope
