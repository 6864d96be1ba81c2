// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QDialog>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace awaitscope {

class PackVerifier;

/// What a lesson does not hold, as a list to work down: each with its file and line. Verified anew by its keys.
class VerifySheet : public QDialog
{
    Q_OBJECT

public:
    /// `verifier` outlives it, and verifies `folder`.
    VerifySheet(const Theme& theme, PackVerifier& verifier, const QString& folder, QWidget* window);

    QString words() const;
    QListWidget& findings() { return *m_findings; }
    QPushButton& verifyButton() { return *m_verify; } ///< "Verify again", and "Stop" while it is at work
    QPushButton& copyButton() { return *m_copy; }
    QPushButton& openButton() { return *m_open; }

Q_SIGNALS:
    void copyWanted(const QString& text); ///< all of them, a line each
    void fileWanted(const QString& path); ///< to be opened

private:
    void refresh();
    void openChosen();

    PackVerifier& m_verifier;
    QVBoxLayout* m_layout;
    QLabel* m_words;
    QProgressBar* m_progress;
    QListWidget* m_findings;
    QPushButton* m_verify;
    QPushButton* m_copy;
    QPushButton* m_open;
};

} // namespace awaitscope
