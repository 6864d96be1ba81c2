// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/questions/line_layout.hpp"

#include <QListWidget>

#include <string>
#include <vector>

namespace awaitscope {

/// Lines of code that are put in order: those that lie, and below them those that are left over. Dragged, or moved by keys: arrows
/// choose, with Ctrl they move, Enter puts a line in or leaves it out, Delete leaves it out, Ctrl+Z takes back.
class LineBoard : public QListWidget
{
    Q_OBJECT

public:
    /// `pieces` is what is offered; one can be of several lines.
    LineBoard(const std::vector<std::string>& pieces, const std::vector<int>& laid, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);

    const std::vector<int>& laid() const { return m_layout.laid(); }
    void setLaid(const std::vector<int>& laid); ///< by somebody else; can be taken back too

    int chosen() const; ///< the line with the keys, by its place in what is offered; -1: none
    void choose(int line);
    QRect placeOf(int line) const; ///< in the viewport
    QString spoken(int line) const; ///< "Line 2 of 3: cache.set(key, response);", or "Left over: …"

    static QString keysInWords(); ///< what can be pressed

Q_SIGNALS:
    void laidAnew(); ///< somebody moved a line

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void fit();
    void tell(bool hasChanged, int line);
    void dragTo(int y);
    void stepFrom(int row, int by); ///< to the next line that can be chosen
    void showChosen(); ///< scrolls what is around it
    QString textOf(int line) const;

    LineLayout m_layout;
    std::vector<std::string> m_pieces;
    int m_dragged = -1;
    int m_pressedAt = 0;
    bool m_isDragging = false;
};

} // namespace awaitscope
