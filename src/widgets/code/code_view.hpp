// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/code/code_model.hpp"
#include "present/look/theme.hpp"
#include "widgets/code/code_layout.hpp"
#include "widgets/code/code_lexer.hpp"
#include "widgets/qscintilla.hpp"

#include <optional>
#include <vector>

class QScrollBar;
class QVariantAnimation;

namespace awaitscope {

/// A source file as an editor shows it, with what a run did beside and behind its lines. Reads only what it is given.
class CodeView : public QsciScintilla
{
    Q_OBJECT

public:
    explicit CodeView(const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

    /// The file, and the lines to bring into view; the rest can be reached by scrolling. Without a language it is C++.
    void setSource(const QString& text, std::optional<LineRange> shown, std::optional<Language> language = {});

    void setPicture(const CodePicture& picture);
    const CodePicture& picture() const { return m_picture; }

    /// Lines that differ from another version's; each gets a mark at its right end.
    void setChangedLines(const std::vector<int>& lines);

    /// Draws the eye to a line for a moment, and scrolls to it.
    void flash(int line, bool fades = true); ///< else it is lit as long, and then not
    int flashedLine() const { return m_flashed; }

    /// Of a line within the viewport, in its coordinates; empty if it is scrolled out of view.
    QRect lineRect(int line) const;
    /// Of the words beside a line as they were last painted: whole, shortened, or empty if only the tooltip has them.
    QString shownWords(int line) const;
    /// Where a badge is, in the viewport's coordinates; empty if it is not in view.
    QRect badgeRect(int line, int number) const;

    /// In which the longest of the lines that are shown stands whole, in the largest type that the theme allows at this scale or
    /// the smallest. What is there now may have another scale.
    double widthWanted(double scale) const;
    double widthNeeded(double scale) const;
    int lineCount() const; ///< of those that are to be seen

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void badgeActivated(int number);
    void lineToggled(int line); ///< one that a question asks about
    void layoutChanged(); ///< lines have moved on screen

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void addHoverScrollBar();
    void applyStyle();
    void fitToWidth();
    double widthAt(double scale, double font) const;
    void showRange();
    void applyBackgrounds();
    CodeLayout layoutNow() const;
    bool isAsked(const QPoint& position) const;
    QString toolTipAt(const QPoint& position) const;

    Theme m_theme;
    CodeLexer m_lexer;
    std::optional<Language> m_language;
    std::optional<LineRange> m_shown;
    CodePicture m_picture;
    std::vector<int> m_changed;
    bool m_followsRun = true; ///< until a person scrolls
    double m_fontPixels = 0;
    int m_flashed = 0;
    double m_flashStrength = 0;
    QVariantAnimation* m_flash = nullptr;
    QScrollBar* m_scrollBar = nullptr;
};

} // namespace awaitscope
