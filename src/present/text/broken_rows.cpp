// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/text/broken_rows.hpp"

namespace awaitscope {

QStringList brokenRows(const QString& text, const std::function<int(const QString&)>& widthOf, int room, int furtherIn)
{
    const QString further(furtherIn, ' ');
    QStringList rows;
    for (const QString& line : text.split('\n')) {
        QString row;
        const QString start = line.left(line.size() - line.trimmed().size());
        for (const QString& word : line.trimmed().split(' ')) {
            const QString longer = row.isEmpty() ? start + word : row + ' ' + word;
            if (row.isEmpty() || widthOf(longer) <= room) {
                row = longer;
                continue;
            }
            rows += row;
            row = start + further + word;
        }
        const QString indent = widthOf(start) < room / 2 ? start + further : QString();
        const qsizetype least = indent.size() + 4;
        while (row.size() > least && widthOf(row) > room) {
            qsizetype fits = row.size() - 1;
            while (fits > least && widthOf(row.left(fits)) > room)
                --fits;
            qsizetype end = fits;
            while (end > least && (row[end - 1].isLetterOrNumber() || row[end - 1] == '_'))
                --end;
            end = end > least ? end : fits;
            rows += row.left(end);
            row = indent + row.mid(end);
        }
        rows += row;
    }
    return rows;
}

} // namespace awaitscope
