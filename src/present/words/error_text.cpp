// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/words/error_text.hpp"

#include <QStringList>

namespace awaitscope {

namespace {

constexpr qsizetype longestWord = 64;
constexpr qsizetype longestText = 400;
constexpr qsizetype longestTooltip = 3'000;
constexpr qsizetype mostLines = 4;

/// The beginning and the end of `text`, `most` characters in all; characters of two code units stay whole.
QString withoutMiddle(const QString& text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    qsizetype head = most * 2 / 3;
    qsizetype tail = most - head - 1;
    if (text[head - 1].isHighSurrogate())
        --head;
    if (text[text.size() - tail].isLowSurrogate())
        --tail;
    return text.left(head) + QChar(0x2026) + text.right(tail);
}

QString withShortWords(const QString& line)
{
    QStringList words = line.split(' ', Qt::SkipEmptyParts);
    for (QString& word : words)
        word = withoutMiddle(word, longestWord);
    return words.join(' ');
}

} // namespace

QString shortened(const QString& message)
{
    // First what is cheap: a megabyte is not taken to pieces to show a few lines of it.
    QString plain = withoutMiddle(message.trimmed(), 8 * longestText);
    plain.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (QChar& character : plain) {
        if (character != '\n' && !character.isPrint())
            character = ' ';
    }
    QStringList lines = plain.split('\n', Qt::SkipEmptyParts);
    for (QString& line : lines)
        line = withShortWords(line);
    if (lines.size() > mostLines) {
        const QString last = lines.last();
        lines = lines.first(mostLines - 2) + QStringList{QString(QChar(0x2026)), last};
    }
    return withoutMiddle(lines.join('\n'), longestText);
}

QString tooltipOf(const QString& message)
{
    QString markup = withoutMiddle(message.trimmed(), longestTooltip).toHtmlEscaped();
    markup.replace('\n', QStringLiteral("<br>"));
    return QStringLiteral("<p>") + markup + QStringLiteral("</p>");
}

} // namespace awaitscope
