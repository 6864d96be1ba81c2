// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace awaitscope {

struct Theme;

/// What went wrong, above the panels. It stays until it is dismissed; another message takes its place. Always plain text.
class ErrorBar : public QFrame
{
    Q_OBJECT

public:
    explicit ErrorBar(QWidget* parent); ///< hidden

    void setTheme(const Theme& theme);
    QString text() const; ///< as it is shown; empty: hidden
    QPushButton& dismissButton() { return *m_dismiss; }

public Q_SLOTS:
    void say(const QString& message);
    void dismiss();

Q_SIGNALS:
    void shownChanged(bool shown);

private:
    QLabel* m_label;
    QPushButton* m_dismiss;
};

} // namespace awaitscope
