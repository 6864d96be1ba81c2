// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/code/code_model.hpp"
#include "present/look/theme.hpp"
#include "widgets/qscintilla.hpp"

#include <QRect>
#include <QRectF>

#include <optional>

namespace awaitscope {

// Of the words beside a line; sizes at scale 1, in logical pixels.
inline constexpr double wordsFont = 12;
inline constexpr double wordsPadding = 6;

/// Words beside a line, as far as there is room for them.
struct PlacedWords
{
    QString text; ///< empty: there is no room
    QRectF area;
};

/// A line without the comment that names it for the story, and without space at its end.
QString withoutAuthorsComment(QString line);

/// Where everything that is drawn beside and behind the lines of an editor lies, in pixels of its viewport, and in which
/// tone. Made anew when it is asked for; what it is made from outlives it.
class CodeLayout
{
public:
    CodeLayout(const QsciScintilla& editor, const Theme& theme, const CodePicture& picture)
        : m_editor(editor),
          m_theme(theme),
          m_picture(picture)
    {}

    const Theme& theme() const { return m_theme; }
    const Theme::Tone& toneOf(const CodeLine& line) const;

    QRect lineRect(int line) const; ///< empty if it is scrolled out of view
    int lineAt(const QPoint& position) const;
    int codeLeft(int line) const;  ///< where the line's code begins, behind its indentation
    int codeRight(int line) const; ///< where it ends, a comment for authors not counted
    int textRight(int line) const; ///< the same with the comment
    PlacedWords placeWords(int line, const CodeLine& what) const;

    // Of a range of lines; without one, of the first.
    int longestLine(const std::optional<LineRange>& lines) const; ///< in characters from where all of them begin
    int commonIndent(const std::optional<LineRange>& lines) const;
    double columnWidth() const; ///< of a character, in sizes of its font

    int numbersWidth() const;
    int gutterWidth() const; ///< numbers and badges
    double badgeDiameter() const;
    QRect badgeRect(int line, int number) const; ///< empty if it is not in view
    const CodeBadge* badgeAt(const QPoint& position) const;

private:
    int xOf(int line, const QString& before) const;

    const QsciScintilla& m_editor;
    const Theme& m_theme;
    const CodePicture& m_picture;
};

} // namespace awaitscope
