// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/outcome/outcome_fit.hpp"

#include <algorithm>
#include <optional>

namespace awaitscope {

namespace {

constexpr double sizes[] = {12.5, 11.5, 10.5};
constexpr qsizetype leastLetters = 4; // fewer say nothing

/// The text in two lines that are no wider than `room`: broken where one thing ends, else where the lines are most alike. Empty: it
/// cannot be.
std::optional<QStringList> halved(const QString& text, double size, double room, const MeasureLine& measure)
{
    std::optional<QStringList> best;
    double least = room;
    for (const auto at : {QLatin1String(", "), QLatin1String(" ")}) {
        for (qsizetype end = text.indexOf(at); end >= 0; end = text.indexOf(at, end + 1)) {
            const qsizetype space = end + at.size() - 1;
            const QStringList lines{text.left(space), text.mid(space + 1)};
            const double width = std::max(measure(lines[0], size).width(), measure(lines[1], size).width());
            if (width <= least) {
                best = lines;
                least = width;
            }
        }
        if (best)
            break;
    }
    return best;
}

bool fits(const QStringList& lines, double size, QSizeF area, const MeasureLine& measure)
{
    double height = 0;
    for (const QString& line : lines) {
        const QSizeF needed = measure(line, size);
        height += needed.height();
        if (needed.width() > area.width())
            return false;
    }
    return lines.size() == 1 || height <= area.height();
}

} // namespace

FittedWords fitWords(const QStringList& choices, QSizeF area, const MeasureLine& measure)
{
    QString shortest;
    for (const QString& text : choices) {
        if (text.isEmpty())
            continue;
        shortest = text;
        for (const double size : sizes) {
            if (fits({text}, size, area, measure))
                return {{text}, size};
        }
        for (const double size : sizes) {
            if (const auto lines = halved(text, size, area.width(), measure); lines && fits(*lines, size, area, measure))
                return {*lines, size};
        }
    }
    const double size = sizes[1];
    for (qsizetype length = shortest.size() - 1; length >= leastLetters; --length) {
        const QString cut = shortest.left(length).trimmed() + QStringLiteral("…");
        if (fits({cut}, size, area, measure))
            return {{cut}, size};
    }
    return {};
}

} // namespace awaitscope
