// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QFrame>

#include <vector>

class QAction;
class QPushButton;

namespace awaitscope {

class Session;
class WindowActions;

/// Above the editor of a page: what can be done with it that cannot with a lesson's variant. Hidden for those.
class PageBar : public QFrame
{
    Q_OBJECT

public:
    PageBar(Session& session, WindowActions& actions, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    const std::vector<QPushButton*>& buttons() const { return m_buttons; }

private:
    void refresh();

    Session& m_session;
    std::vector<QPushButton*> m_buttons;
};

} // namespace awaitscope
