// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/theme.hpp"

#include <QTextBrowser>

#include <map>
#include <memory>

namespace awaitscope {

/// Markdown of a story in the theme's type, as high as its text: it never scrolls itself.
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

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    void build();
    void styleBlocks();
    void styleFragments();
    void markAwaitLinks();
    void placeBadges();

    Theme m_theme;
    QString m_markdown;
    double m_pixels = 14;
    std::unique_ptr<QTextDocument> m_measured; ///< the same text, laid out where nobody sees it
    mutable std::map<int, int> m_heights;      ///< by width
};

} // namespace awaitscope
