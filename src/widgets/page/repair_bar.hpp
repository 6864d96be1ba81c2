// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/page/repair.hpp"
#include "present/look/theme.hpp"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;
class QTimer;

namespace awaitscope {

class Edits;
class Session;

/// Above the editor: what keeps the text from being a page, and the way to the change that makes one of it. Hidden where nothing does.
class RepairBar : public QFrame
{
    Q_OBJECT

public:
    RepairBar(Session& session, Edits& edits, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);

    const std::optional<PageRepair>& repair() const { return m_repair; }
    QPushButton& button() { return *m_show; }
    QString words() const;

Q_SIGNALS:
    void wanted(); ///< the change is to be shown

private:
    void look();
    void refresh();

    Session& m_session;
    Edits& m_edits;
    Theme m_theme;
    std::optional<PageRepair> m_repair;
    QString m_text; ///< that was looked at
    QLabel* m_words;
    QPushButton* m_show;
    QTimer* m_pause;
};

} // namespace awaitscope
