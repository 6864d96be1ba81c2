// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QFrame>
#include <QStringList>

class QLabel;
class QVBoxLayout;

namespace awaitscope {

class Presenter;
class SlideQuestion;

/// The head of a presentation: the scene's title and place, what cancelling means, and below it the question that is asked, else
/// on request the scene's line for the room.
class PresenterBar : public QFrame
{
    Q_OBJECT

public:
    PresenterBar(Presenter& presenter, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    void setLineShown(bool shown);
    QString title() const;
    QString line() const; ///< empty: not shown
    SlideQuestion& question() { return *m_question; }
    /// How high it becomes in this scene at most.
    int heightAt(double scale, int width) const;

private:
    void refresh();

    Presenter& m_presenter;
    Theme m_theme;
    QVBoxLayout* m_layout;
    QLabel* m_title;
    QLabel* m_meaning;
    QLabel* m_place;
    QLabel* m_line;
    SlideQuestion* m_question;
    bool m_isLineShown = false;
};

/// Its foot: the keys that are of use now.
class PresenterHints : public QFrame
{
    Q_OBJECT

public:
    PresenterHints(const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    /// Of the scene, and how many answers of an open question can be voted for.
    void set(int setPieces, int letters);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QLabel* m_label;
    QStringList m_hints;
    int m_setPieces = 0;
    int m_letters = 0;
};

} // namespace awaitscope
