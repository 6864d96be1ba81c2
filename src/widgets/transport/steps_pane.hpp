// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/story/step_list.hpp"

#include <QFrame>

class QLabel;
class QListView;
class QVBoxLayout;

namespace awaitscope {

class Session;

/// The list of all steps in words. A click or Enter goes there; Ctrl+C copies the chosen line.
class StepsPane : public QFrame
{
    Q_OBJECT

public:
    StepsPane(Session& session, const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    QListView& list() { return *m_list; }
    const StepList& steps() const { return *m_steps; }

private:
    void goTo(const QModelIndex& index);
    void follow(int row);
    void copyChosen() const;

    Session& m_session;
    StepList* m_steps;
    QLabel* m_title;
    QListView* m_list;
    QVBoxLayout* m_layout;
};

} // namespace awaitscope
