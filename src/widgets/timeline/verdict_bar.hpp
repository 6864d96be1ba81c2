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

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    VerdictText m_text;
};

} // namespace awaitscope
