// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/outcome/outcome_model.hpp"
#include "present/session/session.hpp"

#include <QFrame>

#include <optional>

class QScrollArea;

namespace awaitscope {

/// The rows of the table: drawn, so that a row looks like the scopes do.
class AwaitRows : public QWidget
{
    Q_OBJECT

public:
    AwaitRows(const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    void setTable(AwaitTable table);
    const AwaitTable& table() const { return m_table; }
    std::optional<std::size_t> fired() const { return m_fired; }
    /// Marks the row in which the timeout fired. False: it was that one before.
    bool setFired(std::optional<std::size_t> row);

    /// Where column `column`'s text begins, and how high a row is.
    double columnLeft(std::size_t column) const;
    double rowHeight() const { return m_rowHeight; }
    /// As high as looks best; lower, but never unreadable, where one row more fits into `room` then.
    void fitInto(double room);
    QRectF cellRect(std::size_t row, std::size_t column) const;
    /// Of a cell whose verdict is grey, what there is room for.
    QString greyWords(const TriedAwait& cell, double room) const;

Q_SIGNALS:
    void currentChanged(std::size_t row); ///< by the keyboard
    void chosen(const QString& variant, int number, awaitscope::AwaitWindow window);
    void startChosen(const QString& variant, int number);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Cell
    {
        int row = -1;
        int column = -1; ///< -1: the name, which stands for the first variant that has the await
    };

    Cell cellAt(QPointF point) const;
    const TriedAwait* triedAt(Cell cell) const;
    void choose(Cell cell);
    void paintRow(QPainter& painter, std::size_t row) const;
    void measure();
    double nameLeft(const AwaitRow& row) const;

    Theme m_theme;
    AwaitTable m_table;
    double m_widest = 0; ///< pixels that a column would like to have
    double m_names = 0;  ///< pixels up to the end of the longest name
    double m_rowHeight = 1;
    std::optional<std::size_t> m_fired;
    int m_hovered = -1;
    int m_current = 0; ///< for the keyboard
};

/// "Every await, tried": what a timeout at each await gives in each variant. A click goes there.
class AwaitTableView : public QFrame
{
    Q_OBJECT

public:
    AwaitTableView(Session& session, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    AwaitRows& rows() { return *m_rows; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    bool markFired(); ///< false: as before
    void showFired();
    void fitRows();
    void showRow(std::size_t row);
    int headHeight() const { return static_cast<int>(m_theme.px(34)); }

    Session& m_session;
    Theme m_theme;
    QScrollArea* m_scroll;
    AwaitRows* m_rows;
};

} // namespace awaitscope
