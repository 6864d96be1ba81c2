// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_layout.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace awaitscope {

namespace {

constexpr std::size_t mostBadges = 6; // of a line have room beside the code

} // namespace

/// A line without the comment that names it for the story, and without space at its end.
QString withoutAuthorsComment(QString line)
{
    for (const char* const author : {"// mark:", "# mark:"}) {
        if (const qsizetype comment = line.indexOf(QLatin1String(author)); comment >= 0)
            line.truncate(comment);
    }
    while (!line.isEmpty() && line.back().isSpace())
        line.chop(1);
    return line;
}

const Theme::Tone& CodeLayout::toneOf(const CodeLine& line) const
{
    switch (line.mark) {
    case CodeMark::ran:
    case CodeMark::neverRan:
        return m_theme.toneOf(line.tone);
    case CodeMark::executing:
        return line.tone == Verdict::notApplicable ? m_theme.cut : m_theme.toneOf(line.tone);
    case CodeMark::asked:
        return m_theme.notApplicable;
    case CodeMark::crashed:
        return m_theme.fault;
    case CodeMark::none:
    case CodeMark::suspended:
    case CodeMark::stopped:
        break;
    }
    return m_theme.cut;
}

QRect CodeLayout::lineRect(int line) const
{
    if (line < 1 || line > m_editor.lines())
        return {};
    const int height = static_cast<int>(m_editor.SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0UL));
    const QRect row(0, (line - 1 - m_editor.firstVisibleLine()) * height, m_editor.viewport()->width(), height);
    return row.intersects(m_editor.viewport()->rect()) ? row : QRect();
}

int CodeLayout::lineAt(const QPoint& position) const
{
    const int height = std::max(1, static_cast<int>(m_editor.SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0UL)));
    const int line = m_editor.firstVisibleLine() + position.y() / height + 1;
    return position.y() >= 0 && line <= m_editor.lines() ? line : 0;
}

double CodeLayout::badgeDiameter() const
{
    const double line = static_cast<double>(m_editor.SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0UL));
    return std::clamp(line - 3, 8.0, m_theme.px(17));
}

int CodeLayout::commonIndent(const std::optional<LineRange>& lines) const
{
    const LineRange range = lines.value_or(LineRange{1, 1});
    int indent = std::numeric_limits<int>::max();
    for (int line = range.first; line <= range.last && line <= m_editor.lines(); ++line) {
        if (!withoutAuthorsComment(m_editor.text(line - 1)).isEmpty())
            indent = std::min(indent, m_editor.indentation(line - 1));
    }
    return indent == std::numeric_limits<int>::max() ? 0 : indent;
}

int CodeLayout::longestLine(const std::optional<LineRange>& lines) const
{
    const LineRange range = lines.value_or(LineRange{1, 1});
    int columns = 0;
    for (int line = range.first; line <= range.last && line <= m_editor.lines(); ++line)
        columns = std::max(columns, static_cast<int>(withoutAuthorsComment(m_editor.text(line - 1)).size()));
    return std::max(0, columns - commonIndent(lines));
}

double CodeLayout::columnWidth() const
{
    QFont font = m_theme.code;
    font.setPixelSize(100);
    return QFontMetricsF(font).horizontalAdvance('m') / 100;
}

int CodeLayout::numbersWidth() const
{
    const int digits = std::max(2, static_cast<int>(QString::number(m_editor.lines()).size()));
    return static_cast<int>(
        std::ceil(m_theme.px(6) + digits * QFontMetricsF(m_theme.codeFont(11)).horizontalAdvance('0')));
}

int CodeLayout::gutterWidth() const
{
    std::size_t most = 1;
    for (const auto& [line, what] : m_picture.lines)
        most = std::max(most, what.badges.size());
    // A loop can wait any number of times, and the code has to be read.
    most = std::min(most, mostBadges);
    return numbersWidth() + static_cast<int>(std::ceil(m_theme.px(10) + static_cast<double>(most) * m_theme.px(18)));
}

QRect CodeLayout::badgeRect(int line, int number) const
{
    const QRect row = lineRect(line);
    const auto found = m_picture.lines.find(line);
    if (row.isEmpty() || found == m_picture.lines.end())
        return {};
    const double diameter = badgeDiameter();
    double x = numbersWidth() + m_theme.px(6);
    for (const CodeBadge& badge : found->second.badges) {
        if (badge.number == number)
            return QRectF(x, row.center().y() + 0.5 - diameter / 2, diameter, diameter).toAlignedRect();
        x += diameter + m_theme.px(2);
    }
    return {};
}

const CodeBadge* CodeLayout::badgeAt(const QPoint& position) const
{
    const int line = lineAt(position);
    const auto found = m_picture.lines.find(line);
    if (found == m_picture.lines.end())
        return nullptr;
    for (const CodeBadge& badge : found->second.badges) {
        if (badgeRect(line, badge.number).adjusted(-2, -2, 2, 2).contains(position))
            return &badge;
    }
    return nullptr;
}

int CodeLayout::xOf(int line, const QString& before) const
{
    const long start =
        m_editor.SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, static_cast<unsigned long>(line - 1));
    const long position = start + static_cast<long>(before.toUtf8().size());
    return static_cast<int>(m_editor.SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, position));
}

int CodeLayout::codeLeft(int line) const { return xOf(line, QString(m_editor.indentation(line - 1), u' ')); }

int CodeLayout::codeRight(int line) const { return xOf(line, withoutAuthorsComment(m_editor.text(line - 1))); }

int CodeLayout::textRight(int line) const
{
    return xOf(line, m_editor.text(line - 1).trimmed().prepend(QString(m_editor.indentation(line - 1), u' ')));
}

PlacedWords CodeLayout::placeWords(int line, const CodeLine& what) const
{
    const QFontMetricsF metrics(m_theme.uiFont(wordsFont, QFont::DemiBold));
    const auto place = [&](const QString& words, int where) -> PlacedWords {
        const QRect row = lineRect(where);
        const double width = metrics.horizontalAdvance(words);
        const double right = row.right() - m_theme.px(wordsPadding);
        if (row.isEmpty() || right - width < codeRight(where) + m_theme.px(10))
            return {};
        return {words, QRectF(right - width, row.top(), width, row.height())};
    };
    for (const QString& words : what.words) {
        if (const PlacedWords placed = place(words, line); !placed.text.isEmpty())
            return placed;
    }
    // A line that fills the pane is told about beside its neighbour, if that one has nothing to say itself.
    for (const auto& [neighbour, arrow] : {std::pair(line + 1, u'↑'), std::pair(line - 1, u'↓')}) {
        const auto found = m_picture.lines.find(neighbour);
        if (what.words.isEmpty() || (found != m_picture.lines.end() && found->second.mark != CodeMark::none))
            continue;
        if (const PlacedWords placed = place(QChar(arrow) + QStringLiteral(" ") + what.words.first(), neighbour);
            !placed.text.isEmpty())
            return placed;
    }
    return {};
}

} // namespace awaitscope
