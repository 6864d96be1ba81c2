// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QDialog>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace awaitscope {

class BreakFinder;

/// Looks for what breaks a page: the search, how far it is, and what came of it.
class BreakSheet : public QDialog
{
    Q_OBJECT

public:
    /// The finder outlives it, and is stopped when it closes.
    BreakSheet(const Theme& theme, BreakFinder& finder, QWidget* window);

    QPushButton& searchButton() { return *m_search; }
    QPushButton& showButton() { return *m_show; }
    QCheckBox& movesTimes() { return *m_moves; }
    QString words() const;

Q_SIGNALS:
    void showWanted(const QString& scenario, const QString& text); ///< the text where it is another one; then it closes
    void copyWanted(const QString& scenario);

private:
    void refresh();

    BreakFinder& m_finder;
    QCheckBox* m_moves;
    QPushButton* m_search;
    QProgressBar* m_progress;
    QLabel* m_words;
    QLabel* m_scenario;
    QPushButton* m_copy;
    QPushButton* m_show;
};

} // namespace awaitscope
