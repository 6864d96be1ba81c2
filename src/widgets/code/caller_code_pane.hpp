// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/session/session.hpp"

#include <QFrame>

class QLabel;

namespace awaitscope {

class CodeView;

/// The code that races the subject: the lesson's caller in scenario.cpp, with the file's real line numbers.
/// What is marked in it is the run of the first variant shown.
class CallerCodePane : public QFrame
{
    Q_OBJECT

public:
    CallerCodePane(Session& session, const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    CodeView& view() { return *m_view; }
    void flashMark(const QString& mark);

private:
    void showLesson();
    void showMoment();

    Session& m_session;
    QString m_text;
    QLabel* m_title = nullptr;
    CodeView* m_view = nullptr;
};

} // namespace awaitscope
