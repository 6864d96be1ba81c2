// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/code/source_text.hpp"
#include "present/look/theme.hpp"

#include <QPointer>
#include <QWidget>

namespace awaitscope {

class CodePane;

/// Joins the line that differs between two variants, across both panes: "one line moved". Lies over the column that
/// holds the panes, follows its size, and lets every click through.
class CodeConnector : public QWidget
{
    Q_OBJECT

public:
    /// `parent` is the column; both panes are somewhere inside it.
    CodeConnector(const Theme& theme, CodePane* upper, CodePane* lower, QWidget* parent);

    void setTheme(const Theme& theme);
    QString words() const { return m_difference.toText(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void compare();
    void follow();
    QRect rowOf(CodePane& pane, int line) const;
    void paintPill(QPainter& painter) const;

    Theme m_theme;
    QPointer<CodePane> m_upper;
    QPointer<CodePane> m_lower;
    SourceDifference m_difference;
};

} // namespace awaitscope
