// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/code/console_model.hpp"
#include "present/look/theme.hpp"
#include "present/session/session.hpp"

#include <QAbstractScrollArea>
#include <QFrame>

class QBoxLayout;
class QLabel;

namespace awaitscope {

/// The lines of the console, a column per variant. Keeps the newest in view.
class ConsoleView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ConsoleView(const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setColumns(std::vector<ConsoleColumn> columns);
    const std::vector<ConsoleColumn>& columns() const { return m_columns; }
    static int rowHeight(const Theme& theme);
    int rows() const; ///< of the longest column

    double columnLeft(std::size_t column) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    int rowHeight() const { return rowHeight(m_theme); }
    double columnWidth() const;
    double timeWidth() const;
    void updateScrollBar(bool toEnd);

    Theme m_theme;
    std::vector<ConsoleColumn> m_columns;
};

/// What println shows, up to the playhead.
class ConsolePane : public QFrame
{
    Q_OBJECT

public:
    ConsolePane(Session& session, const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    const ConsoleView& view() const { return *m_view; }
    int wholeHeight(double scale) const; ///< in which none of its lines has to be scrolled to at this scale of type

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void fitTitle();
    bool isTitleBeside() const; ///< else above
    QMargins marginsIn(const Theme& theme) const;
    QMargins titleMarginsIn(const Theme& theme) const;
    void showMoment();

    Session& m_session;
    Theme m_theme;
    QBoxLayout* m_layout = nullptr;
    QLabel* m_title = nullptr;
    ConsoleView* m_view = nullptr;
};

} // namespace awaitscope
