// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/session/session.hpp"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace awaitscope {

struct Theme;

/// A small field to type the timeout into. Return applies, Escape or a click elsewhere closes; an error stays in words.
class TimeoutField : public QFrame
{
    Q_OBJECT

public:
    TimeoutField(Session& session, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);

    /// Shows it with the middle of its lower edge at `where`, in the parent's pixels, with the present timeout selected.
    void open(QPoint where);

    QLineEdit& edit() { return *m_edit; }
    QPushButton& noTimeout() { return *m_none; }
    QString message() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void accept();
    void place();

    Session& m_session;
    QLineEdit* m_edit;
    QPushButton* m_none;
    QLabel* m_message;
    QPoint m_where;
};

} // namespace awaitscope
