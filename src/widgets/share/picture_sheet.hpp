// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/files/share.hpp"

#include <QDialog>

class QButtonGroup;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace awaitscope {

struct Theme;

/// Which picture it is to be: of what, in which format, how large. Says how many pixels that makes.
class PictureSheet : public QDialog
{
    Q_OBJECT

public:
    /// `scope` and `window` are the sizes at 1x.
    PictureSheet(const Theme& theme, const PictureChoice& choice, QSize scope, QSize window, QWidget* parent);

    PictureChoice choice() const;
    QPushButton& copyButton() { return *m_copy; }
    QPushButton& saveButton() { return *m_save; }
    QString sizeText() const;

Q_SIGNALS:
    void saveWanted(const awaitscope::PictureChoice& choice);
    void copyWanted(const awaitscope::PictureChoice& choice);

private:
    QButtonGroup* addChoices(const QString& title, const QStringList& words, int chosen, QVBoxLayout& column);
    void showSize();

    QSize m_scope;
    QSize m_window;
    const Theme& m_theme;
    QButtonGroup* m_of;
    QButtonGroup* m_format;
    QButtonGroup* m_scale;
    QLabel* m_size;
    QPushButton* m_copy;
    QPushButton* m_save;
};

} // namespace awaitscope
