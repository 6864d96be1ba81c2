// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/story/lesson_path.hpp"

#include <QDialog>

#include <vector>

class QAction;

namespace awaitscope {

class PathCard;
class Session;

/// The start page: all lessons as a path, each with its law, how long it takes and how far one has come. Arrows go along it, Enter or a
/// click begins or goes on; Escape and its key close it.
class PathSheet : public QDialog
{
    Q_OBJECT

public:
    /// At its end stands what `sandbox` does, where it can be done; null: nothing. In the middle of `window`, and no larger than it: what does not fit scrolls. The keyboard is on the first lesson that is not
    /// finished. Of `session`, which outlives it.
    PathSheet(Session& session, QAction* sandbox, const Theme& theme, QWidget* window);

    const std::vector<PathCard*>& cards() const { return m_cards; }

private:
    void move(int by);

    std::vector<PathCard*> m_cards;
};

/// One stop of it: a button as large as what it says.
class PathCard : public QWidget
{
    Q_OBJECT

public:
    PathCard(int number, const PathStop& stop, const Theme& theme, QWidget* parent);

    const PathStop& stop() const { return m_stop; }

Q_SIGNALS:
    void chosen();
    void left(int by); ///< by an arrow, for the card so many further down

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    PathStop m_stop;
    Theme m_theme;
    bool m_isUnderMouse = false;
};

} // namespace awaitscope
