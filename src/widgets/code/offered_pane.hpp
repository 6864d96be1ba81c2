// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/editing/offered_world.hpp"
#include "present/look/theme.hpp"
#include "present/session/session.hpp"

#include <QFrame>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class QVBoxLayout;

namespace awaitscope {

/// What code can use without an include, to look through and to put at the caret.
class OfferedPane : public QFrame
{
    Q_OBJECT

public:
    OfferedPane(const Session& session, const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

    QLineEdit& search() { return *m_search; }
    QListWidget& list() { return *m_list; }

Q_SIGNALS:
    void chosen(const QString& code); ///< for the caret
    void closed();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void choose();

    const Session& m_session;
    Theme m_theme;
    std::vector<OfferedPart> m_shown;
    QVBoxLayout* m_layout;
    QLineEdit* m_search;
    QStackedWidget* m_results; ///< one or the other, so that nothing moves while one types
    QListWidget* m_list;
    QLabel* m_nothing;
};

} // namespace awaitscope
