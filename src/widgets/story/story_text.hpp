// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"

#include <QTextBrowser>

namespace awaitscope {

/// Markdown of a story in the theme's type, as high as its text: it never scrolls itself. Its height follows its width, so that
/// whoever scrolls it must not take of that width: see StoryBody.
/// Awaits have their badge: ① to ⑳, the number in a link to an await, and a list of such links is numbered by badges.
class StoryText : public QTextBrowser
{
    Q_OBJECT

public:
    explicit StoryText(const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `pixels` is the size of the type at scale 1.
    void setMarkdownText(const QString& markdown, double pixels = 14);

    /// Where the text of a link is, in the viewport's coordinates; empty if there is no such link.
    QRect linkRect(const QString& target) const;

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void styleBlocks();
    void styleFragments();
    void markAwaitLinks();
    void placeBadges();
    void fitHeight();

    Theme m_theme;
    QString m_markdown;
    double m_pixels = 14;
};

} // namespace awaitscope
