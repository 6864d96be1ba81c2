// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace awaitscope {

class Presenter;

/// The head of a presentation: the scene's title and place, and on request its first sentence.
class PresenterBar : public QFrame
{
    Q_OBJECT

public:
    PresenterBar(Presenter& presenter, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    void setLineShown(bool shown);
    QString title() const;
    QString line() const; ///< empty: not shown

private:
    void refresh();

    Presenter& m_presenter;
    QVBoxLayout* m_layout;
    QLabel* m_title;
    QLabel* m_place;
    QLabel* m_line;
    bool m_isLineShown = false;
};

/// Its foot: the keys that are of use now.
class PresenterHints : public QFrame
{
    Q_OBJECT

public:
    PresenterHints(const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    void setSetPieces(int count); ///< of the scene

private:
    QLabel* m_label;
    int m_count = 0;
};

} // namespace awaitscope
