// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace awaitscope {

/// A change of a page, shown before it is made. accepted(): make it.
class DifferenceSheet : public QDialog
{
    Q_OBJECT

public:
    /// `words` say why.
    DifferenceSheet(const Theme& theme, const QString& words, const QString& before, const QString& after, QWidget* window);

    QPlainTextEdit& difference() { return *m_text; }
    QPushButton& yes() { return *m_yes; }

private:
    QPlainTextEdit* m_text;
    QPushButton* m_yes;
};

} // namespace awaitscope
