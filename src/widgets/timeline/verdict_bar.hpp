// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/scope/verdict_text.hpp"

#include <QWidget>

namespace awaitscope {

/// What came of a variant, large: a mark, what happened to its effect, and what the client got.
class VerdictBar : public QWidget
{
    Q_OBJECT

public:
    VerdictBar(const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    void setText(const VerdictText& text);
    const VerdictText& text() const { return m_text; }
    QStringList shownWords() const; ///< of it, as far as there is room: verdict, and what the client gets

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double textLeft() const;

    Theme m_theme;
    VerdictText m_text;
};

} // namespace awaitscope
